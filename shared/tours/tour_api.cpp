#include "shared/tours/tour_api.hpp"

#include <set>

namespace schulkit {

void check(LoanExtensions const& extensions, FieldErrors& errors) {
    std::vector<std::int64_t> const& ids = extensions.loan_ids;
    if (ids.empty()) errors.push_back({"loan_ids", "required", {}});
    if (ids.size() > max_extended_loans) errors.push_back({"loan_ids", "too_many", {}});
    if (std::set<std::int64_t>{ids.begin(), ids.end()}.size() != ids.size()) errors.push_back({"loan_ids", "duplicate", {}});
}

} // namespace schulkit
