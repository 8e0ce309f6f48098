#include "server/trainings/training_routes.hpp"

#include "server/http/router.hpp"
#include "server/http/whole_page.hpp"
#include "server/trainings/training_changes.hpp"

namespace schulkit {

/// They are evidence: who confirms requirements records them, who reads requirements reads them.
void mount_trainings(Router& router) {
    router.read<ListTrainings>(Action::read_requirements, [](Tx& tx, Access const& access, auto const& request) {
        return Result<Page<Training>>{whole_page(list_trainings(tx, access, request.query))};
    });
    router.read<GetTraining>(Action::read_requirements, [](Tx& tx, Access const& access, auto const& request) {
        return get_training(tx, access, request.path.id);
    });
    router.write<CreateTraining>(Action::confirm_requirements, [](WriteTx& tx, Access const& access, auto const& request) {
        return add_training(tx, access, request.body);
    });
    router.write<UpdateTraining>(Action::confirm_requirements, [](WriteTx& tx, Access const& access, auto const& request) {
        return change_training(tx, access, request.path.id, request.body);
    });
}

} // namespace schulkit
