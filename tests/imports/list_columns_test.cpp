#include "shared/assets/asset.hpp"
#include "shared/imports/columns.hpp"
#include "shared/imports/header_words.hpp"

#include <catch_amalgamated.hpp>

#include <set>

using namespace schulkit;

namespace {

std::string meaning(std::string const& header) {
    ColumnMap const map = map_columns({header});
    for (auto const& [column, word] : EnumWords<Column>::values)
        if (map.has(column)) return std::string{word};
    return map.private_headers.empty() ? "ignored" : "private";
}

} // namespace

TEST_CASE("columns have the names of the asset's fields", "[imports][columns]") {
    std::set<std::string_view> fields;
    for_each_field<Asset>([&](auto const& f) { fields.insert(f.name); });
    for (auto const& [column, word] : EnumWords<Column>::values)
        CHECK(fields.contains(word));
}

TEST_CASE("headers that German offices use are understood", "[imports][columns]") {
    struct Case {
        char const* header;
        char const* field;
    };
    for (auto const& [header, field] : {Case{"Inventarnummer", "tag"},
                                        {"Inventar-Nr.", "tag"},
                                        {"Inv.-Nr.", "tag"},
                                        {"Inv. Nr.", "tag"},
                                        {"InvNr", "tag"},
                                        {"INVENTARNUMMER *", "tag"},
                                        {"Bezeichnung", "name"},
                                        {"Gerätename", "name"},
                                        {"Geraetename", "name"},
                                        {"GERÄTENAME", "name"},
                                        {"Gera\u0308tename", "name"},
                                        {"Gerät", "name"},
                                        {"Kategorie", "category"},
                                        {"Typ", "category"},
                                        {"Hersteller", "manufacturer"},
                                        {"Modell", "model"},
                                        {"Modell-Nr.", "model"},
                                        {"Seriennummer", "serial"},
                                        {"Serien-Nr.", "serial"},
                                        {"Ser.-Nr.", "serial"},
                                        {"S/N", "serial"},
                                        {"Status", "status"},
                                        {"Zustand", "status"},
                                        {"Schule", "school_code"},
                                        {"Schulnummer", "school_code"},
                                        {"Dienststelle", "school_code"},
                                        {"Standort", "site_code"},
                                        {"Außenstelle", "site_code"},
                                        {"Gebäude", "site_code"},
                                        {"Raum", "room"},
                                        {"Raum-Nr.", "room"},
                                        {"Zimmer", "room"},
                                        {"Kaufdatum", "purchased_on"},
                                        {"Anschaffungsdatum", "purchased_on"},
                                        {"Kaufdatum (TT.MM.JJJJ)", "purchased_on"},
                                        {"Anschaffungswert", "price_cents"},
                                        {"Anschaffungswert in EUR", "price_cents"},
                                        {"Anschaffungswert (€, brutto)", "price_cents"},
                                        {"Anschaffungs-\nwert", "price_cents"},
                                        {"Einkaufspreis", "price_cents"},
                                        {"Preis €", "price_cents"},
                                        {"Bemerkung", "notes"},
                                        {"Bemerkungen:", "notes"},
                                        {"\uFEFF Inventarnummer ", "tag"},
                                        {"Lfd. Nr.", "ignored"},
                                        {"Lieferant", "ignored"},
                                        {"Firma", "ignored"},
                                        {"Ende der Nutzungsdauer", "ignored"}}) {
        INFO(header);
        CHECK(meaning(header) == field);
    }
}

TEST_CASE("each header word is written as it is compared, and stands once", "[imports][columns]") {
    std::set<std::pair<std::string_view, std::optional<ListFormat>>> seen;
    for (HeaderWord const& word : header_words()) {
        INFO(word.key);
        CHECK(header_key(word.key) == word.key);
        CHECK_FALSE(is_private_header(word.key));
        CHECK(seen.emplace(word.key, word.only).second);
        if (word.only) CHECK_FALSE(seen.contains({word.key, std::nullopt}));
    }
    for (HeaderWord const& word : vague_header_words()) {
        INFO(word.key);
        CHECK(header_key(word.key) == word.key);
        CHECK_FALSE(seen.contains({word.key, std::nullopt}));
    }
}

TEST_CASE("secrets and columns that name people are kept from everybody", "[imports][columns]") {
    for (std::string const header : {"ActivationLockBypassCode",
                                     "activationLockBypassCode",
                                     "Activation Lock Bypass Code",
                                     "OwnerEmail",
                                     "OwnerFirstName",
                                     "OwnerLastName",
                                     "OwnerUsername",
                                     "Primary user UPN",
                                     "Primary user email address",
                                     "Primary user display name",
                                     "userPrincipalName",
                                     "emailAddress",
                                     "E-Mail",
                                     "userDisplayName",
                                     "Phone number",
                                     "phoneNumber",
                                     "Username",
                                     "User",
                                     "Full Name",
                                     "Checked Out To: Username",
                                     "Checked Out to: First Name",
                                     "Herausgegeben an: Vorname",
                                     "Herausgegeben an",
                                     "Checked Out To",
                                     "Benutzername",
                                     "Nutzer",
                                     "Schüler",
                                     "Passwort",
                                     "BitLocker Recovery Key",
                                     "Custodian",
                                     "Employee No.",
                                     "Verantwortlicher",
                                     "Ausgegeben an"}) {
        INFO(header);
        CHECK(meaning(header) == "private");
    }
    CHECK(meaning("Checked Out To: Location") == "site_code");
    CHECK(meaning("Ownership") == "ignored");
}

TEST_CASE("a header of several meanings fills the column that is missing", "[imports][columns]") {
    auto const typ_is = [](std::vector<std::string> header, Column column) {
        header.push_back("Typ");
        ColumnMap const map = map_columns(header);
        return map.of(column).size() == 1 && map.of(column)[0].cell == header.size() - 1;
    };
    CHECK(typ_is({"Inventarnummer", "Modell"}, Column::category));
    CHECK(typ_is({"Inventarnummer", "Kategorie"}, Column::model));
    CHECK_FALSE(typ_is({"Inventarnummer", "Kategorie", "Modell"}, Column::category));
    ColumnMap const described = map_columns({"Inventarnummer", "Beschreibung"});
    CHECK(described.has(Column::name));
    CHECK(map_columns({"Inventarnummer", "Name", "Beschreibung"}).has(Column::notes));
}

TEST_CASE("of several columns for one thing the telling one is asked first", "[imports][columns]") {
    ColumnMap const map =
        map_columns({"Model No.", "Model", "Schulnummer", "Schule", "Zustand", "Status", "", "Lieferant"});
    REQUIRE(map.of(Column::model).size() == 2);
    CHECK(map.of(Column::model)[0].cell == 1);
    CHECK(map.of(Column::school)[0].cell == 3);
    CHECK(map.of(Column::status)[0].cell == 5);
    CHECK(map.unnamed == std::vector<std::size_t>{6});
    CHECK(map.ignored_headers == std::vector<std::string>{"Lieferant"});
}

TEST_CASE("a header without letters or of absurd length means nothing", "[imports][columns]") {
    CHECK(meaning("123") == "ignored");
    CHECK(meaning("—") == "ignored");
    CHECK(meaning(std::string(100'000, 'x')) == "ignored");
    CHECK(map_columns({std::string(100'000, 'x')}).ignored_headers.at(0).size() == 200);
}
