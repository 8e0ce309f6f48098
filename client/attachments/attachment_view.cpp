#include "client/attachments/attachment_view.hpp"

#include "client/error_text.hpp"
#include "embedded/icons.hpp"
#include "shared/core/format.hpp"

namespace schulkit {
namespace {

using ui::Ui;

/// Without HEIC on purpose: an iPhone that is asked for JPEG makes one of it.
constexpr char const* photo_types = "image/jpeg,image/png,image/webp";
constexpr char const* photo_and_pdf_types = "image/jpeg,image/png,image/webp,application/pdf,.pdf";

struct Parts {
    AttachmentsModel& model;
    ScreenContext const& context;
    AttachmentFieldOptions const& options;
    std::function<void()> const& arrived;
};

std::string hint_text(Ui const& ui, TakenFiles taken) {
    return ui.text(taken == TakenFiles::photos ? "attachment.no_pupils" : "attachment.no_pupils_pdf",
                   {{"size", size_text(ui.strings(), max_attachment_bytes)}});
}

std::string file_error_text(Ui const& ui, Error const& error) {
    if (error.code == "too_large")
        return ui.text("attachment.too_large", {{"size", size_text(ui.strings(), max_attachment_bytes)}});
    return error_text(ui, error.code);
}

void draw_file_choice(Parts const& field, std::string_view key, std::string_view label, bool camera, Ui& ui) {
    std::string handle;
    std::string name;
    bool const pdf = field.options.taken == TakenFiles::photos_and_pdf && !camera;
    bool const full = field.model.files.size() >= field.options.most;
    if (ui.file_button(key, label, handle, name,
                       {.accept = pdf ? photo_and_pdf_types : photo_types,
                        .icon = camera ? embedded::icon_camera : embedded::icon_upload,
                        .enabled = field.options.enabled && !full && !is_sending(field.model),
                        .error = camera ? std::string{} : field.options.error,
                        .description = hint_text(ui, field.options.taken),
                        .camera = camera}))
        add_file(field.model, field.context.api, std::move(handle), std::move(name), field.arrived);
}

void draw_buttons(Parts const& field, Ui& ui) {
    bool const photos = field.options.taken == TakenFiles::photos;
    bool const has_camera = ui.is_touch() || ui.is_phone();
    ui.row("choose", [&] {
        if (has_camera) draw_file_choice(field, "camera", ui.text("attachment.take_photo"), true, ui);
        draw_file_choice(field, "file", ui.text(photos ? "attachment.choose_photo" : "attachment.choose_file"), false, ui);
    });
}

/// True: it was removed.
bool draw_arrived(Parts const& field, std::size_t index, Ui& ui) {
    AttachedFile const& file = field.model.files[index];
    bool removed = false;
    ui.row("file." + file.sha256.substr(0, 12), [&] {
        ui.grow();
        ui.paragraph("name", file.name + " · " + size_text(ui.strings(), file.size));
        removed = ui.icon_button("remove", embedded::icon_x, ui.text("attachment.remove", {{"name", file.name}}),
                                 {.enabled = field.options.enabled});
    });
    return removed;
}

void draw_under_way(Parts const& field, Ui& ui) {
    FileOnItsWay const& file = *field.model.under_way;
    if (file.sending) {
        // a photo is made smaller before anything is sent
        ui.progress("sending", ui.text("attachment.sending", {{"name", file.name}}), file.sent > 0 ? file.sent : -1);
        return;
    }
    if (!file.error) return;
    ui.alert("failed", ui::Tone::danger, ui.text("attachment.failed", {{"name", file.name}}),
             file_error_text(ui, *file.error));
    ui.row("after", [&] {
        // the same bad file again would say the same again
        if (is_undecided(*file.error) &&
            ui.button("again", ui.text("attachment.again"), ui::Button::secondary, {.icon = embedded::icon_refresh_cw}))
            return send_again(field.model, field.context.api, field.arrived);
        if (ui.button("forget", ui.text("attachment.forget"), ui::Button::quiet)) forget_file(field.model);
    });
}

} // namespace

bool draw_attachment_field(AttachmentsModel& model, ScreenContext const& context, std::string_view label,
                           AttachmentFieldOptions const& options, Ui& ui, std::function<void()> arrived) {
    // in the language of this moment: the answer comes between pictures
    std::function<void()> const tell = [&model, &context, words = ui.text("attachment.added"), arrived = std::move(arrived)] {
        if (!model.files.empty()) context.toast(ui::fill_in(words, {{"name", model.files.back().name}}));
        arrived();
    };
    Parts const field{model, context, options, tell};
    std::optional<std::size_t> removed;
    ui.column("attachments", {.gap = 8}, [&] {
        ui.paragraph("label", label, ui::TextKind::strong);
        for (std::size_t i = 0; i < model.files.size(); ++i)
            if (draw_arrived(field, i, ui)) removed = i;
        if (model.under_way) draw_under_way(field, ui);
        draw_buttons(field, ui);
        ui.muted("no_pupils", hint_text(ui, options.taken));
        if (model.files.size() >= options.most)
            ui.muted("full", ui.text("attachment.full", {{"count", ui.number(static_cast<std::int64_t>(options.most))}}));
    });
    if (removed) remove_file(model, *removed);
    return removed.has_value();
}

void draw_attached_files(std::vector<AttachedFile> const& files, std::string_view label, std::string_view address,
                         Ui& ui) {
    // Without the slash before it: the page may lie below a path of a proxy.
    std::string const below{address.starts_with('/') ? address.substr(1) : address};
    ui.list("files", label, [&] {
        for (AttachedFile const& file : files)
            ui.list_link("file." + to_text(file.position),
                         {.title = file.name,
                          .detail = size_text(ui.strings(), file.size),
                          .route = below + '/' + to_text(file.position),
                          .icon = is_image(file.media_type) ? embedded::icon_eye : embedded::icon_download});
    });
}

} // namespace schulkit
