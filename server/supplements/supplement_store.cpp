#include "server/supplements/supplement_store.hpp"

namespace schulkit {

std::vector<LoanSupplement> list_supplements(Tx& tx, Id<Loan> loan) {
    auto supplements = rows<LoanSupplement>(tx,
                                            "select s.id, s.loan_id, s.number, s.kind, s.made_on, s.reason, p.username as made_by"
                                            " from loan_supplements s left join people p on p.id = s.made_by"
                                            " where s.loan_id = ?1 order by s.number",
                                            loan);
    for (LoanSupplement& supplement : supplements)
        supplement.items = rows<SupplementItem>(tx,
                                                "select i.direction, i.slot, i.label, i.asset_id, a.tag as asset_tag,"
                                                " a.name as asset_name, i.quantity from loan_supplement_items i"
                                                " left join assets a on a.id = i.asset_id where i.supplement_id = ?1"
                                                " order by i.position",
                                                supplement.id);
    return supplements;
}

Result<Id<LoanSupplement>> insert_supplement(WriteTx& tx, LoanSupplement const& supplement) {
    Id<LoanSupplement> id;
    {
        Statement s = tx.prepare("insert into loan_supplements (loan_id, number, kind, made_on, reason, made_by)"
                                 " select ?1, 1 + count(*), ?2, ?3, ?4, ?5 from loan_papers where loan_id = ?1 and kind = 'supplement'");
        bind_all(s, supplement.loan_id, supplement.kind, supplement.made_on, supplement.reason, tx.actor());
        TRY(s.run());
        id.value = s.last_insert_id();
    }
    std::int64_t position = 0;
    for (SupplementItem const& item : supplement.items)
        TRY(execute(tx,
                    "insert into loan_supplement_items (supplement_id, position, direction, slot, label, asset_id, quantity)"
                    " values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                    id, ++position, item.direction, item.slot, item.label, item.asset_id, item.quantity));
    return id;
}

std::int64_t given_of(Tx& tx, Id<Loan> loan, std::string_view label) {
    return find_row<std::int64_t>(tx, "select given from loan_accessories where loan_id = ?1 and label = ?2", loan, label).value_or(0);
}

Result<Done> set_given(WriteTx& tx, Id<Loan> loan, std::string_view label, std::int64_t quantity) {
    TRY(execute(tx,
                "insert into loan_accessories (loan_id, label, given) values (?1, ?2, ?3)"
                " on conflict (loan_id, label) do update set given = excluded.given",
                loan, label, quantity));
    return Done{};
}

Result<Done> take_back_accessories(WriteTx& tx, Id<Loan> loan) {
    TRY(execute(tx, "update loan_accessories set given = 0 where loan_id = ?1", loan));
    return Done{};
}

} // namespace schulkit
