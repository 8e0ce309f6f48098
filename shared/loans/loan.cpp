#include "shared/loans/loan.hpp"

namespace schulkit {

void check(LoanRequest const& request, FieldErrors& errors) {
    if (!request.school_id) errors.push_back({"school_id", "required", {}});
    if (!request.kit_id && !request.kit_type_id) errors.push_back({"kit_type_id", "required", {}});
    if (request.least_quantity > request.quantity) errors.push_back({"least_quantity", "out_of_range", {}});
    if (request.kit_id && request.quantity > 1) errors.push_back({"quantity", "out_of_range", {}});
}

} // namespace schulkit
