#include "server/papers/paper_settings_store.hpp"

#include "server/papers/agreement_template.hpp"
#include "shared/core/validate.hpp"

namespace schulkit {

PaperSettings get_paper_settings(Tx& tx) {
    PaperSettings settings = *find_row<PaperSettings>(
        tx,
        "select p.*, coalesce(t.text, '') as agreement_text, coalesce(t.version, 0) as agreement_version from paper_settings p"
        " left join agreement_texts t on t.version = (select max(n.version) from agreement_texts n)"); // the migration put it there
    if (settings.agreement_version > 0) return settings;
    papers::AgreementText const own = papers::default_agreement();
    settings.agreement_text = clean_text(own.text);
    settings.agreement_version = own.version;
    return settings;
}

Result<Done> replace_paper_settings(WriteTx& tx, PaperSettings const& settings) {
    TRY(update(tx,
               "update paper_settings set county = :county, department = :department, address = :address,"
               " contact = :contact, place = :place, version = version + 1",
               settings));
    return Done{};
}

Result<std::int64_t> insert_agreement_text(WriteTx& tx, std::string_view text) {
    TRY(keep_first_agreement_text(tx));
    Statement s = tx.prepare("insert into agreement_texts (version, text, created_by, created_at)"
                             " select max(version) + 1, ?1, ?2, ?3 from agreement_texts");
    bind_all(s, text, tx.actor(), tx.now());
    TRY(s.run());
    return s.last_insert_id();
}

Result<Done> keep_first_agreement_text(WriteTx& tx) {
    papers::AgreementText const own = papers::default_agreement();
    TRY(execute(tx,
                "insert into agreement_texts (version, text, created_at) select ?1, ?2, ?3"
                " where not exists (select 1 from agreement_texts)",
                static_cast<std::int64_t>(own.version), clean_text(own.text), tx.now()));
    return Done{};
}

std::string get_web_address(Tx& tx) {
    return find_row<std::string>(tx, "select value from settings where name = 'web_address'").value_or("");
}

Result<Done> keep_web_address(WriteTx& tx, std::string_view address) {
    TRY(execute(tx,
                "insert into settings (name, value) values ('web_address', ?1)"
                " on conflict (name) do update set value = excluded.value",
                address));
    return Done{};
}

} // namespace schulkit
