#include "shared/core/format.hpp"

#include <algorithm>
#include <cstdlib>

namespace schulkit {
namespace {

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string grouped(std::int64_t number, std::string_view separator) {
    std::string digits = std::to_string(number < 0 ? -number : number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, separator);
    return (number < 0 ? "-" : "") + digits;
}

} // namespace

std::string number_text(Strings const& strings, std::int64_t number) {
    return grouped(number, strings.get("format.thousands"));
}

std::string money_text(Strings const& strings, Cents cents) {
    std::int64_t const rest = std::llabs(cents.value % 100);
    std::string amount = grouped(cents.value / 100, strings.get("format.thousands"));
    if (cents.value < 0 && cents.value > -100) amount = "-" + amount;
    amount += strings.get("format.decimal") + two_digits(static_cast<int>(rest));
    return strings.get("format.money", {{"amount", amount}});
}

std::string date_text(Strings const& strings, Date const& date) {
    return strings.get("format.date", {{"day", two_digits(date.day)},
                                       {"month", two_digits(date.month)},
                                       {"year", std::to_string(date.year)}});
}

std::string date_time_text(Strings const& strings, Instant instant) {
    BerlinTime const there = to_berlin(instant);
    std::string const time = two_digits(there.minutes / 60) + ":" + two_digits(there.minutes % 60);
    return strings.get("format.date_time", {{"date", date_text(strings, there.date)}, {"time", time}});
}

std::string size_text(Strings const& strings, std::int64_t bytes) {
    constexpr std::int64_t kilobyte = 1024;
    constexpr std::int64_t megabyte = kilobyte * kilobyte;
    if (bytes < megabyte)
        return std::to_string(std::clamp<std::int64_t>((bytes + kilobyte / 2) / kilobyte, 1, kilobyte - 1)) + " KB";
    std::int64_t const tenths = (bytes * 10 + megabyte / 2) / megabyte;
    std::string const rest = tenths % 10 == 0 ? "" : strings.get("format.decimal") + std::to_string(tenths % 10);
    return grouped(tenths / 10, strings.get("format.thousands")) + rest + " MB";
}

std::string count_text(Strings const& strings, std::string_view key, std::int64_t count) {
    return strings.get_count(key, count == 1, {{"count", number_text(strings, count)}});
}

} // namespace schulkit
