#pragma once
// Something that comes from the server. Every screen draws all four states; while it is loaded again, what
// was there stays in sight.

#include "shared/core/result.hpp"

#include <optional>
#include <utility>

namespace schulkit {

template <class T>
class Loadable {
public:
    bool is_loading() const { return m_loading; }
    T const* value() const { return m_value ? &*m_value : nullptr; }
    T* value() { return m_value ? &*m_value : nullptr; }
    /// Of the last attempt; none while loading again and after a success.
    Error const* error() const { return m_error ? &*m_error : nullptr; }

    void start() {
        m_loading = true;
        m_error.reset();
    }
    void take(Result<T> result) {
        m_loading = false;
        if (result)
            m_value = std::move(*result);
        else
            m_error = std::move(result).error();
    }
    void clear() { *this = {}; }

private:
    bool m_loading = false;
    std::optional<T> m_value = std::nullopt;
    std::optional<Error> m_error = std::nullopt;
};

} // namespace schulkit
