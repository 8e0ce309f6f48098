#include "client/stock/stock_model.hpp"

#include "shared/core/text.hpp"

#include <algorithm>

namespace schulkit {
namespace {

void load_lines(StockModel& model, Api& api) {
    model.lines.start();
    StockQuery const query{.below_minimum = model.view == StockView::orders};
    std::uint64_t const question = ++model.asked;
    api.read<ListStock>({}, query, [&model, question](Result<Page<StockLine>> lines) {
        if (question == model.asked) model.lines.take(std::move(lines));
    });
}

void load_moves(StockModel& model, Api& api) {
    model.moves.start();
    std::uint64_t const question = ++model.asked;
    std::int64_t const first_shown = model.pages.first_shown(default_page_size);
    api.read<ListStockMoves>({}, {.cursor = model.pages.cursor()},
                             [&model, &api, question, first_shown](Result<Page<StockMove>> moves) {
                                 if (question != model.asked) return;
                                 if (!moves && is_bad_cursor(moves.error()) && first_shown > 1) {
                                     model.pages = {};
                                     return load_moves(model, api);
                                 }
                                 if (moves) model.first_shown = first_shown;
                                 model.moves.take(std::move(moves));
                             });
}

void load_stores(StockModel& model, Api& api) {
    model.stores.start();
    api.read<ListStores>({}, {}, [&model](Result<Page<Store>> stores) { model.stores.take(std::move(stores)); });
}

/// `added` is told; the lists are loaded again.
template <class E> void send_new(StockModel& model, Api& api, typename E::Body body, std::string name) {
    StockAddition& addition = model.addition;
    addition.errors = validate(body);
    if (!addition.errors.empty()) return api.platform().move_focus(FocusTarget::first_field_with_error);
    addition.busy = true;
    std::string const sent = std::string{E::name} + encode(body);
    api.write<E>(addition.key.for_body(api, sent), {.body = std::move(body)},
                 [&model, &addition, &api, name = std::move(name)](Result<typename E::Response> stored) {
                     addition.busy = false;
                     if (!stored) {
                         addition.key.failed(stored.error());
                         addition.errors = stored.error().fields;
                         if (addition.errors.empty()) addition.errors = {{"words", stored.error().code, {}}};
                         return api.platform().move_focus(FocusTarget::first_field_with_error);
                     }
                     addition.key.succeeded();
                     addition.open = false;
                     addition.added = name;
                     load_stock(model, api);
                 });
}

} // namespace

StockView stock_view_of(Route const& route) {
    if (route.path.size() < 2) return StockView::lines;
    return route.path[1] == "bewegungen" ? StockView::moves : StockView::orders;
}

void open_stock(StockModel& model, Api& api, Route const& route) {
    model.view = stock_view_of(route);
    model.pages = parse_trail(route.parameter("seite"));
    load_stock(model, api);
}

void load_stock(StockModel& model, Api& api) {
    if (model.view == StockView::moves) return load_moves(model, api);
    load_lines(model, api);
    if (model.view == StockView::lines) load_stores(model, api);
}

void take_stock_changes(StockModel& model, Api& api, Changes const& changes) {
    bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [](Change const& change) {
        return change.entity == Schema<StockMove>::name || change.entity == Schema<StockLine>::name ||
               change.entity == Schema<Store>::name;
    });
    if (concerned || changes.more) load_stock(model, api);
}

Error const* error_of(StockModel const& model) {
    return model.view == StockView::moves ? model.moves.error() : model.lines.error();
}

StockLine const* find_line(StockModel const& model, Id<StockLine> id) {
    if (model.lines.value() == nullptr) return nullptr;
    for (StockLine const& line : model.lines.value()->items)
        if (line.id == id) return &line;
    return nullptr;
}

void open_line(StockModel& model, StockLine const& line) {
    if (model.minimum_busy) { // the answer is about the line before
        model.move.open = true;
        return;
    }
    if (!open_move_of_line(model.move, line)) return;
    model.chosen = line.id;
    model.minimum = to_text(line.minimum);
    model.minimum_refused.reset();
}

void save_minimum(StockModel& model, Api& api) {
    StockLine const* const line = find_line(model, model.chosen);
    if (line == nullptr || model.minimum_busy) return;
    std::int64_t minimum = 0;
    if (!from_text(trim(model.minimum), minimum) || minimum < 0 || minimum > most_of_stock) {
        model.minimum_refused = Error{.kind = ErrorKind::invalid, .code = "bad_number"};
        return api.platform().move_focus(FocusTarget::first_field_with_error);
    }
    StockLine after = *line;
    after.minimum = minimum;
    // the version stays out: a movement makes a new one, and takes nothing away from the minimum
    Request<UpdateStockLine> const request{.path = {model.chosen}, .body = patch_between(*line, after)};
    model.minimum_busy = true;
    model.minimum_refused.reset();
    api.write<UpdateStockLine>(model.minimum_key.for_body(api, to_text(model.chosen) + dump_json(encode_value(request.body))), request,
                               [&model, &api](Result<StockLine> stored) {
                                   model.minimum_busy = false;
                                   if (!stored) {
                                       model.minimum_key.failed(stored.error());
                                       model.minimum_refused = std::move(stored).error();
                                       return;
                                   }
                                   model.minimum_key.succeeded();
                                   model.minimum_saved = true;
                                   model.move.open = false;
                                   load_stock(model, api);
                               });
}

void begin_addition(StockModel& model, bool is_store) {
    model.addition.open = true;
    if (model.addition.busy) return;
    model.addition = {.open = true, .is_store = is_store, .key = std::move(model.addition.key)};
    Page<Store> const* const stores = model.stores.value();
    if (stores != nullptr && !stores->items.empty()) model.addition.store_id = to_text(stores->items.front().id);
}

void send_addition(StockModel& model, Api& api) {
    StockAddition& addition = model.addition;
    if (addition.busy) return;
    std::string const words{trim(addition.words)};
    if (addition.is_store) return send_new<CreateStore>(model, api, {.name = words}, words);
    StockLine line{.label = words};
    from_text(addition.store_id, line.store_id);
    if (!from_text(trim(addition.minimum), line.minimum)) line.minimum = -1; // told as out of range
    send_new<CreateStockLine>(model, api, line, words);
}

} // namespace schulkit
