#pragma once
// A county with kits and a store, for tests of accessories.

#include "tests/loans/loan_samples.hpp"

namespace schulkit::test {

struct StockCounty : LoanCounty {
    StockCounty() { store = get("coordinator", "/api/stores").body["items"][0]["id"].get<std::int64_t>(); }

    Reply move(std::string const& kind, std::int64_t quantity, Json const& more = Json::object(),
               std::string const& who = "technician") const {
        Json body = {{"kind", kind}, {"label", "Stift"}, {"quantity", quantity}};
        body.update(more);
        return post(who, "/api/stock-moves", body);
    }
    Json of_store() const { return {{"store_id", store}}; }
    static Json of_kit(Reply const& which) { return {{"kit_id", which.number("id")}}; }
    Json of_both(Reply const& which) const { return {{"store_id", store}, {"kit_id", which.number("id")}}; }
    Reply buy(std::int64_t quantity) const { return must_be(201, move("bought", quantity, of_store())); }

    /// What the first store has of it; -1: no line.
    std::int64_t in_stock(std::string const& label = "Stift") const {
        Reply const stock = get("coordinator", "/api/stock");
        for (Json const& line : stock.body["items"])
            if (line["store_id"] == store && line["label"] == label) return line["quantity"].get<std::int64_t>();
        return -1;
    }
    std::int64_t in_kit(Reply const& of) const { return now(of).body["accessories"][0]["quantity"].get<std::int64_t>(); }

    std::int64_t store = 0;
};

} // namespace schulkit::test
