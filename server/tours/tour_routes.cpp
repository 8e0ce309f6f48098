#include "server/tours/tour_routes.hpp"

#include "server/http/router.hpp"
#include "server/tours/tour_changes.hpp"

namespace schulkit {
namespace {

template <class T> Result<Page<T>> on_one_page(std::vector<T> items) {
    auto const total = static_cast<std::int64_t>(items.size());
    return Page<T>{.items = std::move(items), .total = total};
}

} // namespace

void mount_tours(Router& router) {
    router.read<ListDueReturns>(Action::read_tours, [](Tx& tx, Access const& access, auto const& request) {
        return on_one_page(list_due_returns(tx, access, summer_of(tx, request.query)));
    });
    router.read<ListTours>(Action::read_tours, [](Tx& tx, Access const& access, auto const& request) {
        return on_one_page(list_tours(tx, access, summer_of(tx, request.query)));
    });
    router.write<CreateTour>(Action::plan_tours, [](WriteTx& tx, Access const& access, auto const& request) {
        return add_tour(tx, access, request.body);
    });
    router.read<GetTour>(Action::read_tours, [](Tx& tx, Access const& access, auto const& request) {
        return get_tour(tx, access, request.path.id);
    });
    router.write<UpdateTour>(Action::plan_tours, [](WriteTx& tx, Access const& access, auto const& request) {
        return change_tour(tx, access, request.path.id, request.body);
    });
    router.write<RemoveTour>(Action::plan_tours, [](WriteTx& tx, Access const& access, auto const& request) -> Result<None> {
        TRY(remove_tour(tx, access, request.path.id));
        return None{};
    });
    router.write<ExtendLoans>(Action::decide_loan, [](WriteTx& tx, Access const& access, auto const& request) {
        return extend_loans(tx, access, request.body);
    });
}

} // namespace schulkit
