#include "client/audit/history_model.hpp"

#include <algorithm>

namespace schulkit {

void load_history(History& history, Api& api, std::string_view entity, std::int64_t id) {
    std::size_t const shown = history.value() == nullptr ? 0 : history.value()->items.size();
    AuditQuery const query{.entity = std::string{entity},
                           .id = id,
                           .limit = std::clamp(static_cast<int>(shown), default_page_size, max_page_size)};
    history.start();
    api.read<ListAudit>({}, query, [&history](Result<Page<AuditEntry>> found) { history.take(std::move(found)); });
}

void load_more_history(History& history, Api& api, std::string_view entity, std::int64_t id) {
    if (history.value() == nullptr || history.is_loading() || !history.value()->next_cursor) return;
    AuditQuery const query{.entity = std::string{entity}, .id = id, .cursor = history.value()->next_cursor};
    history.start();
    api.read<ListAudit>({}, query, [&history, cursor = query.cursor](Result<Page<AuditEntry>> next) {
        if (history.value() == nullptr || history.value()->next_cursor != cursor) return;
        if (next) {
            std::vector<AuditEntry> all = std::move(history.value()->items);
            all.insert(all.end(), next->items.begin(), next->items.end());
            next->items = std::move(all);
        }
        history.take(std::move(next));
    });
}

} // namespace schulkit
