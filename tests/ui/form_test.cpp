#include "client/ui/form.hpp"

#include "shared/assets/asset.hpp"
#include "shared/core/validate.hpp"
#include "tests/support/screen.hpp"

using namespace schulkit;
using namespace schulkit::ui;

TEST_CASE("money is read as people write it, or not at all", "[ui][form]") {
    auto const german = [](std::string_view text) -> std::int64_t {
        auto const cents = read_money(text, ',');
        return cents ? cents->value : -1;
    };
    CHECK(german("12") == 1200);
    CHECK(german("12,5") == 1250);
    CHECK(german("1.234,56 €") == 123456);
    CHECK(german("1234,56") == 123456);
    CHECK(german("1.234") == 123400);
    CHECK(german("1.234.567,00") == 123456700);
    CHECK(german("12.50") == 1250); // three digits would be needed after a thousand's dot
    CHECK(german("\u00a012,00\u00a0€") == 1200);
    CHECK(german("0,05") == 5);
    CHECK(german("12,") == 1200);
    CHECK(german("12,345") == -1);
    CHECK(german("1.2345") == -1);
    CHECK(german("1.23,45") == -1);
    CHECK(german("zwölf") == -1);
    CHECK(german("12 Euro") == -1);
    CHECK(german("") == -1);
    CHECK(german("1234567890123456") == -1);
    CHECK(read_money("-3,20", ',')->value == -320);
    CHECK(read_money("1,234.56", '.')->value == 123456);
    CHECK(read_money("1,234", '.')->value == 123400);
}

namespace {

struct Editor {
    Asset draft = {};
    FieldErrors errors = {};
    bool readable = true;
    int changes = 0;

    void draw(Ui& ui) {
        Form form{ui, draft, errors};
        changes += form.edit<&Asset::tag>() ? 1 : 0;
        changes += form.edit<&Asset::serial>() ? 1 : 0;
        changes += form.edit<&Asset::status>() ? 1 : 0;
        changes += form.edit<&Asset::purchased_on>() ? 1 : 0;
        changes += form.edit<&Asset::price_cents>() ? 1 : 0;
        changes += form.edit<&Asset::notes>() ? 1 : 0;
        readable = form.readable();
        ui.button("save", "Speichern");
    }
};

std::string label(HeadlessScreen& screen, std::string_view key) { return screen.frame().ui().text(key); }

} // namespace

TEST_CASE("a form's fields come from the Schema", "[ui][form]") {
    Editor editor;
    HeadlessScreen screen{[&](Ui& ui) { editor.draw(ui); }};
    Node const& tag = screen.field(label(screen, "asset.tag"));
    REQUIRE(tag.role == Role::textbox);
    REQUIRE(tag.key == "tag");
    REQUIRE(tag.required);
    REQUIRE(tag.max_length == 40);
    REQUIRE(screen.field(label(screen, "asset.status")).role == Role::combobox);
    REQUIRE(screen.field(label(screen, "asset.status")).options.size() == 7);
    REQUIRE(screen.field(label(screen, "asset.purchased_on")).role == Role::datebox);
    REQUIRE(screen.field(label(screen, "asset.price_cents")).input_mode == "decimal");
    REQUIRE(screen.field(label(screen, "asset.notes")).role == Role::textarea);
    require_sound(screen);
}

TEST_CASE("what is typed into a form arrives in the entity", "[ui][form]") {
    Editor editor;
    HeadlessScreen screen{[&](Ui& ui) { editor.draw(ui); }};
    screen.type(label(screen, "asset.tag"), "TAB-00042");
    screen.type(label(screen, "asset.serial"), "C02XK1");
    screen.choose(label(screen, "asset.status"), label(screen, "asset.status.in_use"));
    screen.type(label(screen, "asset.purchased_on"), "2024-08-31");
    screen.type(label(screen, "asset.price_cents"), "1.234,5");
    screen.type(label(screen, "asset.notes"), "Zwei\nZeilen");
    REQUIRE(editor.draft.tag == "TAB-00042");
    REQUIRE(editor.draft.serial == "C02XK1");
    REQUIRE(editor.draft.status == AssetStatus::in_use);
    REQUIRE(editor.draft.purchased_on == Date{2024, 8, 31});
    REQUIRE(editor.draft.price_cents == Cents{123450});
    REQUIRE(editor.draft.notes == "Zwei\nZeilen");
    REQUIRE(editor.changes == 6);

    screen.type(label(screen, "asset.serial"), "");
    screen.type(label(screen, "asset.purchased_on"), "");
    screen.type(label(screen, "asset.price_cents"), "");
    REQUIRE_FALSE(editor.draft.serial.has_value());
    REQUIRE_FALSE(editor.draft.purchased_on.has_value());
    REQUIRE_FALSE(editor.draft.price_cents.has_value());
}

TEST_CASE("a price stays as typed while it is typed, and is written out when the field is left", "[ui][form]") {
    Editor editor;
    HeadlessScreen screen{[&](Ui& ui) { editor.draw(ui); }};
    std::string const price = label(screen, "asset.price_cents");
    screen.type(price, "12,");
    REQUIRE(screen.field(price).value == "12,");
    REQUIRE(editor.draft.price_cents == Cents{1200});
    screen.focus(Role::button, "Speichern");
    REQUIRE(screen.field(price).value == "12,00");
}

TEST_CASE("a price that means nothing is an error, is kept, and stops the saving", "[ui][form]") {
    Editor editor;
    editor.draft.price_cents = Cents{1200};
    HeadlessScreen screen{[&](Ui& ui) { editor.draw(ui); }};
    std::string const price = label(screen, "asset.price_cents");
    REQUIRE(editor.readable);
    screen.type(price, "zwölf");
    screen.focus(Role::button, "Speichern");
    REQUIRE_FALSE(editor.readable);
    REQUIRE(screen.field(price).value == "zwölf");
    REQUIRE(screen.field(price).invalid);
    REQUIRE(editor.draft.price_cents == Cents{1200});
    screen.type(price, "13");
    screen.focus(Role::button, "Speichern");
    REQUIRE(editor.readable);
    REQUIRE(editor.draft.price_cents == Cents{1300});
    REQUIRE_FALSE(screen.field(price).invalid);
}

TEST_CASE("an error stands at its field until the field changes", "[ui][form]") {
    Editor editor;
    editor.errors = validate(editor.draft);
    HeadlessScreen screen{[&](Ui& ui) { editor.draw(ui); }};
    std::string const tag = label(screen, "asset.tag");
    REQUIRE(screen.field(tag).invalid);
    REQUIRE(screen.field(tag).description == label(screen, "error.required"));
    REQUIRE(screen.has(label(screen, "error.required")));
    screen.type(tag, "T-1");
    REQUIRE_FALSE(screen.field(tag).invalid);
    // The name is no field of this form; its error is somebody else's business and stays.
    REQUIRE(editor.errors.size() == 1);
    REQUIRE(editor.errors.front().field == "name");
}
