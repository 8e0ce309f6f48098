#include "server/kits/kit_routes.hpp"

#include "server/http/router.hpp"
#include "server/http/whole_page.hpp"
#include "server/kits/kit_changes.hpp"
#include "server/kits/kit_regrouping.hpp"
#include "server/loans/planned_app_store.hpp"
#include "server/supplements/supplement_changes.hpp"

namespace schulkit {

void mount_kits(Router& router) {
    router.read<ListKitTypes>(Action::read_kit_types, [](Tx& tx, Access const&, auto const& request) {
        return list_kit_types(tx, request.query);
    });
    router.write<CreateKitType>(Action::edit_kit_types, [](WriteTx& tx, Access const&, auto const& request) {
        return add_kit_type(tx, request.body);
    });
    router.read<GetKitType>(Action::read_kit_types, [](Tx& tx, Access const&, auto const& request) {
        return get_kit_type(tx, request.path.id);
    });
    router.write<UpdateKitType>(Action::edit_kit_types, [](WriteTx& tx, Access const&, auto const& request) {
        return change_kit_type(tx, request.path.id, request.body);
    });
    router.read<ListPlannedShortfalls>(
        Action::read_kits, [](Tx& tx, Access const&, auto const& request) -> Result<Page<PlannedShortfall>> {
            TRY_ASSIGN(KitType const type, get_kit_type(tx, request.path.id));
            return whole_page(shortfalls_of_type(tx, type));
        });
    router.read<ListKits>(Action::read_kits, [](Tx& tx, Access const&, auto const& request) {
        return list_kits(tx, request.query);
    });
    router.write<CreateKit>(Action::edit_kits, [](WriteTx& tx, Access const&, auto const& request) {
        return add_kit(tx, request.body);
    });
    router.read<GetKit>(Action::read_kits, [](Tx& tx, Access const& access, auto const& request) -> Result<Kit> {
        TRY_ASSIGN(Kit kit, get_kit(tx, request.path.id));
        if (access.role == Role::auditor)
            for (KitCheck& check : kit.checks) check.username.reset();
        return kit;
    });
    router.write<UpdateKit>(Action::edit_kits, [](WriteTx& tx, Access const&, auto const& request) {
        return change_kit(tx, request.path.id, request.body);
    });
    router.write<PutKitContents>(Action::fill_kits, [](WriteTx& tx, Access const& access, auto const& request) {
        return put_contents(tx, access, request.path.id, request.body);
    });
    router.write<CountKitAccessories>(Action::fill_kits, [](WriteTx& tx, Access const&, auto const& request) {
        return count_accessories(tx, request.path.id, request.body);
    });
    router.write<AddToKit>(Action::fill_kits, [](WriteTx& tx, Access const& access, auto const& request) {
        return add_to_kit(tx, access, request.path.id, request.body.code);
    });
    router.write<ChangeKitSlot>(Action::fill_kits, [](WriteTx& tx, Access const& access, auto const& request) -> Result<Kit> {
        auto const& [id, slot] = request.path;
        auto const loan = find_running_loan(tx, id);
        if (!loan) return change_slot(tx, access, id, slot, request.body);
        TRY(change_lent_slot(tx, access, *loan, slot, request.body)); // what a school has changes with its loan
        return get_kit(tx, id);
    });
    router.write<SplitKit>(Action::regroup_kits, [](WriteTx& tx, Access const& access, auto const& request) {
        return split_kit(tx, access, request.path.id, request.body);
    });
    router.write<MergeKits>(Action::regroup_kits, [](WriteTx& tx, Access const& access, auto const& request) {
        return merge_kits(tx, access, request.path.id, request.body);
    });
    router.write<PrepareKit>(Action::fill_kits, [](WriteTx& tx, Access const&, auto const& request) {
        return prepare_kit(tx, request.path.id, request.body);
    });
}

} // namespace schulkit
