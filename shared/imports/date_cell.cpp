#include "shared/imports/date_cell.hpp"

#include "shared/core/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace schulkit {
namespace {

/// Three numbers with the same sign between them, blanks allowed behind it: "31. 8. 2024".
struct NumericDate {
    std::array<int, 3> numbers = {};
    std::array<std::size_t, 3> digits = {};
    char separator = '\0';
};

bool is_time_of_day(std::string_view text) {
    if (text.empty()) return true;
    if (text.front() != 'T' && text.front() != ' ' && text.front() != ',') return false;
    std::size_t const start = text.find_first_not_of("T ,");
    if (start == std::string_view::npos) return true;
    return is_digit(text[start]) && text.find(':') != std::string_view::npos &&
           text.find_first_not_of("0123456789:. +-TZAPMapmUTCGhr", start) == std::string_view::npos;
}

std::optional<NumericDate> split_date(std::string_view text) {
    NumericDate date;
    std::size_t at = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        std::size_t const start = at;
        for (; at < text.size() && is_digit(text[at]) && at - start < 4; ++at)
            date.numbers[i] = date.numbers[i] * 10 + (text[at] - '0');
        date.digits[i] = at - start;
        if (date.digits[i] == 0 || (at < text.size() && is_digit(text[at]))) return std::nullopt;
        if (i == 2) break;
        if (at == text.size()) return std::nullopt;
        char const sign = text[at++];
        if ((sign != '.' && sign != '/' && sign != '-') || (i > 0 && sign != date.separator))
            return std::nullopt;
        date.separator = sign;
        while (at < text.size() && text[at] == ' ')
            ++at;
    }
    if (!is_time_of_day(text.substr(at))) return std::nullopt;
    return date;
}

bool year_comes_first(NumericDate const& date) {
    return date.digits[0] == 4 && date.digits[1] <= 2 && date.digits[2] <= 2;
}

bool year_comes_last(NumericDate const& date) {
    return date.digits[0] <= 2 && date.digits[1] <= 2 && (date.digits[2] == 2 || date.digits[2] == 4);
}

std::optional<Date> make_date(int year, std::size_t year_digits, int month, int day) {
    if (year_digits == 2) year += year >= 69 ? 1900 : 2000;
    if (year < 1900 || year > 2100 || !date_exists(year, month, day)) return std::nullopt;
    return Date{.year = year, .month = month, .day = day};
}

std::optional<Date> day_first(NumericDate const& date) {
    return make_date(date.numbers[2], date.digits[2], date.numbers[1], date.numbers[0]);
}

std::optional<Date> month_first(NumericDate const& date) {
    return make_date(date.numbers[2], date.digits[2], date.numbers[0], date.numbers[1]);
}

/// The month a word means: any beginning of its German or English name, from three letters on.
int month_of(std::string_view folded) {
    struct Name {
        std::string_view name;
        int month;
    };
    static constexpr std::array names{
        Name{"januar", 1},    Name{"january", 1},   Name{"jaenner", 1},  Name{"februar", 2},
        Name{"february", 2},  Name{"maerz", 3},     Name{"march", 3},    Name{"mrz", 3},
        Name{"april", 4},     Name{"mai", 5},       Name{"may", 5},      Name{"juni", 6},
        Name{"june", 6},      Name{"juli", 7},      Name{"july", 7},     Name{"august", 8},
        Name{"sept", 9},      Name{"september", 9}, Name{"oktober", 10}, Name{"october", 10},
        Name{"november", 11}, Name{"dezember", 12}, Name{"december", 12}};
    if (folded.size() < 3) return 0;
    for (Name const& name : names)
        if (name.name.starts_with(folded)) return name.month;
    return 0;
}

bool is_day_of_week(std::string_view folded) {
    static constexpr std::array<std::string_view, 14> names{
        "monday", "tuesday",  "wednesday", "thursday",   "friday",  "saturday", "sunday",
        "montag", "dienstag", "mittwoch",  "donnerstag", "freitag", "samstag",  "sonntag"};
    return folded.size() >= 2 && std::any_of(names.begin(), names.end(),
                                             [&](std::string_view name) { return name.starts_with(folded); });
}

std::optional<Date> read_with_month_name(std::string_view cell) {
    std::vector<std::string> words = folded_words(cell.substr(0, std::min(cell.find(':'), cell.size())));
    // the hour before the first colon
    if (cell.find(':') != std::string_view::npos && words.size() > 3) words.pop_back();
    if (!words.empty() && month_of(words.front()) == 0 && is_day_of_week(words.front()))
        words.erase(words.begin());
    if (words.size() != 3) return std::nullopt;
    auto const number = [](std::string const& word) {
        bool const short_number = word.size() <= 4 && std::all_of(word.begin(), word.end(), is_digit);
        return short_number ? std::stoi(word) : -1;
    };
    bool const name_first = month_of(words[0]) != 0;
    int const month = month_of(name_first ? words[0] : words[1]);
    int const day = number(name_first ? words[1] : words[0]);
    std::size_t const year_digits = words[2].size();
    bool const year_is_whole = year_digits == 4 || (year_digits == 2 && !name_first);
    int const year = number(words[2]);
    if (month == 0 || day < 0 || year < 0 || !year_is_whole) return std::nullopt;
    return make_date(year, year_digits, month, day);
}

} // namespace

void DateEvidence::see(std::string_view cell) {
    cell = trim(cell);
    if (cell.size() < 6 || !is_digit(cell.front())) return;
    auto const date = split_date(cell);
    if (!date || date->separator == '.' || !year_comes_last(*date)) return;
    auto const by_day = day_first(*date);
    auto const by_month = month_first(*date);
    if (by_day && !by_month) ++m_day_first;
    if (by_month && !by_day) ++m_month_first;
    if (by_day && by_month && by_day != by_month) ++m_ambiguous;
}

void DateEvidence::see(DateEvidence const& other) {
    m_day_first += other.m_day_first;
    m_month_first += other.m_month_first;
    m_ambiguous += other.m_ambiguous;
}

SlashOrder DateEvidence::order() const {
    if (m_day_first > 0 && m_month_first == 0) return SlashOrder::day_first;
    if (m_month_first > 0 && m_day_first == 0) return SlashOrder::month_first;
    return SlashOrder::unknown;
}

std::optional<Date> read_date_cell(std::string_view cell, SlashOrder order) {
    cell = trim(cell);
    auto const date = split_date(cell);
    if (!date) return read_with_month_name(cell);
    if (year_comes_first(*date)) return make_date(date->numbers[0], 4, date->numbers[1], date->numbers[2]);
    if (!year_comes_last(*date)) return std::nullopt;
    if (date->separator == '.' || order == SlashOrder::day_first) return day_first(*date);
    if (order == SlashOrder::month_first) return month_first(*date);
    auto const by_day = day_first(*date);
    auto const by_month = month_first(*date);
    if (by_day && by_month && by_day != by_month) return std::nullopt;
    return by_day ? by_day : by_month;
}

bool is_zero_date(std::string_view cell) {
    auto const date = split_date(trim(cell));
    if (!date) return false;
    auto const& n = date->numbers;
    if (year_comes_first(*date)) return n[1] == 0 && n[2] == 0 && (n[0] == 0 || n[0] == 1900);
    if (!year_comes_last(*date)) return false;
    bool const no_day = (n[0] == 0 && n[1] <= 1) || (n[0] == 1 && n[1] == 0);
    return no_day && (n[2] == 0 || n[2] == 1900);
}

} // namespace schulkit
