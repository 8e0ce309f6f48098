#include "server/supplements/supplement_record.hpp"

#include "server/audit/audit_store.hpp"
#include "server/handovers/handover_store.hpp"
#include "server/papers/issue_papers.hpp"

namespace schulkit {

namespace {

/// What changes hands; what is missing is with the school still.
papers::Supplement paper_of(LoanSupplement const& supplement) {
    papers::Supplement paper{.reason = supplement.reason};
    for (SupplementItem const& item : supplement.items) {
        if (item.direction == SupplementDirection::missing) continue;
        bool const given = item.direction == SupplementDirection::given;
        if (!item.slot) {
            if (given) paper.delivered.push_back({item.label, item.quantity});
        } else if (item.asset_id) {
            Id<Asset> const device{*item.asset_id};
            papers::SupplementSlot slot{.slot = *item.slot};
            (given ? slot.in : slot.out) = device;
            paper.slots.push_back(slot);
        }
    }
    return paper;
}

} // namespace

Result<Done> add_supplement(WriteTx& tx, Access const& access, Loan const& loan, NewSupplement const& supplement) {
    TRY_ASSIGN(Id<LoanSupplement> const id, insert_supplement(tx, {.loan_id = loan.id,
                                                                   .kind = supplement.kind,
                                                                   .made_on = tx.today(),
                                                                   .reason = supplement.reason,
                                                                   .items = supplement.items}));
    LoanSupplement const stored = list_supplements(tx, loan.id).back();
    TRY(record_created(tx, "create", id.value, loan.school_code, stored));
    TRY(papers::issue_supplement(tx, access, loan.id, paper_of(stored)));
    return Done{};
}

SupplementItem item_of(SupplementDirection direction, KitSlot const& slot, std::int64_t asset_id) {
    return {.direction = direction, .slot = slot.slot, .label = slot.label, .asset_id = asset_id};
}

Result<Done> check_no_session(Tx& tx, Id<Loan> loan) {
    if (find_open_session(tx, loan)) return fail(ErrorKind::conflict, "in_open_session");
    return Done{};
}

} // namespace schulkit
