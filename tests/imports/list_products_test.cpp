// The header lines are those of the products' own exports and sample files; the rows are invented.
#include "tests/imports/list_samples.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>

using namespace schulkit;
using namespace schulkit::samples;

namespace {

/// A row with a value below some of the headers of `header` and nothing below the others; the first of equal
/// headers.
std::string row_for(std::string_view header, char separator,
                    std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
    std::string row;
    std::vector<std::string_view> used;
    while (true) {
        std::size_t const end = std::min(header.find(separator), header.size());
        std::string_view const name = header.substr(0, end);
        for (auto const& [key, value] : values)
            if (key == name && std::find(used.begin(), used.end(), key) == used.end()) {
                row += value;
                used.push_back(key);
                break;
            }
        if (end == header.size()) break;
        row += separator;
        header.remove_prefix(end + 1);
    }
    REQUIRE(used.size() == values.size());
    return row;
}

bool anywhere(DeviceList const& list, std::string_view secret) {
    for (DeviceRow const& row : list.rows) {
        for (auto const& text : {row.tag, row.name, row.category, row.manufacturer, row.model, row.serial,
                                 row.school, row.other_school, row.site, row.room, row.notes})
            if (text && text->find(secret) != std::string::npos) return true;
        for (FieldError const& error : row.errors)
            if (error.value.find(secret) != std::string::npos) return true;
    }
    for (ListWarning const& warning : list.warnings)
        if (warning.header.find(secret) != std::string::npos) return true;
    return false;
}

} // namespace

TEST_CASE("Snipe-IT's sample of assets is read", "[imports][products]") {
    std::string const header =
        "Company,Name,Asset Tag,Category,Supplier,Manufacturer,Location,Order Number,Model,Model Notes,"
        "Model Number,Asset Notes,Purchase Date,Purchase Cost,Checkout Type,Checked Out To: Username,"
        "Checked Out To: First Name,Checked Out To: Last Name,Checked Out To: Email,"
        "Checked Out To: Location,Asset EOL Date";
    std::string const bytes =
        "\xEF\xBB\xBF" + header + "\n" +
        row_for(header, ',',
                {{"Company", "GYM-03"},
                 {"Name", "\"Macbook Pro 13\"\"\""},
                 {"Asset Tag", "SN-1"},
                 {"Category", "Laptops"},
                 {"Manufacturer", "Apple"},
                 {"Location", "Altbau"},
                 {"Model", "MacBook"},
                 {"Model Number", "MGX72"},
                 {"Asset Notes", "neu"},
                 {"Purchase Date", "1/23/23"},
                 {"Purchase Cost", "$12.58"},
                 {"Checked Out To: Username", "erika.muster"},
                 {"Checked Out To: Email", "erika@example.org"},
                 {"Checked Out To: Location", "204"},
                 {"Asset EOL Date", "1/23/28"}}) +
        "\n" +
        row_for(header, ',',
                {{"Asset Tag", "SN-2"},
                 {"Model", "iPad"},
                 {"Purchase Date", "4/5/23"},
                 {"Purchase Cost", "2266.13"}}) +
        "\n" +
        row_for(header, ',', {{"Asset Tag", "SN-3"}, {"Category", "Tablets"}, {"Purchase Cost", "5000.00"}}) +
        "\n";
    DeviceList const list = read(bytes);
    CHECK(word_of(list.format) == "snipe_it");
    CHECK(word_of(list.encoding) == "utf-8-bom");
    REQUIRE(list.rows.size() == 3);
    DeviceRow const& row = list.rows[0];
    CHECK(row.errors.empty());
    CHECK(row.name == "Macbook Pro 13\"");
    CHECK(row.school == "GYM-03");
    CHECK(row.site == "Altbau");
    CHECK(row.model == "MacBook");
    CHECK(row.notes == "neu");
    CHECK(row.purchased_on == Date{.year = 2023, .month = 1, .day = 23});
    CHECK(row.price_cents == Cents{1258});
    CHECK(list.rows[1].name == "iPad");
    CHECK(list.rows[1].name_is_derived);
    CHECK(list.rows[1].purchased_on == Date{.year = 2023, .month = 4, .day = 5});
    CHECK(list.rows[2].name == "Tablets SN-3");
    CHECK_FALSE(anywhere(list, "erika"));
}

TEST_CASE("Snipe-IT's bad sample is read: CR, not UTF-8, repeated headers, a damaged number",
          "[imports][products]") {
    std::string const header =
        "Full Name,Email,Username,Company,item Name,Category,Model name,Manufacturer,Model Number,Serial,"
        "Asset Tag,Location,Category,Notes,Purchase Date,Purchase Cost,Company,Status,Warranty,Supplier";
    DeviceList const list = read(header + "\r" +
                                 row_for(header, ',',
                                         {{"Full Name", "Erika Muster"},
                                          {"Company", "GYM-03"},
                                          {"item Name", "Caf\xE9-Laptop"},
                                          {"Category", "Laptops"},
                                          {"Model Number", "6.37702E+15"},
                                          {"Serial", "C02X"},
                                          {"Asset Tag", "SN-1"},
                                          {"Purchase Date", "4/25/16"},
                                          {"Status", "Ready to Deploy"}}) +
                                 "\r" +
                                 row_for(header, ',',
                                         {{"item Name", "Tablet"},
                                          {"Asset Tag", "SN-2"},
                                          {"Purchase Date", "4/5/16"},
                                          {"Serial", "6.37702E+15"}}) +
                                 "\r");
    CHECK(list.format == ListFormat::snipe_it);
    CHECK(list.encoding == Encoding::windows_1252);
    REQUIRE(list.rows.size() == 2);
    CHECK(list.rows[0].name == "Café-Laptop");
    CHECK(list.rows[0].status == AssetStatus::in_stock);
    CHECK(list.rows[0].errors ==
          std::vector{FieldError{.field = "model", .code = "bad_number", .value = "6.37702E+15"}});
    CHECK(list.rows[1].errors ==
          std::vector{FieldError{.field = "serial", .code = "bad_number", .value = "6.37702E+15"}});
    CHECK(list.rows[1].purchased_on == Date{.year = 2016, .month = 4, .day = 5});
    CHECK_FALSE(anywhere(list, "Erika"));
}

TEST_CASE("Snipe-IT's sample with empty headers is read", "[imports][products]") {
    std::string const header =
        "Full Name,Email,Username,item Name,,Category,Model name,Manufacturer,,Model Number,Serial,Asset Tag,"
        "Location,,Notes,Purchase Date,Purchase Cost,Company,Status,Warranty,Supplier";
    DeviceList const list =
        read(header + "\r" + row_for(header, ',', {{"item Name", "Tablet"}, {"Asset Tag", "SN-1"}}) + "\r");
    CHECK(list.format == ListFormat::snipe_it);
    CHECK(list.rows.at(0).errors.empty());
    CHECK(list.rows.at(0).tag == "SN-1");
}

TEST_CASE("Snipe-IT's German list and report are read", "[imports][products]") {
    std::string const list_export =
        "ID,Firma,Asset Name,Geräte-Bild,Asset Tag,Seriennummer,Modell,Modellnummer,Kategorie,Status,"
        "Herausgegeben an,Standort,Standard-Standort,Hersteller,Lieferant,Kaufdatum,Einkaufspreis,Notizen";
    DeviceList const exported = read(list_export + "\n" +
                                     row_for(list_export, ',',
                                             {{"Firma", "GYM-03"},
                                              {"Asset Name", "Beamer"},
                                              {"Asset Tag", "SN-1"},
                                              {"Seriennummer", "X4"},
                                              {"Modell", "EB"},
                                              {"Status", "Einsatzbereit deployed"},
                                              {"Herausgegeben an", "Erika Muster"},
                                              {"Standort", "Altbau"},
                                              {"Kaufdatum", "2024-08-31"},
                                              {"Einkaufspreis", "\"1.234,56\""}}) +
                                     "\n");
    CHECK(exported.format == ListFormat::snipe_it);
    DeviceRow const& row = exported.rows.at(0);
    CHECK(row.errors.empty());
    CHECK(row.school == "GYM-03");
    CHECK(row.status == AssetStatus::in_use);
    CHECK(row.price_cents == Cents{123456});
    CHECK_FALSE(anywhere(exported, "Erika"));

    std::string const report =
        "ID,Firma,Asset Name,Asset "
        "Tag,Modell,Modellnr.,Kategorie,Hersteller,Seriennummer,Kaufdatum,Kosten,EOL,Garantie,Garantie "
        "Ablaufdatum,Aktueller Wert,Differenz,Komplett "
        "Abgeschrieben,Auftragsnummer,Lieferant,Standort,Adresse,Adresse,Stadt,"
        "Bundesland,Land,Postleitzahl,Standard-Standort,Adresse,Adresse,Stadt,Bundesland,Land,Postleitzahl,"
        "Herausgegeben,Typ,Manager,"
        "Abteilung,Titel,Telefonnummer,Adressinformation,Stadt des Benuzers,Stadt des Benutzers,Land des "
        "Benutzers,Postleitzahl des "
        "Benutzers,Status,Herausgabedatum,Letztes Rücknahmedatum,Erwartetes Rückgabedatum,Erstellt "
        "am,Aktualisiert am,Gelöscht,Letzte "
        "Prüfung,Nächstes Prüfungsdatum,Notizen,URL";
    DeviceList const reported = read(report + "\n" +
                                     row_for(report, ',',
                                             {{"Asset Tag", "SN-1"},
                                              {"Modell", "EB"},
                                              {"Kosten", "99.50"},
                                              {"Standort", "Altbau"},
                                              {"Herausgegeben", "Erika Muster"},
                                              {"Typ", "user"},
                                              {"Manager", "Erika Chefin"},
                                              {"Telefonnummer", "0123"},
                                              {"Status", "Ready to Deploy (deployed)"}}) +
                                     "\n");
    CHECK(reported.format == ListFormat::snipe_it);
    CHECK(reported.rows.at(0).errors.empty());
    CHECK(reported.rows.at(0).name == "EB");
    CHECK_FALSE(reported.rows.at(0).category);
    CHECK(reported.rows.at(0).price_cents == Cents{9950});
    CHECK(reported.rows.at(0).status == AssetStatus::in_use);
    CHECK_FALSE(anywhere(reported, "Erika"));
    CHECK_FALSE(anywhere(reported, "0123"));
}

TEST_CASE("every label of Snipe-IT's import screen finds its column", "[imports][products]") {
    // label in English, in German, column; "" is not taken over
    struct Case {
        char const* english;
        char const* german;
        char const* field;
    };
    for (auto const& [english, german, field] :
         {Case{"Model Name", "Modellname", "model"},
          {"Asset Notes", "Asset Notizen", "notes"},
          {"Asset Tag", "Asset Tag", "tag"},
          {"Category", "Kategorie", "category"},
          {"Company", "Firma", "school_code"},
          {"Asset Name", "Asset Name", "name"},
          {"Location", "Standort", "site_code"},
          {"Manufacturer", "Hersteller", "manufacturer"},
          {"Model No.", "Modellnr.", "model"},
          {"Purchase Cost", "Einkaufspreis", "price_cents"},
          {"Purchase Date", "Kaufdatum", "purchased_on"},
          {"Serial Number", "Seriennummer", "serial"},
          {"Status", "Status", "status"},
          {"Checkout to Location", "Herausgeben an Ort", "site_code"},
          {"Checked Out to: Full Name", "Herausgegeben an: Voller Name", ""},
          {"Checked Out to: Username", "Herausgegeben an: Benutzername", ""},
          {"Order Number", "Bestellnummer", ""},
          {"Supplier", "Lieferant", ""},
          {"Warranty", "Garantie", ""},
          {"EOL Date", "Ende der Nutzungsdauer", ""},
          {"Last Audit", "Letzte Prüfung", ""},
          {"BYOD", "BYOD", ""}}) {
        for (std::string const label : {english, german}) {
            INFO(label);
            ColumnMap const map = map_columns({"Asset Tag", "Checkout Type", label});
            CHECK(map.format == ListFormat::snipe_it);
            std::string found;
            for (auto const& [column, word] : EnumWords<Column>::values)
                for (ColumnSource const& source : map.of(column))
                    if (source.cell == 2) found = word;
            CHECK(found == field);
        }
    }
}

TEST_CASE("Jamf School's export is read and its unlock codes are not", "[imports][products]") {
    std::string const header = "ActivationLockBypassCode;AssetTag;AvailableCapacity;BackupEnabled;"
                               "BluetoothMAC;CurrentIPAddress;DateModified;DeviceUDID;"
                               "EnrollType;EnrollmentDate;EthernetMAC;IsLostModeEnabled;IsManaged;IsShared;"
                               "IsSupervised;IsTrashed;LastConnected;LocationName;"
                               "ManagementID;MemberOf;Model;Name;Notes;OsVersion;OwnerEmail;OwnerFirstName;"
                               "OwnerLastName;OwnerUsername;Region;SchoolNumber;"
                               "SerialNumber;SupportsProfiles;WiFiMAC;iTunesLoggedIn";
    DeviceList const list = read(header + "\n" +
                                 row_for(header, ';',
                                         {{"ActivationLockBypassCode", "ABCDE-SECRET"},
                                          {"AssetTag", "TAB0001"},
                                          {"CurrentIPAddress", "10.0.0.7"},
                                          {"LocationName", "\"Gymnasium Nord &amp; Süd\""},
                                          {"MemberOf", "\"[a,b [c];d]\""},
                                          {"Model", "iPad (9. Generation)"},
                                          {"Name", "\"Kunst &amp; Musik 7\""},
                                          {"Notes", "ok"},
                                          {"OwnerEmail", "pupil@example.org"},
                                          {"OwnerLastName", "Pupil"},
                                          {"SchoolNumber", "188013"},
                                          {"SerialNumber", "DMPX1"}}) +
                                 "\n");
    CHECK(word_of(list.format) == "jamf_school");
    DeviceRow const& row = list.rows.at(0);
    CHECK(row.errors.empty());
    CHECK(row.tag == "TAB0001");
    CHECK(row.name == "Kunst & Musik 7");
    CHECK(row.school == "Gymnasium Nord & Süd");
    CHECK(row.other_school == "188013");
    CHECK(row.model == "iPad (9. Generation)");
    CHECK(row.serial == "DMPX1");
    for (char const* secret : {"SECRET", "pupil", "Pupil", "10.0.0.7"})
        CHECK_FALSE(anywhere(list, secret));
    CHECK(std::count_if(list.warnings.begin(), list.warnings.end(), [](ListWarning const& warning) {
              return warning.kind == ListWarningKind::private_column_dropped;
          }) == 5);
}

TEST_CASE("a device list of Jamf Pro is read", "[imports][products]") {
    std::string const header = "Display Name,Shared iPad,Lost Mode Enabled,Full Name,Group,OS Rapid Security "
                               "Response,Passcode Compliance,Passcode Status,"
                               "Supervised,Capacity MB,EID,Serial Number,IP Address,Wi-Fi MAC Address,Last "
                               "Enrollment,OS Version,OS Build,Asset Tag,Last "
                               "Inventory Update,Available Space MB,Username,User Phone Number,Last "
                               "Backup,Model,Managed,Used Space Percentage,Email Address,"
                               "Battery Level,Hardware Encryption,Data Protection,Restrictions,Notes,Role";
    DeviceList const list = read(header + "\n" +
                                 row_for(header, ',',
                                         {{"Display Name", "iPad 7"},
                                          {"Full Name", "Erika"},
                                          {"Serial Number", "DMPX1"},
                                          {"Asset Tag", "TAB1"},
                                          {"Email Address", "erika@example.org"},
                                          {"Model", "iPad"}}) +
                                 "\n");
    CHECK(list.format == ListFormat::list);
    CHECK(list.rows.at(0).errors.empty());
    CHECK(list.rows.at(0).name == "iPad 7");
    CHECK_FALSE(anywhere(list, "rika"));
}

TEST_CASE("Intune's export is recognised and lacks a column for tags", "[imports][products]") {
    std::string const header =
        "Device ID,Device name,Enrollment date,Last check-in,Azure AD Device ID,OS version,Azure AD "
        "registered,EAS activation ID,Serial "
        "number,Manufacturer,Model,EAS activated,IMEI,Last EAS sync time,EAS reason,EAS status,Compliance "
        "grace period expiration,Security "
        "patch level,Wi-Fi MAC,MEID,Subscriber carrier,Total storage,Free storage,Management "
        "name,Category,UserId,Primary user UPN,Primary "
        "user email address,Primary user display name,WiFiIPv4Address,WiFiSubnetID,Compliance,Managed "
        "by,Ownership,Device state,Intune "
        "registered,Supervised,Encrypted,OS,SkuFamily,JoinType,Phone "
        "number,Jailbroken,ICCID,EthernetMAC,CellularTechnology,"
        "ProcessorArchitecture,EID,SystemManagementBIOSVersion,TPMManufacturerId,TPMManufacturerVersion,"
        "ProductName,Management certificate "
        "expiration date";
    CHECK(refusal(header + "\n1,PC-1\n").fields ==
          std::vector{FieldError{.field = "tag", .code = "missing_column", .value = {}}});
    std::string const tagged = "Inventarnummer," + header;
    DeviceList const list = read(tagged + "\n" +
                                 row_for(tagged, ',',
                                         {{"Inventarnummer", "PC1"},
                                          {"Device name", "GYM03-PC1"},
                                          {"Serial number", "5CD1"},
                                          {"Manufacturer", "HP"},
                                          {"Model", "EliteBook"},
                                          {"Category", "Laptop"},
                                          {"Primary user UPN", "erika@example.org"},
                                          {"Ownership", "Corporate"},
                                          {"Device state", "Managed"}}) +
                                 "\n");
    CHECK(word_of(list.format) == "intune");
    DeviceRow const& row = list.rows.at(0);
    CHECK(row.errors.empty());
    CHECK(row.name == "GYM03-PC1");
    CHECK(row.category == "Laptop");
    CHECK_FALSE(row.status);
    CHECK_FALSE(anywhere(list, "erika"));
}

TEST_CASE("Shelf's lists are read, with serial numbers in their own fields", "[imports][products]") {
    std::string const text =
        "title,description,kit,category,tags,location,valuation,custodian,bookable,barcode_Code128,"
        "assetModel,type,"
        "quantity,\"cf: Serial number,type:text\",\"cf:brand, type:option\"\n"
        "Beamer,für die Aula,Koffer "
        "1,Projektor,\"a,b\",Altbau,1234.56,Erika,yes,BEA1,EB,INDIVIDUAL,1,X4LA1,Epson\n";
    DeviceList const list = read(text);
    CHECK(word_of(list.format) == "shelf");
    DeviceRow const& row = list.rows.at(0);
    CHECK(row.errors.empty());
    CHECK(row.tag == "BEA1");
    CHECK(row.name == "Beamer");
    CHECK(row.notes == "für die Aula");
    CHECK(row.serial == "X4LA1");
    CHECK(row.manufacturer == "Epson");
    CHECK(row.model == "EB");
    CHECK(row.price_cents == Cents{123456});
    CHECK_FALSE(anywhere(list, "Erika"));
}

TEST_CASE("leihs' lists are read", "[imports][products]") {
    CHECK(refusal("inventory_code,model_id,is_borrowable,is_inventory_relevant,serial_number,note,invoice_"
                  "number,invoice_date,price,"
                  "supplier_name,building_id,room_id,properties_anschaffungskategorie,properties_project_"
                  "number\nA1,7\n")
              .fields == std::vector{FieldError{.field = "name", .code = "missing_column", .value = {}}});
    DeviceList const list =
        read("inventory_code,product,serial_number,note,invoice_date,price,building,room\n"
             "A1,Kamera X,S1,neu,2024-08-31,99.50,Altbau,204\n");
    CHECK(word_of(list.format) == "leihs");
    DeviceRow const& row = list.rows.at(0);
    CHECK(row.errors.empty());
    CHECK(row.name == "Kamera X");
    CHECK(row.purchased_on == Date{.year = 2024, .month = 8, .day = 31});
    CHECK(row.price_cents == Cents{9950});
    CHECK(row.site == "Altbau");
    CHECK(row.room == "204");
}

TEST_CASE("inventorio's and GLPI's columns are read", "[imports][products]") {
    DeviceList const inventorio = read(
        "Objektnummer;Objektname;Objektstatus;Kategorie;Hersteller;Lieferant;Modellname;Leasing / Eigentum;"
        "Ort und Raumnummer\nA1;Beamer;aktiv;Projektor;Epson;Händler;EB;Eigentum;Altbau 204\n");
    CHECK(inventorio.rows.at(0).errors.empty());
    CHECK(inventorio.rows.at(0).status == AssetStatus::in_use);
    CHECK(inventorio.rows.at(0).room == "Altbau 204");

    DeviceList const glpi =
        read("Name;Location;User;Comments;Status;Type;Manufacturer;Model;Serial number;Inventory number\n"
             "PC-1;Altbau;Erika;alt;In use;Desktop;Dell;OptiPlex;5CD1;A1\n");
    CHECK(glpi.rows.at(0).errors.empty());
    CHECK(glpi.rows.at(0).category == "Desktop");
    CHECK(glpi.rows.at(0).notes == "alt");
    CHECK_FALSE(anywhere(glpi, "Erika"));
}

TEST_CASE("lists of other things than devices are refused", "[imports][products]") {
    for (std::string const header :
         {"name,address,address2,city,state,country,zip,manager,manager username,currency",
          "First Name,Last Name,Email,Username,Activated,Location,Address,City,State,Country,Postal "
          "Code,Website,Phone,Job Title,Notes",
          "Item Name,Purchase Date,Purchase Cost,Location,Company,Order Number,Serial "
          "number,Category,Quantity",
          "Company,Name,Category,Supplier,Manufacturer,QTY,Location,Order Number,Min Amount,Model "
          "Number,Notes,Purchase Date,Purchase Cost",
          "email,resource names,title,description,begin,end", "role,email,teamMemberId"}) {
        INFO(header);
        std::string const code = refusal(header + "\na,b,c\n").code;
        CHECK((code == "missing_column" || code == "not_a_table"));
    }
}
