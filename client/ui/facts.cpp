#include "client/ui/state.hpp"
#include "client/ui/ui.hpp"
#include "shared/core/date.hpp"

#include <cstdlib>

namespace schulkit::ui {

float Ui::width() const { return m_state.input.width; }
float Ui::height() const { return m_state.input.height; }
bool Ui::is_phone() const { return m_state.phone; }
bool Ui::is_touch() const { return m_state.touch; }
std::string const& Ui::language() const { return m_state.language; }
std::int64_t Ui::now_ms() const { return m_state.input.now_ms; }
void Ui::request_frame(int after_ms) { want_frame(m_state, after_ms); }

std::string Ui::text(std::string_view key, TextArgs args) const { return ui_text(m_state, key, args); }
bool Ui::has_text(std::string_view key) const { return m_state.strings.has(key); }

std::string Ui::count_text(std::string_view key, std::int64_t count, TextArgs args) const {
    std::string const one_or_other = std::string{key} + (count == 1 ? ".one" : ".other");
    return fill_in(ui_text(m_state, one_or_other, args), {{"count", number(count)}});
}

namespace {

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string grouped(std::int64_t number, std::string_view separator) {
    std::string digits = std::to_string(number < 0 ? -number : number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, separator);
    return (number < 0 ? "-" : "") + digits;
}

} // namespace

std::string Ui::number(std::int64_t number) const {
    return grouped(number, ui_text(m_state, "format.thousands"));
}

std::string Ui::money(Cents cents) const {
    std::int64_t const rest = std::llabs(cents.value % 100);
    std::string amount = grouped(cents.value / 100, ui_text(m_state, "format.thousands"));
    if (cents.value < 0 && cents.value > -100) amount = "-" + amount;
    amount += ui_text(m_state, "format.decimal") + two_digits(static_cast<int>(rest));
    return ui_text(m_state, "format.money", {{"amount", amount}});
}

std::string Ui::date(Date const& date) const {
    return ui_text(m_state, "format.date",
                   {{"day", two_digits(date.day)},
                    {"month", two_digits(date.month)},
                    {"year", std::to_string(date.year)}});
}

std::string Ui::date_time(Instant instant) const {
    BerlinTime const there = to_berlin(instant);
    std::string const time = two_digits(there.minutes / 60) + ":" + two_digits(there.minutes % 60);
    return ui_text(m_state, "format.date_time", {{"date", date(there.date)}, {"time", time}});
}

} // namespace schulkit::ui
