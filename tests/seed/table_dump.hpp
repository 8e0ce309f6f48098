#pragma once
// Everything a database holds, as text, to compare two of them.

#include "server/db/database.hpp"

#include <map>
#include <string>

namespace schulkit::test {

/// By table, all rows in the order of their columns' values. Left out: password hashes, which are salted, and
/// the text indexes' own tables.
inline std::map<std::string, std::string> dump_tables(Tx& tx) {
    std::map<std::string, std::string> dump;
    for (std::string const& table : rows<std::string>(
             tx, "select name from sqlite_schema where type = 'table' and name <> 'password_logins'"
                 " and name not glob 'asset_trigrams*' and name not glob 'asset_words*'")) {
        std::string values;
        for (std::string const& column :
             rows<std::string>(tx, "select name from pragma_table_info(?1)", table))
            values += (values.empty() ? "quote(" : " || ',' || quote(") + column + ')';
        std::string& content = dump[table];
        for (std::string const& row :
             rows<std::string>(tx, "select " + values + " as r from " + table + " order by r"))
            content += row + '\n';
    }
    return dump;
}

} // namespace schulkit::test
