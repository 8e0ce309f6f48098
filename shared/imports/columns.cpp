#include "shared/imports/columns.hpp"

#include "shared/core/text.hpp"
#include "shared/imports/cell_text.hpp"
#include "shared/imports/header_words.hpp"

#include <algorithm>

namespace schulkit {
namespace {

constexpr std::size_t max_header_bytes = 200;

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> keys) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool contains(std::string_view key, std::string_view part) {
    return key.find(part) != std::string_view::npos;
}

/// "Anschaffungswert in EUR brutto" names the same column as "Anschaffungswert".
std::string without_unit(std::string_view key) {
    static constexpr std::string_view units[] = {"brutto", "netto", "ineuro", "ineur",
                                                 "euro",   "eur",   "inusd",  "usd"};
    for (bool found = true; found;) {
        found = false;
        for (std::string_view const unit : units) {
            if (key.size() <= unit.size() || !key.ends_with(unit)) continue;
            key.remove_suffix(unit.size());
            found = true;
        }
    }
    return std::string{key};
}

/// Shelf's own fields stand as "cf: Serial number,type:text".
std::string_view name_of_custom_field(std::string_view header) {
    header = trim(header);
    if (!fold(header.substr(0, 3)).starts_with("cf:")) return {};
    header.remove_prefix(3);
    return header.substr(0, header.find(','));
}

/// The keys under which a header may be known, the most exact one first.
std::vector<std::string> keys_of(std::string_view header) {
    if (header.size() > max_header_bytes) return {};
    if (std::string_view const custom = name_of_custom_field(header); !custom.empty()) header = custom;
    std::vector<std::string> keys{header_key(header)};
    keys.push_back(without_unit(keys.front()));
    std::size_t const bracket = header.find_first_of("([\r\n");
    if (bracket != std::string_view::npos && bracket > 0) {
        keys.push_back(header_key(header.substr(0, bracket)));
        keys.push_back(without_unit(keys.back()));
    }
    return keys;
}

ListFormat recognise(std::vector<std::string> const& keys) {
    auto const has = [&](std::string_view key) {
        return std::find(keys.begin(), keys.end(), key) != keys.end();
    };
    auto const count = [&](std::initializer_list<std::string_view> wanted) {
        return std::count_if(wanted.begin(), wanted.end(), has);
    };
    if (has("tag") && count({"schoolcode", "sitecode", "purchasedon", "pricecents"}) >= 1)
        return ListFormat::schulkit;
    if (count({"assettag", "serialnumber"}) >= 1 &&
        count({"deviceudid", "activationlockbypasscode", "locationname", "enrolltype", "schoolnumber"}) >= 2)
        return ListFormat::jamf_school;
    if (has("devicename") &&
        count({"lastcheckin", "azureaddeviceid", "microsoftentradeviceid", "primaryuserupn", "enrollmentdate",
               "ownership", "compliance", "deviceid", "managedby"}) >= 2)
        return ListFormat::intune;
    if (has("title") &&
        count({"valuation", "custodian", "bookable", "assetmodel", "kit", "consumptiontype"}) >= 2)
        return ListFormat::shelf;
    if (has("inventorycode") && count({"modelid", "isborrowable", "isinventoryrelevant", "product", "produkt",
                                       "buildingid", "roomid"}) >= 1)
        return ListFormat::leihs;
    bool const checked_out = std::any_of(keys.begin(), keys.end(), [](std::string const& key) {
        return key.starts_with("checkedout") || key.starts_with("herausgegeben");
    });
    if (has("assettag") && (checked_out || count({"assetname",
                                                  "itemname",
                                                  "modelname",
                                                  "modellname",
                                                  "modelno",
                                                  "modellnr",
                                                  "modelnotes",
                                                  "modellnotizen",
                                                  "company",
                                                  "firma",
                                                  "purchasecost",
                                                  "einkaufspreis",
                                                  "checkouttype",
                                                  "herausgabetyp",
                                                  "defaultlocation",
                                                  "standardstandort",
                                                  "asseteoldate",
                                                  "eoldate",
                                                  "endedernutzungsdauer",
                                                  "assetnotes",
                                                  "assetnotizen",
                                                  "eolrate",
                                                  "requestable"}) >= 1))
        return ListFormat::snipe_it;
    return ListFormat::list;
}

HeaderWord const* find_word(std::vector<std::string> const& keys, std::optional<ListFormat> format) {
    for (std::string const& key : keys)
        for (HeaderWord const& word : header_words())
            if (word.key == key && (!word.only || !format || word.only == format)) return &word;
    return nullptr;
}

struct Header {
    std::size_t cell = 0;
    std::vector<std::string> keys = {};
};

/// A header of several meanings goes to the first of its columns that no other header names.
bool map_vague_header(ColumnMap& map, Header const& header) {
    for (HeaderWord const& word : vague_header_words()) {
        if (std::find(header.keys.begin(), header.keys.end(), word.key) == header.keys.end()) continue;
        auto& sources = map.sources[static_cast<std::size_t>(word.column)];
        if (!sources.empty() && sources.front().key != word.key) continue;
        sources.push_back({.cell = header.cell, .rank = 9, .key = std::string{word.key}});
        return true;
    }
    return false;
}

} // namespace

std::string header_key(std::string_view header) {
    std::string key;
    if (header.size() > max_header_bytes) return key;
    for (char const c : fold(header))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key += c;
    return key;
}

bool is_private_header(std::string_view key) {
    if (is_one_of(key, {"checkedouttolocation", "checkouttolocation", "herausgebenanort", "ownership"}))
        return false;
    for (std::string_view const part :
         {"bypass", "passwor", "kennwort", "unlockcode", "recoverykey", "bitlocker", "filevault",
          "wiederherstellungsschluessel", "email", "telefon", "schueler", "pupil"})
        if (contains(key, part)) return true;
    for (std::string_view const start :
         {"activationlock", "owner", "primaryuser", "checkedout", "herausgegebenan", "assignedto",
          "assigntouser", "zugewiesen", "ausgegebenan", "verantwortlich", "alternateusername"})
        if (key.starts_with(start)) return true;
    return is_one_of(key, {"username",
                           "user",
                           "userid",
                           "userupn",
                           "userprincipalname",
                           "upn",
                           "benutzer",
                           "benutzername",
                           "nutzer",
                           "nutzername",
                           "userdisplayname",
                           "fullname",
                           "vollername",
                           "firstname",
                           "lastname",
                           "vorname",
                           "nachname",
                           "phone",
                           "phonenumber",
                           "userphonenumber",
                           "mail",
                           "custodian",
                           "borrower",
                           "ausleiher",
                           "entleiher",
                           "employeenumber",
                           "employeenum",
                           "employeeno",
                           "mitarbeiternummer",
                           "mitarbeiter",
                           "manager",
                           "managerfirstname",
                           "managerlastname",
                           "lehrer",
                           "lehrerin",
                           "lehrkraft",
                           "herausgegeben",
                           "pin"});
}

ColumnMap map_columns(std::vector<std::string> const& header) {
    ColumnMap map;
    std::vector<std::string> all_keys;
    for (std::string const& text : header)
        all_keys.push_back(header_key(text));
    map.format = recognise(all_keys);

    std::vector<Header> vague;
    for (std::size_t cell = 0; cell < header.size(); ++cell) {
        Header entry{.cell = cell, .keys = keys_of(header[cell])};
        if (trim(header[cell]).empty()) {
            map.unnamed.push_back(cell);
        } else if (std::any_of(entry.keys.begin(), entry.keys.end(), is_private_header)) {
            map.private_headers.push_back(header[cell]);
        } else if (HeaderWord const* word = find_word(entry.keys, map.format)) {
            map.sources[static_cast<std::size_t>(word->column)].push_back(
                {.cell = cell, .rank = word->rank, .key = std::string{word->key}});
        } else {
            vague.push_back(std::move(entry));
        }
    }
    for (Header const& entry : vague) {
        if (map_vague_header(map, entry)) continue;
        std::string_view const text = header[entry.cell];
        map.ignored_headers.push_back(std::string{cut_to_bytes(text, max_header_bytes)});
    }
    for (auto& sources : map.sources)
        std::stable_sort(sources.begin(), sources.end(),
                         [](ColumnSource const& a, ColumnSource const& b) { return a.rank < b.rank; });
    return map;
}

std::size_t count_known_columns(std::vector<std::string_view> const& cells) {
    std::array<bool, column_count> seen = {};
    for (std::string_view const cell : cells) {
        std::vector<std::string> const keys = keys_of(trim(cell.substr(0, max_header_bytes + 1)));
        if (HeaderWord const* word = find_word(keys, std::nullopt)) {
            seen[static_cast<std::size_t>(word->column)] = true;
            continue;
        }
        for (HeaderWord const& word : vague_header_words())
            if (std::find(keys.begin(), keys.end(), word.key) != keys.end())
                seen[static_cast<std::size_t>(word.column)] = true;
    }
    return static_cast<std::size_t>(std::count(seen.begin(), seen.end(), true));
}

} // namespace schulkit
