#pragma once
// A county with a kit type of three tablets, a case and pencils, for tests of kits.

#include "tests/support/county.hpp"

namespace schulkit::test {

struct KitCounty : County {
    KitCounty() {
        for (int i = 1; i <= 5; ++i) tablet("TAB000" + std::to_string(i));
        add_asset({{"tag", "KOF0001"}, {"name", "Koffer"}, {"category", "Koffer"}});
        type = post("coordinator", "/api/kit-types",
                    {{"name", "iPad-Koffer"},
                     {"slots", Json::array({{{"label", "Tablet"}, {"category", "Tablet"}, {"quantity", 3}},
                                            {{"label", "Koffer"}, {"category", "Koffer"}, {"quantity", 1}}})},
                     {"accessories", Json::array({{{"label", "Stift"}, {"quantity", 3}}})}});
        kit = add_kit("TK-01");
    }

    std::int64_t tablet(std::string const& tag) const {
        return add_asset({{"tag", tag}, {"name", "iPad 10"}, {"category", "Tablet"}});
    }
    Reply add_kit(std::string const& tag) const {
        return post("coordinator", "/api/kits",
                    {{"tag", tag}, {"name", "Koffer " + tag}, {"kit_type_id", type.number("id")}});
    }
    static std::string place(Reply const& of) { return "/api/kits/" + std::to_string(of.number("id")); }
    /// By scanning, as a technician.
    Reply put_in(Reply const& where, std::string const& code) const {
        return post("technician", place(where) + "/add", {{"code", code}});
    }
    Reply now(Reply const& of) const { return get("coordinator", place(of)); }

    Reply type = {};
    Reply kit = {};
};

} // namespace schulkit::test
