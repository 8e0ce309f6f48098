#pragma once
// Lists as offices send them, made here: no file of anybody is copied.

#include "shared/imports/device_list.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace schulkit::samples {

/// UTF-8 → UTF-16, without a byte order mark. Characters up to U+FFFF.
inline std::string utf16(std::string_view text, Encoding encoding) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size();) {
        auto const byte = [&](std::size_t i) {
            return static_cast<unsigned>(static_cast<unsigned char>(text[at + i]));
        };
        unsigned unit = byte(0);
        std::size_t length = 1;
        if (unit >= 0xE0) {
            unit = ((unit & 0x0Fu) << 12) | ((byte(1) & 0x3Fu) << 6) | (byte(2) & 0x3Fu);
            length = 3;
        } else if (unit >= 0xC0) {
            unit = ((unit & 0x1Fu) << 6) | (byte(1) & 0x3Fu);
            length = 2;
        }
        at += length;
        char const high = static_cast<char>(unit >> 8);
        char const low = static_cast<char>(unit & 0xFFu);
        bytes += encoding == Encoding::utf_16be ? high : low;
        bytes += encoding == Encoding::utf_16be ? low : high;
    }
    return bytes;
}

/// As Excel's "Unicode text" has it: byte order mark, little endian.
inline std::string excel_unicode_text(std::string_view text) {
    return "\xFF\xFE" + utf16(text, Encoding::utf_16le);
}

/// A list of `rows` devices as a county keeps it, in UTF-8; about 150 bytes a row.
inline std::string county_list(std::size_t rows) {
    std::string text =
        "Inventarnummer;Bezeichnung;Kategorie;Hersteller;Modell;Seriennummer;Status;Schule;Raum;Kaufdatum;"
        "Anschaffungswert;Bemerkung\r\n";
    for (std::size_t i = 1; i <= rows; ++i) {
        std::string const n = std::to_string(i);
        text += "BEA" + n + ";\"Beamer \"\"groß\"\"; Aula " + n + "\";Projektor;Epson;EB-L200F;X4LA" + n +
                ";in Betrieb;GYM-03;R " + std::to_string(i % 400) + ";" + std::to_string(1 + i % 28) +
                ".08.2024;\"1.234," + std::to_string(10 + i % 90) +
                " €\";für die Aula, nicht für das Foyer\r\n";
    }
    return text;
}

inline DeviceList read(std::string_view bytes) {
    auto list = read_device_list(bytes);
    return list ? std::move(*list) : DeviceList{};
}

/// The error of a list that is refused as a whole; code "" if it was read.
inline Error refusal(std::string_view bytes) {
    auto list = read_device_list(bytes);
    return list ? Error{.kind = ErrorKind::internal, .code = ""} : list.error();
}

} // namespace schulkit::samples
