#include "shared/assets/asset.hpp"
#include "shared/core/endpoint.hpp"
#include "shared/core/validate.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;

TEST_CASE("JSON that is broken, too deep or not UTF-8 is an error, never a crash", "[core]") {
    CHECK(parse_json("{\"a\":").error().code == "bad_json");
    CHECK(parse_json("").error().code == "bad_json");
    CHECK(parse_json("\"\xC3\"").error().code == "bad_json");
    CHECK(parse_json(std::string(100'000, '[')).error().code == "too_deep");
    CHECK(parse_json(std::string(33, '[') + std::string(33, ']')).error().code == "too_deep");
    CHECK(parse_json(std::string(32, '[') + std::string(32, ']')));
    CHECK(parse_json("{\"text\":\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"}"));
}

TEST_CASE("an object with more members than any of ours is refused before it is built", "[core]") {
    auto const object = [](std::size_t members) {
        std::string text = "{";
        for (std::size_t i = 0; i < members; ++i) text += (i > 0 ? ",\"k" : "\"k") + std::to_string(i) + "\":\",{\"";
        return text + "}";
    };
    CHECK(parse_json(object(256)));
    CHECK(parse_json(object(257)).error().code == "too_many_members");
    CHECK(parse_json("[{\"a\":" + object(257) + "}]").error().code == "too_many_members");
    std::string list = "[1";
    for (int i = 0; i < 10'000; ++i) list += ",1";
    CHECK(parse_json(list + "]"));
}

TEST_CASE("every field of the wrong type is named", "[core]") {
    auto const asset = decode<Asset>(
        R"({"tag":7,"name":null,"status":"broken","price_cents":1.5,"purchased_on":"31.08.2024","room":["204"]})");
    REQUIRE_FALSE(asset);
    CHECK(asset.error().fields == FieldErrors{{"tag", "wrong_type"},
                                              {"name", "wrong_type"},
                                              {"status", "unknown_value", "broken"},
                                              {"room", "wrong_type"},
                                              {"purchased_on", "bad_date", "31.08.2024"},
                                              {"price_cents", "wrong_type"}});
}

TEST_CASE("numbers beyond what can be stored are refused", "[core]") {
    CHECK(decode<Asset>(R"({"price_cents":9223372036854775808})").error().fields[0].code == "out_of_range");
    CHECK(decode<Asset>(R"({"price_cents":9223372036854775807})"));
}

TEST_CASE("unknown members are ignored and absent ones keep their default", "[core]") {
    auto const asset = decode<Asset>(R"({"tag":"T1","name":"PC","colour":"red"})");
    REQUIRE(asset);
    CHECK(asset->category == "Sonstiges");
    CHECK(asset->status == AssetStatus::in_stock);
}

TEST_CASE("in a patch an absent member is unchanged and null clears", "[core]") {
    Asset asset{.tag = "T1", .name = "PC", .serial = "S1", .room = "204"};
    CHECK(apply_patch(Patch<Asset>{Json::parse(R"({"serial":null,"id":99,"version":7})")}, asset).empty());
    CHECK_FALSE(asset.serial);
    CHECK(asset.room == "204");
    CHECK(asset.id.value == 0);
    CHECK(asset.version == 1);

    CHECK(apply_patch(Patch<Asset>{Json::parse(R"({"name":null})")}, asset).empty());
    CHECK(validate(asset) == FieldErrors{{"name", "required"}});
}

TEST_CASE("what changed is all that a patch between two records says", "[core]") {
    Asset const before{.tag = "T1", .name = "PC", .serial = "S1"};
    Asset after = before;
    after.serial.reset();
    after.room = "12";
    after.version = 9;
    Patch<Asset> const patch = patch_between(before, after);
    CHECK(patch.members == Json::parse(R"({"serial":null,"room":"12"})"));
    Asset applied = before;
    CHECK(apply_patch(patch, applied).empty());
    CHECK(applied.room == "12");
}

TEST_CASE("texts are bounded in characters, not in bytes, and hold no control characters", "[core]") {
    std::string umlauts;
    for (int i = 0; i < 40; ++i) umlauts += "ä";
    CHECK(validate(Asset{.tag = umlauts, .name = "x"}).empty());
    CHECK(validate(Asset{.tag = umlauts + "ä", .name = "x"}) == FieldErrors{{"tag", "too_long"}});
    CHECK(validate(Asset{.tag = "a\nb", .name = "x"}) == FieldErrors{{"tag", "bad_character"}});
    CHECK(validate(Asset{.tag = std::string{"a\0b", 3}, .name = "x"}) == FieldErrors{{"tag", "bad_character"}});
    CHECK(validate(Asset{.tag = "a", .name = "x", .notes = "two\nlines"}).empty());
}

TEST_CASE("addresses escape what would break them", "[core]") {
    CHECK(percent_encode("ä/b c?&=#") == "%C3%A4%2Fb%20c%3F%26%3D%23");
    std::string decoded;
    CHECK(percent_decode("%C3%A4%2fb", decoded));
    CHECK(decoded == "ä/b");
    CHECK_FALSE(percent_decode("%", decoded));
    CHECK_FALSE(percent_decode("%4", decoded));
    CHECK_FALSE(percent_decode("%zz", decoded));
    CHECK(percent_decode("a+b", decoded, PlusSign::blank));
    CHECK(decoded == "a b");
}
