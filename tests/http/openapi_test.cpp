#include "tests/support/notes.hpp"

#include <catch_amalgamated.hpp>

#include <set>

using namespace schulkit;
using namespace schulkit::test;

namespace {

/// Every "$ref" below `json`.
void collect_references(Json const& json, std::set<std::string>& references) {
    if (json.is_object() && json.contains("$ref")) references.insert(json["$ref"].get<std::string>());
    for (auto const& [name, child] : json.items())
        if (child.is_structured()) collect_references(child, references);
}

Json document() {
    Notebook const notebook{make_deployment("https://h/schulkit").value()};
    auto const response = notebook.call("", "GET", "/api/openapi.json");
    REQUIRE(response.status == 200);
    return json_of(response);
}

Json const* find_parameter(Json const& operation, std::string const& name) {
    for (Json const& parameter : operation["parameters"])
        if (parameter.contains("name") && parameter["name"] == name) return &parameter;
    return nullptr;
}

} // namespace

TEST_CASE("the description has every endpoint once, under its sub-path", "[http][openapi]") {
    Json const api = document();
    CHECK(api["openapi"] == "3.1.0");
    CHECK(api["servers"][0]["url"] == "/schulkit");
    Notebook notebook;
    std::set<std::string> ids;
    for (auto const& [path, operations] : api["paths"].items())
        for (auto const& [method, operation] : operations.items())
            ids.insert(operation["operationId"].get<std::string>());
    CHECK(ids.size() == notebook.router().endpoints().size());
    CHECK(api["paths"]["/api/notes"].size() == 2);
    CHECK(api["paths"].contains("/api/scan/{code}"));
}

TEST_CASE("every reference leads somewhere", "[http][openapi]") {
    Json const api = document();
    std::set<std::string> references;
    collect_references(api, references);
    CHECK(references.size() >= 6);
    for (std::string const& reference : references) {
        INFO(reference);
        REQUIRE(reference.starts_with("#/"));
        CHECK(api.contains(Json::json_pointer{reference.substr(1)}));
    }
}

TEST_CASE("a request gives less than an answer, a patch may clear", "[http][openapi]") {
    Json const schemas = document()["components"]["schemas"];
    Json const& answer = schemas["TestNote"];
    CHECK(answer["required"] == Json::parse(R"(["id","text","color","due_on","labels","worth_cents"])"));
    CHECK(answer["properties"]["id"] ==
          Json::parse(R"({"type":"integer","format":"int64","readOnly":true})"));
    CHECK(answer["properties"]["text"] == Json::parse(R"({"type":"string"})"));
    CHECK(answer["properties"]["due_on"] == Json::parse(R"({"type":["string","null"],"format":"date"})"));
    CHECK(answer["properties"]["labels"] == Json::parse(R"({"type":"array","items":{"type":"string"}})"));

    Json const& input = schemas["TestNoteInput"];
    CHECK(input["required"] == Json::parse(R"(["text"])"));
    CHECK(!input["properties"].contains("id"));
    CHECK(input["properties"]["text"] == Json::parse(R"({"type":"string","minLength":1,"maxLength":2000})"));
    CHECK(input["properties"]["color"] == Json::parse(R"({"type":"string","enum":["yellow","green"]})"));
    CHECK(input["properties"]["worth_cents"] ==
          Json::parse(R"({"type":["integer","null"],"format":"int64","minimum":0,"maximum":1000})"));

    Json const& patch = schemas["TestNotePatch"];
    CHECK(!patch.contains("required"));
    CHECK(patch["properties"]["color"] ==
          Json::parse(R"({"type":["string","null"],"enum":["yellow","green",null]})"));
    CHECK(patch["properties"]["text"]["type"] == "string");

    Json const& page = schemas["TestNotePage"];
    CHECK(page["properties"]["items"]["items"] == Json::parse(R"({"$ref":"#/components/schemas/TestNote"})"));
}

TEST_CASE("parameters have their place, type and what holds without them", "[http][openapi]") {
    Json const api = document();
    Json const& list = api["paths"]["/api/notes"]["get"];
    CHECK(*find_parameter(list, "limit") ==
          Json::parse(
              R"({"name":"limit","in":"query","schema":{"type":"integer","format":"int32","default":50}})"));
    CHECK((*find_parameter(list, "color"))["schema"] ==
          Json::parse(R"({"type":"string","enum":["yellow","green"]})"));
    CHECK(*find_parameter(api["paths"]["/api/notes/{id}"]["get"], "id") ==
          Json::parse(
              R"({"name":"id","in":"path","required":true,"schema":{"type":"integer","format":"int64"}})"));
}

TEST_CASE("writes take a key, files are bytes, failures are problems, open calls need no sign-in",
          "[http][openapi]") {
    Json const api = document();
    Json const& create = api["paths"]["/api/notes"]["post"];
    CHECK(create["parameters"] == Json::parse(R"([{"$ref":"#/components/parameters/IdempotencyKey"}])"));
    CHECK(create["responses"].contains("201"));
    CHECK(create["responses"]["default"] == Json::parse(R"({"$ref":"#/components/responses/Problem"})"));
    CHECK(create["requestBody"]["content"]["application/json"]["schema"]["$ref"] ==
          "#/components/schemas/TestNoteInput");
    CHECK(create["security"] == Json::parse(R"([{"session":[]},{"token":[]}])"));
    CHECK(!api["paths"]["/api/notes"]["get"].contains("requestBody"));
    CHECK(api["paths"]["/api/files"]["post"]["requestBody"]["content"].contains("application/octet-stream"));
    CHECK(api["paths"]["/api/bell"]["delete"]["security"] ==
          Json::parse(R"([{},{"session":[]},{"token":[]}])"));
    CHECK(api["paths"]["/api/bell"]["delete"]["responses"]["204"] ==
          Json::parse(R"({"description":"Done"})"));
}
