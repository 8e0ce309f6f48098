// Every widget in every state, in every size and language: what the checks find wrong there is wrong everywhere.
#include "client/styleguide/styleguide_view.hpp"
#include "tests/support/screen.hpp"

#include <algorithm>

using namespace schulkit;
using namespace schulkit::ui;

namespace {

void draw_page(StyleguideModel& model, Ui& ui) {
    AppFrame frame = {.user_name = "Erika Mustermann", .page_key = "styleguide"};
    frame.navigation = {{"home", "Start", nullptr, "#/"}};
    ui.app_frame(frame, [&] { draw_styleguide(model, ui); });
}

} // namespace

TEST_CASE("the page of all widgets is sound in every size, language and theme", "[ui][styleguide]") {
    ScreenSize const size = GENERATE(desktop_size, phone_size, ScreenSize{1024, 768}, ScreenSize{320, 568},
                                     ScreenSize{2560, 1440}, ScreenSize{700, 900}, ScreenSize{699, 900});
    char const* const language = GENERATE("de", "en");
    CAPTURE(size.width, language);
    StyleguideModel model;
    HeadlessScreen screen{[&](Ui& ui) { draw_page(model, ui); }, size, language};
    require_sound(screen);
    screen.input().look = ui::Look::dark;
    screen.input().dpr = 3;
    screen.settle();
    require_sound(screen);
    model.dialog_open = true;
    screen.settle();
    require_sound(screen);
    screen.input().text_size = 2;
    screen.input().look = ui::Look::contrast_light;
    screen.settle();
    require_sound(screen);
}

TEST_CASE("nothing stands beside the window or over its neighbour", "[ui][styleguide]") {
    ScreenSize const size = GENERATE(desktop_size, phone_size, ScreenSize{320, 568}, ScreenSize{820, 1100});
    StyleguideModel model;
    HeadlessScreen screen{[&](Ui& ui) { draw_page(model, ui); }, size};
    std::vector<Node> usable;
    for (Node const& node : screen.tree().nodes) {
        CAPTURE(node.key, node.name, node.value);
        CHECK(node.rect.x >= -0.5F);
        CHECK(node.rect.x + node.rect.width <= size.width + 0.5F);
        if (node.focusable) usable.push_back(node);
    }
    REQUIRE(usable.size() > 30);
    for (std::size_t i = 0; i < usable.size(); ++i)
        for (std::size_t j = i + 1; j < usable.size(); ++j) {
            Rect const& a = usable[i].rect;
            Rect const& b = usable[j].rect;
            // What lies in the scrolled part is covered by the bars around it, not beside them.
            if (!(usable[i].clip == usable[j].clip)) continue;
            bool const apart = a.x + a.width <= b.x + 0.5F || b.x + b.width <= a.x + 0.5F ||
                               a.y + a.height <= b.y + 0.5F || b.y + b.height <= a.y + 0.5F;
            CAPTURE(usable[i].name, usable[j].name);
            CHECK(apart);
        }
}

TEST_CASE("no words are drawn wider than the place that is theirs", "[ui][styleguide]") {
    ScreenSize const size = GENERATE(desktop_size, phone_size, ScreenSize{320, 568});
    StyleguideModel model;
    HeadlessScreen screen{[&](Ui& ui) { draw_page(model, ui); }, size};
    for (Node const& node : screen.tree().nodes) {
        if (node.text.size_px == 0) continue;
        CAPTURE(node.key, node.name, node.value);
        CHECK(node.text.inset_x >= 0);
        CHECK(node.text.inset_x <= node.rect.width);
        CHECK(node.text.line_height_px >= node.text.size_px);
        CHECK(node.text.color != node.text.background);
    }
}

TEST_CASE("headings go down one level at a time", "[ui][styleguide]") {
    StyleguideModel model;
    HeadlessScreen screen{[&](Ui& ui) { draw_page(model, ui); }};
    int before = 0;
    for (Node const& node : screen.tree().nodes) {
        if (node.role != Role::heading) continue;
        REQUIRE(node.level >= 1);
        CHECK(node.level <= before + 1);
        before = node.level;
    }
    REQUIRE(before > 0);
}

TEST_CASE("every control of the page answers to the pointer where it is drawn", "[ui][styleguide]") {
    ScreenSize const size = GENERATE(desktop_size, phone_size);
    StyleguideModel model;
    HeadlessScreen screen{[&](Ui& ui) { draw_page(model, ui); }, size};
    screen.click(Role::button, "Bearbeiten");
    REQUIRE(model.clicks == 1);
    REQUIRE(screen.has("1-mal gespeichert"));
    screen.click(Role::checkbox, "Auch ausgesonderte Geräte zeigen");
    REQUIRE(model.off);
    screen.click(Role::link, "Ausgeliehen (12)");
    REQUIRE(screen.frame().ui().take_route() == "#/styleguide?ansicht=second");
    screen.click(Role::button, "Erneut versuchen");
    REQUIRE(model.clicks == 2);
    screen.click(Role::button, "Fenster öffnen");
    REQUIRE(model.dialog_open);
    screen.escape();
    REQUIRE_FALSE(model.dialog_open);
}

TEST_CASE("the tree as text names role, name, value and state", "[ui][tree]") {
    bool on = true;
    std::string value = "T-1";
    HeadlessScreen screen{[&](Ui& ui) {
        ui.card("card", {.title = "Gerät"}, [&] {
            ui.text_field("tag", "Etikett", value, {.required = true, .error = "Zu lang"});
            ui.checkbox("on", "Aktiv", on, {.enabled = false});
            ui.progress("p", "Lesen", 0.5F);
        });
    }};
    REQUIRE(screen.text() == "region \"Gerät\"\n"
                             "  heading 2 \"Gerät\"\n"
                             "  text = \"Etikett *\"\n"
                             "  textbox \"Etikett\" = \"T-1\" (required, invalid) [Zu lang]\n"
                             "  text = \"Zu lang\"\n"
                             "  checkbox \"Aktiv\" (disabled, checked)\n"
                             "  progressbar \"Lesen\" = \"50\u00A0%\" 50%\n"
                             "  text = \"Lesen\"\n"
                             "status\n"
                             "status\n");
}
