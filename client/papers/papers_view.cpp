#include "client/papers/papers_view.hpp"

#include "client/attachments/attachment_view.hpp"
#include "client/error_text.hpp"
#include "client/forms/refusal.hpp"
#include "client/ui/form.hpp"
#include "embedded/icons.hpp"
#include "shared/papers/loan_paper_words.hpp"

#include <utility>

namespace schulkit {
namespace {

using ui::Ui;

/// Without a slash before it: the page may lie below a path of a proxy.
std::string paper_address(LoanPaper const& paper) {
    return "api/loans/" + to_text(paper.loan_id) + "/papers/" + to_text(paper.id);
}

void draw_paper_links(LoanPaper const& paper, Ui& ui) {
    ui.row("links", {.gap = 16}, [&] {
        ui.link("page", ui.text("papers.read", {{"paper", paper.number}}), "basis/papiere/" + to_text(paper.id));
        ui.link("pdf", ui.text("papers.pdf_of", {{"paper", paper.number}}), paper_address(paper));
        for (AttachedFile const& scan : paper.scans)
            ui.link("scan." + to_text(scan.position), ui.text("papers.signed_copy", {{"name", scan.name}}),
                    paper_address(paper) + "/scans/" + to_text(scan.position));
    });
}

void draw_signed_refusal(PapersModel const& model, Ui& ui) {
    std::string words;
    if (model.refused) words = error_text(ui, model.refused->fields.empty() ? model.refused->code : model.refused->fields.front().code);
    if (!words.empty()) ui.alert("refused", ui::Tone::danger, ui.text("papers.not_added"), words);
}

void draw_adding(PapersModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("papers.add_signed");
    ui.divider("adding");
    ui.group("adding", title, {}, [&] {
        draw_attachment_field(model.files, context, ui.text("papers.files"),
                              {.taken = TakenFiles::photos_and_pdf,
                               .most = max_paper_scans,
                               .enabled = !model.sending,
                               .error = ui::error_for(ui, model.errors, "attachments")},
                              ui, [&model] { forget_error(model.errors, "attachments"); });
        std::string const on_scan = ui.text("papers.on_scan");
        ui.group("on_scan", on_scan, {.gap = 8}, [&] {
            ui.paragraph("what", on_scan, ui::TextKind::strong);
            std::string error = ui::error_for(ui, model.errors, "paper_ids"); // at the first of them
            for (LoanPaper const& paper : model.papers.value()->items) {
                auto const chosen = model.on_scan.find(paper.id.value);
                if (chosen == model.on_scan.end()) continue;
                if (ui.checkbox("paper." + to_text(paper.id), paper_title(ui.strings(), paper), chosen->second,
                                {.error = std::exchange(error, {})}))
                    forget_error(model.errors, "paper_ids");
            }
        });
        draw_signed_refusal(model, ui);
        ui.actions("actions", [&] {
            if (ui.button("cancel", ui.text("ui.cancel"), ui::Button::secondary, {.enabled = !model.sending})) model.adding = false;
            if (ui.button("send", ui.text("papers.send"), ui::Button::primary,
                          {.enabled = !is_sending(model.files), .busy = model.sending}))
                send_signed_papers(model, context.api);
        });
    });
}

} // namespace

void draw_paper_list(std::string_view key, std::string_view label, std::vector<LoanPaper> const& papers, Person const& me, Ui& ui) {
    bool const readable = may(me, Action::read_papers);
    ui.group(key, label, {.gap = 12}, [&] {
        for (LoanPaper const& paper : papers)
            ui.column("paper." + to_text(paper.id), {.gap = 2}, [&] {
                ui.row("title", [&] {
                    ui.paragraph("title", paper_title(ui.strings(), paper), ui::TextKind::strong);
                    if (paper.signature_pending) ui.badge("pending", ui.text("handover.signature_pending"), ui::Tone::warning);
                });
                ui.muted("issued", ui.text("loan_paper.issued_at") + ' ' + paper_date(ui.strings(), paper));
                if (readable) draw_paper_links(paper, ui);
            });
    });
}

void draw_papers(PapersModel& model, ScreenContext const& context, Ui& ui) {
    if (model.added) {
        context.toast(ui.text("papers.added"));
        model.added = false;
    }
    std::string const title = ui.text("papers.title");
    ui.card("papers", {.title = title, .icon = embedded::icon_file_text}, [&] {
        Page<LoanPaper> const* const papers = model.papers.value();
        if (papers == nullptr && model.papers.error() != nullptr) {
            ui.alert("failed", ui::Tone::danger, ui.text("papers.failed"), error_text(ui, model.papers.error()->code));
            return;
        }
        if (papers == nullptr) {
            ui.loading("loading", ui.text("papers.loading"));
            return;
        }
        if (papers->items.empty()) ui.muted("none", ui.text("papers.none"));
        draw_paper_list("list", title, papers->items, context.me, ui);
        if (model.adding)
            draw_adding(model, context, ui);
        else if (has_pending(model) && may(context.me, Action::sign_papers) &&
                 ui.button("add", ui.text("papers.add_signed"), ui::Button::secondary, {.icon = embedded::icon_upload}))
            begin_adding(model, context.api);
        if (may(context.me, Action::edit_papers)) ui.link("settings", ui.text("papers.settings"), "basis/briefkopf");
    });
}

} // namespace schulkit
