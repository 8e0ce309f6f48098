#pragma once
// The permanent address of a label: "#/g/{TAG}" leads to what carries it.

#include "client/api/api.hpp"
#include "client/api/loadable.hpp"
#include "shared/assets/asset_api.hpp"

#include <functional>
#include <string>

namespace schulkit {

struct CodeModel {
    std::string code = {};
    Loadable<Found> found = {};
};

/// `lead` gets the route of the device when there is one.
void look_up(CodeModel& model, Api& api, std::string code,
             std::function<void(std::string const& route)> lead);

/// Nothing that the person may see carries this code.
bool is_unknown(CodeModel const& model);

} // namespace schulkit
