#include "server/papers/paper_settings_changes.hpp"

#include "server/audit/audit_store.hpp"
#include "server/papers/agreement_template.hpp"
#include "shared/core/validate.hpp"

namespace schulkit {
namespace {

/// "lines.12" becomes the line's number beside the field's name.
Result<Done> check_agreement(std::string const& text) {
    auto const read = papers::AgreementTemplate::parse(text);
    if (read) return Done{};
    if (read.error().fields.empty()) return fail(read.error());
    FieldError const& first = read.error().fields.front();
    auto const dot = first.field.find('.');
    return invalid({FieldError{"agreement_text", first.code, dot == first.field.npos ? "" : first.field.substr(dot + 1)}});
}

} // namespace

Result<PaperSettings> edit_paper_settings(WriteTx& tx, PaperSettings settings, std::int64_t version) {
    clean(settings);
    if (auto errors = validate(settings); !errors.empty()) return invalid(std::move(errors));
    TRY(check_agreement(settings.agreement_text));
    PaperSettings const before = get_paper_settings(tx);
    if (version != before.version) return fail(ErrorKind::conflict, "stale");
    settings.id = before.id;
    settings.version = before.version;
    settings.agreement_version = before.agreement_version;
    if (settings == before) return before;
    if (settings.agreement_text != before.agreement_text) TRY(insert_agreement_text(tx, settings.agreement_text));
    TRY(replace_paper_settings(tx, settings));
    PaperSettings const after = get_paper_settings(tx);
    TRY(record_changed(tx, "update", after.id.value, std::nullopt, before, after));
    return after;
}

} // namespace schulkit
