#include "client/ui/state.hpp"
#include "client/ui/ui.hpp"
#include "shared/core/format.hpp"

namespace schulkit::ui {

float Ui::width() const { return m_state.input.width; }
float Ui::height() const { return m_state.input.height; }
bool Ui::is_phone() const { return m_state.phone; }
bool Ui::is_touch() const { return m_state.touch; }
std::string const& Ui::language() const { return m_state.language; }
std::int64_t Ui::now_ms() const { return m_state.input.now_ms; }

std::string Ui::text(std::string_view key, TextArgs args) const { return ui_text(m_state, key, args); }
bool Ui::has_text(std::string_view key) const { return m_state.strings.has(key); }

std::string Ui::count_text(std::string_view key, std::int64_t count, TextArgs args) const {
    std::string const one_or_other = std::string{key} + (count == 1 ? ".one" : ".other");
    return fill_in(ui_text(m_state, one_or_other, args), {{"count", number(count)}});
}

std::string Ui::number(std::int64_t number) const { return number_text(m_state.strings, number); }
std::string Ui::money(Cents cents) const { return money_text(m_state.strings, cents); }
std::string Ui::date(Date const& date) const { return date_text(m_state.strings, date); }
std::string Ui::date_time(Instant instant) const { return date_time_text(m_state.strings, instant); }
Strings const& Ui::strings() const { return m_state.strings; }

} // namespace schulkit::ui
