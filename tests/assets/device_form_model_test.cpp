#include "client/assets/device_form_model.hpp"
#include "client/merge.hpp"
#include "client/platform/headless/headless_platform.hpp"
#include "tests/assets/asset_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

/// A form over device 12, already loaded.
struct OpenForm {
    HeadlessPlatform platform = {};
    Api api{platform, [](Error const&) {}};
    DeviceFormModel model = {};
    std::optional<Asset> saved = std::nullopt;

    OpenForm() { open(model); }
    void open(DeviceFormModel& form) {
        open_device_form(form, api, coordinator, {12});
        platform.answer("/api/assets/12", {.status = 200, .body = encode(stored)});
    }
    void save() {
        save_device_form(model, api, [this](Asset const& asset) { saved = asset; });
    }
    void answer(int status, std::string body) {
        REQUIRE(platform.answer("/api/assets/12", {.status = status, .body = std::move(body)}));
    }
    Json sent() {
        HttpCall const* const call = platform.last_call("PATCH", "/api/assets/12");
        REQUIRE(call != nullptr);
        return *parse_json(call->body);
    }
    std::size_t patches() const {
        std::size_t count = 0;
        for (HttpCall const& call : platform.calls())
            count += call.method == "PATCH" ? 1 : 0;
        return count;
    }

    Asset stored = projector();
};

std::string stale(Asset const& current) {
    return dump_json({{"code", "stale"}, {"current", encode_value(current)}});
}

} // namespace

TEST_CASE("what somebody else changed joins what is being typed", "[assets][form]") {
    Asset const base = projector();
    Asset theirs = base;
    theirs.room = "117";
    theirs.name = "Beamer neu";
    theirs.serial = "S-1";
    theirs.version = 4;
    Asset mine = base;
    mine.name = "Mein Beamer";
    mine.serial = "S-1";
    mine.notes = "Fernbedienung fehlt";
    auto const merged = merge_changes(base, theirs, mine);
    CHECK(merged == std::vector<MergedField>{{"name", MergeOutcome::kept}, {"room", MergeOutcome::taken}});
    CHECK(mine.name == "Mein Beamer");
    CHECK(mine.room == "117");
    CHECK(mine.notes == "Fernbedienung fehlt");
    CHECK(mine.version == 4);
}

TEST_CASE("only what was changed is sent, with the version it was changed from", "[assets][form]") {
    OpenForm form;
    form.model.draft.room = "Raum 117";
    form.save();
    CHECK(form.sent() == Json{{"room", "117"}, {"version", 3}});
    Asset stored = projector();
    stored.room = "117";
    stored.version = 4;
    form.answer(200, encode(stored));
    REQUIRE(form.saved);
    CHECK(form.saved->version == 4);
    CHECK_FALSE(has_changes(form.model));
}

TEST_CASE("saving without a change sends nothing", "[assets][form]") {
    OpenForm form;
    form.model.draft.name += "  ";
    form.save();
    CHECK(form.patches() == 0);
    CHECK(form.saved);
}

TEST_CASE("a rule that is broken is found before anything is sent", "[assets][form]") {
    OpenForm form;
    form.model.draft.name = "  ";
    form.save();
    CHECK(form.patches() == 0);
    CHECK(form.model.errors == FieldErrors{{"name", "required"}});
    CHECK(form.platform.last_focus == FocusTarget::first_field_with_error);
}

TEST_CASE("the server's objections stand beside their fields and nothing typed is lost", "[assets][form]") {
    OpenForm form;
    form.model.draft.tag = "BEA0205";
    form.model.draft.notes = "lang getippt";
    form.save();
    form.answer(409, problem("taken", {{"tag", "taken"}}));
    REQUIRE(form.model.errors.size() == 1);
    CHECK(form.model.errors[0].code == "taken");
    CHECK(form.model.draft.tag == "BEA0205");
    CHECK(form.model.draft.notes == "lang getippt");
    CHECK_FALSE(form.saved);
}

TEST_CASE("two people change the same device: the second sees it and saves over it knowingly",
          "[assets][form]") {
    OpenForm form;
    form.model.draft.name = "Mein Beamer";
    form.model.draft.notes = "lang getippt";
    form.save();
    Asset theirs = projector();
    theirs.name = "Beamer neu";
    theirs.room = "117";
    theirs.version = 4;
    form.answer(409, stale(theirs));

    CHECK(form.model.draft.name == "Mein Beamer");
    CHECK(form.model.draft.notes == "lang getippt");
    CHECK(form.model.draft.room == "117");
    CHECK(form.model.others.base == projector());
    CHECK(overwrites(form.model));
    CHECK(form.model.saving.error() == nullptr);
    CHECK_FALSE(form.saved);

    SECTION("over it") {
        form.save();
        CHECK(form.sent() == Json{{"name", "Mein Beamer"}, {"notes", "lang getippt"}, {"version", 4}});
    }
    SECTION("or with the other person's value") {
        take_theirs(form.model, form.api, "name");
        CHECK_FALSE(overwrites(form.model));
        form.save();
        CHECK(form.sent() == Json{{"notes", "lang getippt"}, {"version", 4}});
    }
}

TEST_CASE("when the answer is lost, the same change is sent again under the same key", "[assets][form]") {
    OpenForm form;
    form.model.draft.room = "117";
    form.save();
    std::string const key = form.platform.calls().back().idempotency_key;
    REQUIRE_FALSE(key.empty());
    form.answer(0, "");
    REQUIRE(form.model.saving.error() != nullptr);
    CHECK(form.model.saving.error()->code == "no_connection");
    CHECK(form.model.draft.room == "117");

    SECTION("unchanged") {
        form.save();
        CHECK(form.platform.calls().back().idempotency_key == key);
    }
    SECTION("something else is another change") {
        form.model.draft.room = "118";
        form.save();
        CHECK(form.platform.calls().back().idempotency_key != key);
    }
    SECTION("the server is back: the notice goes, the typing stays") {
        retry_device_form(form.model, form.api);
        CHECK(form.model.saving.error() == nullptr);
        CHECK(form.model.draft.room == "117");
    }
}

TEST_CASE("what is typed while a save is under way stays, and is the next change", "[assets][form]") {
    OpenForm form;
    form.model.draft.room = "117";
    form.save();
    form.model.draft.notes = "noch schnell";
    Asset stored = form.stored;
    stored.room = "117";
    stored.version += 1;
    form.answer(200, encode(stored));
    CHECK(form.model.draft.room == "117");
    CHECK(form.model.draft.notes == "noch schnell");
    form.save();
    CHECK(form.sent() == Json{{"notes", "noch schnell"}, {"version", stored.version}});
}

TEST_CASE("a draft outlives the page and is gone once it is saved", "[assets][form][draft]") {
    OpenForm form;
    form.model.draft.notes = "lang getippt";
    keep_draft(form.model, form.api);

    DeviceFormModel again;
    SECTION("nothing changed meanwhile") {
        form.open(again);
        CHECK(again.restored);
        CHECK(again.draft.notes == "lang getippt");
        CHECK(has_changes(again));
    }
    SECTION("somebody changed the device meanwhile") {
        form.stored.room = "117";
        form.stored.version = 4;
        form.open(again);
        CHECK(again.draft.notes == "lang getippt");
        CHECK(again.draft.room == "117");
        CHECK(again.others.fields == std::vector<MergedField>{{"room", MergeOutcome::taken}});
    }
    SECTION("it was saved") {
        form.save();
        form.answer(200, encode(form.model.draft));
        form.open(again);
        CHECK_FALSE(again.restored);
        CHECK(form.platform.storage.empty());
    }
    SECTION("it was discarded") {
        discard_draft(form.model, form.api);
        CHECK(form.model.draft == projector());
        CHECK(form.platform.storage.empty());
    }
    SECTION("it is no draft any more") {
        for (auto& [key, value] : form.platform.storage)
            value = "{kaputt";
        form.open(again);
        CHECK_FALSE(again.restored);
        CHECK(again.draft == projector());
    }
    SECTION("another person signs in") {
        Person other = coordinator;
        other.id = {8};
        open_device_form(again, form.api, other, {12});
        form.answer(200, encode(projector()));
        CHECK_FALSE(again.restored);
    }
}

TEST_CASE("a change from elsewhere reaches an untouched form and leaves a used one alone", "[assets][form]") {
    OpenForm form;
    Changes const changes{.items = {{.id = 1, .entity = "asset", .entity_id = 12, .action = "update"}}};
    form.stored.room = "117";
    form.stored.version = 4;
    SECTION("untouched") {
        take_form_changes(form.model, form.api, changes);
        form.answer(200, encode(form.stored));
        CHECK(form.model.draft.room == "117");
        CHECK_FALSE(form.model.changed_meanwhile);
    }
    SECTION("used") {
        form.model.draft.room = "204a";
        take_form_changes(form.model, form.api, changes);
        form.answer(200, encode(form.stored));
        CHECK(form.model.draft.room == "204a");
        CHECK(form.model.before.room == "204");
        CHECK(form.model.changed_meanwhile);
    }
}

TEST_CASE("a new device begins at the only school of a technician's station", "[assets][form][access]") {
    HeadlessPlatform platform;
    Api api{platform, [](Error const&) {}};
    Person const technician = person_with(schulkit::Role::technician, {"BBS-01"});
    DeviceFormModel model;
    open_new_device_form(model, api, technician);
    CHECK(model.draft.school_code == "BBS-01");
    CHECK_FALSE(has_changes(model));
    model.schools.take(two_schools());
    auto const schools = schools_for(model.schools, technician, Action::update_asset);
    REQUIRE(schools.size() == 1);
    CHECK(schools.front().code == "BBS-01");
}

TEST_CASE("a site goes with its school", "[assets][form]") {
    OpenForm form;
    form.model.schools.take(two_schools());
    CHECK(sites_to_assign(form.model).size() == 2);
    form.model.draft.site_code = "A";
    choose_school(form.model, "BBS-01");
    CHECK_FALSE(form.model.draft.site_code);
    CHECK(sites_to_assign(form.model).empty());
}

TEST_CASE("a route that names no device makes none", "[assets][form]") {
    HeadlessPlatform platform;
    Api api{platform, [](Error const&) {}};
    DeviceFormModel model;
    open_device_form(model, api, coordinator, {});
    CHECK_FALSE(model.is_new);
    REQUIRE(model.loaded.error() != nullptr);
    CHECK(model.loaded.error()->kind == ErrorKind::not_found);
    CHECK(platform.calls().empty());
}
