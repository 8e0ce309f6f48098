#pragma once
// The OpenAPI 3.1 description, made from the endpoints that are mounted and the Schemas of their parts.

#include "server/http/decode_request.hpp"
#include "server/http/mounted.hpp"

namespace schulkit {

/// A request has no read-only fields and must give only what the rules require; an answer gives everything.
enum class SchemaUse { answer, request, patch };

/// components/schemas, each by its name: "asset" → Asset, AssetInput, AssetPatch; Page<Asset> → AssetPage.
class SchemaBook {
public:
    /// The JSON Schema of a value of that type; entities become a reference.
    template <class T> Json schema_of(SchemaUse use, Rules const& rules = {}) {
        if constexpr (is_optional<T>::value) {
            return or_null(schema_of<typename T::value_type>(use, rules));
        } else if constexpr (is_vector<T>::value) {
            return {{"type", "array"}, {"items", schema_of<typename T::value_type>(use)}};
        } else if constexpr (detail::is_patch<T>::value) {
            return reference<typename detail::is_patch<T>::Of>(SchemaUse::patch);
        } else if constexpr (Entity<T>) {
            return reference<T>(use);
        } else if constexpr (NamedEnum<T>) {
            Json words = Json::array();
            for (auto const& [value, word] : EnumWords<T>::values)
                words.push_back(std::string{word});
            return {{"type", "string"}, {"enum", std::move(words)}};
        } else if constexpr (std::is_same_v<T, bool>) {
            return {{"type", "boolean"}};
        } else if constexpr (std::is_same_v<T, std::string>) {
            return text_schema(use, rules);
        } else if constexpr (std::is_same_v<T, Date>) {
            return {{"type", "string"}, {"format", "date"}};
        } else if constexpr (std::is_same_v<T, Instant>) {
            return {{"type", "string"}, {"format", "date-time"}};
        } else if constexpr (std::is_same_v<T, Json>) {
            return {{"type", "object"}};
        } else if constexpr (std::is_same_v<T, int>) {
            return number_schema("int32", use, rules);
        } else {
            static_assert(std::is_same_v<T, std::int64_t> || std::is_same_v<T, Cents> || is_id<T>::value);
            return number_schema("int64", use, rules);
        }
    }

    Json const& schemas() const { return m_schemas; }

private:
    template <class T> struct PageOf { static constexpr bool value = false; };
    template <class T> struct PageOf<Page<T>> {
        static constexpr bool value = true;
        using Item = T;
    };

    template <Entity T> static std::string name_of_entity() {
        if constexpr (PageOf<T>::value)
            return name_of_entity<typename PageOf<T>::Item>() + "Page";
        else
            return camel_case(Schema<T>::name);
    }
    template <Entity T> Json reference(SchemaUse use) {
        std::string const name = name_of_entity<T>() + suffix_of(use);
        if (!m_schemas.contains(name)) {
            m_schemas[name] = nullptr; // holds the place should T contain itself
            m_schemas[name] = entity_schema<T>(use);
        }
        return {{"$ref", "#/components/schemas/" + name}};
    }
    template <Entity T> Json entity_schema(SchemaUse use) {
        Json properties = Json::object();
        Json required = Json::array();
        for_each_field<T>([&](auto const& f) {
            using V = std::remove_cvref_t<decltype(std::declval<T>().*f.member)>;
            if (f.rules.read_only && use != SchemaUse::answer) return;
            Json schema = schema_of<V>(use, f.rules);
            if (use == SchemaUse::patch && !f.rules.required && !is_optional<V>::value)
                schema = or_null(std::move(schema));
            if (f.rules.read_only) schema["readOnly"] = true;
            properties[std::string{f.name}] = std::move(schema);
            if (use == SchemaUse::answer || (use == SchemaUse::request && f.rules.required))
                required.push_back(std::string{f.name});
        });
        Json schema{{"type", "object"}, {"properties", std::move(properties)}};
        if (!required.empty()) schema["required"] = std::move(required);
        return schema;
    }

    static std::string camel_case(std::string_view name);
    static std::string suffix_of(SchemaUse use);
    static Json or_null(Json schema);
    static Json text_schema(SchemaUse use, Rules const& rules);
    static Json number_schema(char const* format, SchemaUse use, Rules const& rules);

    Json m_schemas = Json::object();
};

namespace detail {

enum class BodyForm { none, json, optional_json, bytes };

/// An operation object from its typed parts.
Json operation_object(Mounted const& mounted, Json parameters, BodyForm body, Json body_schema, BodyForm answer,
                      Json answer_schema);
Json parameter_object(std::string_view name, char const* place, bool required, Json schema);

} // namespace detail

/// One endpoint's operation object.
template <class E> Json describe_operation(Mounted const& mounted, SchemaBook& book) {
    Json parameters = Json::array();
    for_each_field<typename E::Path>([&](auto const& f) {
        using V = std::remove_cvref_t<decltype(std::declval<typename E::Path>().*f.member)>;
        parameters.push_back(
            detail::parameter_object(f.name, "path", true, book.schema_of<V>(SchemaUse::request, f.rules)));
    });
    typename E::Query const unset{};
    for_each_field<typename E::Query>([&](auto const& f) {
        using V = std::remove_cvref_t<decltype(unset.*f.member)>;
        Json schema;
        if constexpr (is_optional<V>::value)
            schema = book.schema_of<typename V::value_type>(SchemaUse::request, f.rules);
        else
            schema = book.schema_of<V>(SchemaUse::request, f.rules);
        if (Json const value = encode_value(unset.*f.member); !value.is_null() && !f.rules.required)
            schema["default"] = value;
        parameters.push_back(detail::parameter_object(f.name, "query", f.rules.required, std::move(schema)));
    });
    auto body = detail::BodyForm::json;
    Json body_schema;
    if constexpr (std::is_same_v<typename E::Body, None>)
        body = detail::BodyForm::none;
    else if constexpr (std::is_same_v<typename E::Body, Bytes>)
        body = detail::BodyForm::bytes;
    else
        body_schema = book.schema_of<typename E::Body>(SchemaUse::request);
    if constexpr (requires { requires E::body_may_be_absent; }) body = detail::BodyForm::optional_json;
    auto answer = detail::BodyForm::json;
    Json answer_schema;
    if constexpr (std::is_same_v<typename E::Response, None>)
        answer = detail::BodyForm::none;
    else if constexpr (std::is_same_v<typename E::Response, Bytes>)
        answer = detail::BodyForm::bytes;
    else
        answer_schema = book.schema_of<typename E::Response>(SchemaUse::answer);
    return detail::operation_object(mounted, std::move(parameters), body, std::move(body_schema), answer,
                                    std::move(answer_schema));
}

std::string openapi_document(std::vector<Mounted> const& endpoints, Deployment const& deployment);

} // namespace schulkit
