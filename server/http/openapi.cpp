#include "server/http/openapi.hpp"

#include "server/http/problem.hpp"

namespace schulkit {
namespace {

Json reference_to(std::string_view what) {
    return {{"$ref", "#/components/" + std::string{what}}};
}

/// "/api/lookup/{code...}" is "/api/lookup/{code}" to OpenAPI, which has no word for the rest of a path.
std::string described_path(std::string_view pattern) {
    std::string path{pattern};
    if (auto const dots = path.find("...}"); dots != path.npos) path.erase(dots, 3);
    return path;
}

/// "/api/assets/{id}" → "assets".
std::string tag_of(std::string_view pattern) {
    pattern.remove_prefix(std::string_view{"/api/"}.size());
    return std::string{pattern.substr(0, pattern.find('/'))};
}

std::string lower_method(Method method) {
    std::string word{method_word(method)};
    for (char& c : word)
        c = static_cast<char>(c + ('a' - 'A'));
    return word;
}

Json problem_schema() {
    Json const text{{"type", "string"}};
    Json const error{{"type", "object"},
                     {"properties", {{"field", text}, {"code", text}, {"value", text}}},
                     {"required", Json::array({"field", "code"})}};
    return {
        {"type", "object"},
        {"description", "RFC 9457; some codes bring members of their own, such as `current` with `stale`"},
        {"properties",
         {{"type", {{"type", "string"}, {"format", "uri-reference"}}},
          {"title", text},
          {"status", {{"type", "integer"}}},
          {"code", text},
          {"errors", {{"type", "array"}, {"items", error}}},
          {"request_id", text}}},
        {"required", Json::array({"type", "title", "status", "code"})}};
}

Json components(SchemaBook const& book) {
    Json schemas = book.schemas();
    schemas["Problem"] = problem_schema();
    return {
        {"schemas", std::move(schemas)},
        {"responses",
         {{"Problem",
           {{"description", "An error"},
            {"content", {{std::string{problem_type}, {{"schema", reference_to("schemas/Problem")}}}}}}}}},
        {"parameters",
         {{"IdempotencyKey",
           {{"name", "Idempotency-Key"},
            {"in", "header"},
            {"description", "The same key again gets the same answer and changes nothing; kept for 30 days"},
            {"schema",
             {{"type", "string"}, {"minLength", 1}, {"maxLength", 200}, {"pattern", "^[!-~]+$"}}}}}}},
        {"securitySchemes",
         {{"session", {{"type", "apiKey"}, {"in", "cookie"}, {"name", std::string{session_cookie_name}}}},
          {"token", {{"type", "http"}, {"scheme", "bearer"}}}}}};
}

} // namespace

std::string SchemaBook::camel_case(std::string_view name) {
    std::string out;
    bool capital = true;
    for (char const c : name) {
        if (c == '_') {
            capital = true;
            continue;
        }
        out += capital ? static_cast<char>(c - ('a' - 'A')) : c;
        capital = false;
    }
    return out;
}

std::string SchemaBook::suffix_of(SchemaUse use) {
    switch (use) {
    case SchemaUse::answer:
        return "";
    case SchemaUse::request:
        return "Input";
    case SchemaUse::patch:
        return "Patch";
    }
    return "";
}

Json SchemaBook::or_null(Json schema) {
    if (schema.contains("$ref")) return {{"anyOf", Json::array({std::move(schema), Json{{"type", "null"}}})}};
    schema["type"] = Json::array({schema["type"], "null"});
    if (schema.contains("enum")) schema["enum"].push_back(nullptr);
    return schema;
}

Json SchemaBook::text_schema(SchemaUse use, Rules const& rules) {
    Json schema{{"type", "string"}};
    if (use == SchemaUse::answer) return schema;
    if (rules.required) schema["minLength"] = 1;
    schema["maxLength"] = rules.max_length == 0 ? default_max_length : rules.max_length;
    return schema;
}

Json SchemaBook::number_schema(char const* format, SchemaUse use, Rules const& rules) {
    Json schema{{"type", "integer"}, {"format", format}};
    if (use == SchemaUse::answer) return schema;
    if (rules.min != INT64_MIN) schema["minimum"] = rules.min;
    if (rules.max != INT64_MAX) schema["maximum"] = rules.max;
    return schema;
}

namespace detail {

Json parameter_object(std::string_view name, char const* place, bool required, Json schema) {
    Json parameter{{"name", std::string{name}}, {"in", place}};
    if (required) parameter["required"] = true;
    parameter["schema"] = std::move(schema);
    return parameter;
}

Json operation_object(Mounted const& mounted, Json parameters, BodyForm body, Json body_schema, BodyForm answer,
                      Json answer_schema) {
    if (mounted.guard == Guard::write) parameters.push_back(reference_to("parameters/IdempotencyKey"));
    Json operation{{"operationId", std::string{mounted.name}},
                   {"summary", std::string{mounted.summary}},
                   {"tags", Json::array({tag_of(mounted.pattern.text())})}};
    if (!parameters.empty()) operation["parameters"] = std::move(parameters);
    if (body == BodyForm::json || body == BodyForm::optional_json)
        operation["requestBody"] = {
            {"required", body == BodyForm::json}, {"content", {{"application/json", {{"schema", std::move(body_schema)}}}}}};
    if (body == BodyForm::bytes) // OpenAPI 3.1: the bytes of a file need no schema
        operation["requestBody"] = {{"required", true},
                                    {"content", {{"application/octet-stream", Json::object()}}}};
    Json success{{"description", "Done"}};
    if (answer == BodyForm::bytes) success["content"] = {{"*/*", Json::object()}};
    if (answer == BodyForm::json)
        success["content"] = {{"application/json", {{"schema", std::move(answer_schema)}}}};
    operation["responses"] = {{std::to_string(mounted.success), std::move(success)},
                              {"default", reference_to("responses/Problem")}};
    Json const session{{"session", Json::array()}};
    Json const token{{"token", Json::array()}};
    operation["security"] = mounted.guard == Guard::open ? Json::array({Json::object(), session, token})
                                                         : Json::array({session, token});
    return operation;
}

} // namespace detail

std::string openapi_document(std::vector<Mounted> const& endpoints, Deployment const& deployment) {
    SchemaBook book;
    Json paths = Json::object();
    for (Mounted const& mounted : endpoints)
        paths[described_path(mounted.pattern.text())][lower_method(mounted.method)] =
            mounted.describe(mounted, book);
    Json const document{
        {"openapi", "3.1.0"},
        {"info",
         {{"title", "Schulkit"},
          {"version", SCHULKIT_VERSION},
          {"summary", "Hardware, tablet kits and loans, and repair tickets of a county's schools"},
          {"license", {{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
        {"servers", Json::array({Json{{"url", deployment.base_path.empty() ? "/" : deployment.base_path}}})},
        {"paths", std::move(paths)},
        {"components", components(book)}};
    return dump_json(document);
}

} // namespace schulkit
