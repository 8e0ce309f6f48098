#include "client/palette/palette_model.hpp"

#include "shared/access/access.hpp"
#include "shared/core/text.hpp"

namespace schulkit {
namespace {

constexpr int most_records = 5;

void look_up(PaletteModel& model, Api& api, Person const& me) {
    std::string const words{trim(model.typed)};
    model.asked += 1;
    if (words.empty()) {
        model.assets.clear();
        model.tickets.clear();
        return;
    }
    auto const is_current = [&model, mine = model.asked] { return mine == model.asked; };
    if (may(me, Action::read_assets)) {
        model.assets.start();
        api.read<ListAssets>({}, {.q = words, .limit = most_records}, [&model, is_current](Result<Page<Asset>> found) {
            if (is_current()) model.assets.take(std::move(found));
        });
    }
    if (may(me, Action::read_tickets)) {
        model.tickets.start();
        api.read<ListTickets>({}, {.q = words, .limit = most_records}, [&model, is_current](Result<Page<Ticket>> found) {
            if (is_current()) model.tickets.take(std::move(found));
        });
    }
}

} // namespace

void open_palette(PaletteModel& model) {
    model.typing.cancel();
    model.open = true;
    model.typed.clear();
    model.entered = false;
    model.asked += 1;
    model.assets.clear();
    model.tickets.clear();
}

void type_palette(PaletteModel& model, Api& api, Person const& me, int pause_ms) {
    model.entered = false;
    model.typing.after(api.platform(), pause_ms, [&model, &api, &me] { look_up(model, api, me); });
}

bool matches(std::string_view typed, std::string_view label) {
    std::string const there = fold(label);
    std::string const wanted = fold(typed);
    std::string_view rest = wanted;
    while (!(rest = trim(rest)).empty()) {
        std::string_view const word = rest.substr(0, rest.find(' '));
        if (there.find(word) == std::string::npos) return false;
        rest.remove_prefix(word.size());
    }
    return true;
}

} // namespace schulkit
