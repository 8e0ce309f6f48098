#pragma once
// Numbers, money and moments as they read in a language.

#include "shared/core/date.hpp"
#include "shared/core/schema.hpp"
#include "shared/core/strings.hpp"

namespace schulkit {

std::string number_text(Strings const& strings, std::int64_t number); ///< "6.012"
std::string money_text(Strings const& strings, Cents cents);          ///< "1.234,56 €"
std::string date_text(Strings const& strings, Date const& date);      ///< "31.08.2024"
std::string date_time_text(Strings const& strings, Instant instant);  ///< "31.08.2024, 14:05", Europe/Berlin
std::string size_text(Strings const& strings, std::int64_t bytes);    ///< "312 KB", "1,4 MB"
/// key + ".one" or ".other", with {count} filled in.
std::string count_text(Strings const& strings, std::string_view key, std::int64_t count);

} // namespace schulkit
