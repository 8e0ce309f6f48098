#include "shared/imports/money_cell.hpp"

#include "shared/core/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace schulkit {
namespace {

constexpr std::int64_t most_cents = 100'000'000'00; // Schema<Asset> allows no more

/// Without currencies and blanks around.
std::string bare_amount(std::string_view cell) {
    static constexpr std::array<std::string_view, 11> currencies{"us$", "usd", "$", "€",    "euro", "eur",
                                                                 "chf", "gbp", "£", "sfr.", "fr."};
    std::string text = fold(cell);
    for (bool found = true; found;) {
        found = false;
        for (std::string_view const currency : currencies) {
            if (text.starts_with(currency))
                text = std::string{trim(std::string_view{text}.substr(currency.size()))};
            else if (text.ends_with(currency))
                text = std::string{trim(std::string_view{text}.substr(0, text.size() - currency.size()))};
            else
                continue;
            found = true;
        }
    }
    // "99,-" and "99,--"
    static constexpr std::array<std::string_view, 8> no_cents{",--", ".--", ",-", ".-",
                                                              ",–",  ".–",  ",—", ".—"};
    for (std::string_view const end : no_cents)
        if (text.size() > end.size() && text.ends_with(end)) return text.substr(0, text.size() - end.size());
    return text;
}

/// Groups of digits and the signs between them; ' ' stands for every sign that can only group.
struct Amount {
    std::vector<std::string> groups = {};
    std::string signs = {};
};

std::optional<Amount> split_amount(std::string_view cell) {
    if (cell.size() > 60) return std::nullopt;
    std::string text = bare_amount(cell);
    for (std::size_t at = text.find("’"); at != std::string::npos; at = text.find("’"))
        text.replace(at, std::string_view{"’"}.size(), "'");
    Amount amount{.groups = {""}};
    for (char const c : text) {
        if (is_digit(c)) {
            amount.groups.back() += c;
        } else if (c == '.' || c == ',' || c == ' ' || c == '\'') {
            if (amount.groups.back().empty()) return std::nullopt;
            amount.signs += c == '\'' ? ' ' : c;
            amount.groups.emplace_back();
        } else {
            return std::nullopt;
        }
    }
    if (amount.groups.back().empty()) return std::nullopt;
    return amount;
}

bool groups_thousands(Amount const& amount, std::size_t group_count) {
    if (group_count == 1) return true;
    if (amount.groups.front().size() > 3 || amount.groups.front().front() == '0') return false;
    for (std::size_t i = 1; i < group_count; ++i)
        if (amount.groups[i].size() != 3 || amount.signs[i - 1] != amount.signs[0]) return false;
    return true;
}

enum class Shape { refused, whole, decimal, either };

/// `either`: 1.234 or 1,234.
Shape shape_of(Amount const& amount) {
    std::size_t const count = amount.groups.size();
    if (count == 1) return Shape::whole;
    char const last = amount.signs.back();
    bool const could_be_decimal = last != ' ' && amount.signs.find(last) == amount.signs.size() - 1 &&
                                  groups_thousands(amount, count - 1);
    bool const could_be_whole = groups_thousands(amount, count);
    std::string const& decimals = amount.groups.back();
    bool const two_decimals =
        decimals.size() <= 2 ||
        (decimals.size() > 3 && decimals.find_first_not_of('0', 2) == std::string::npos); // 2266.1300
    if (could_be_decimal && two_decimals) return Shape::decimal;
    if (could_be_whole) return count == 2 && last != ' ' ? Shape::either : Shape::whole;
    return Shape::refused;
}

} // namespace

void MoneyEvidence::see(std::string_view cell) {
    auto const amount = split_amount(cell);
    if (!amount || amount->signs.empty()) return;
    char const last = amount->signs.back();
    Shape const shape = shape_of(*amount);
    if (shape == Shape::decimal) ++(last == '.' ? m_point : m_comma);
    if (shape == Shape::whole && last == '.') ++m_comma; // 1.234.567
    if (shape == Shape::whole && last == ',') ++m_point;
}

DecimalMark MoneyEvidence::mark() const {
    if (m_point > 0 && m_comma > 0) return DecimalMark::both;
    if (m_point > 0) return DecimalMark::point;
    return m_comma > 0 ? DecimalMark::comma : DecimalMark::unknown;
}

std::optional<Cents> read_money_cell(std::string_view cell, DecimalMark mark) {
    auto const amount = split_amount(cell);
    if (!amount) return std::nullopt;
    Shape const shape = shape_of(*amount);
    char const last = amount->signs.empty() ? ' ' : amount->signs.back();
    if (shape == Shape::refused) return std::nullopt;
    if (shape == Shape::either &&
        (mark == DecimalMark::both || mark == (last == '.' ? DecimalMark::point : DecimalMark::comma)))
        return std::nullopt;
    std::string digits;
    for (std::size_t i = 0; i + (shape == Shape::decimal ? 1 : 0) < amount->groups.size(); ++i)
        digits += amount->groups[i];
    std::string decimals = shape == Shape::decimal ? amount->groups.back().substr(0, 2) : "00";
    if (decimals.size() == 1) decimals += '0';
    return read_cents_cell(digits + decimals);
}

std::optional<Cents> read_cents_cell(std::string_view cell) {
    cell = trim(cell);
    if (cell.empty()) return std::nullopt;
    std::int64_t cents = 0;
    for (char const c : cell) {
        if (!is_digit(c)) return std::nullopt;
        cents = cents * 10 + (c - '0');
        if (cents > most_cents) return std::nullopt;
    }
    return Cents{cents};
}

bool is_no_amount(std::string_view cell) {
    std::string const amount = bare_amount(cell);
    return amount.empty() || amount == "-" || amount == "–" || amount == "—";
}

} // namespace schulkit
