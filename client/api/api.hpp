#pragma once
// Calls of endpoints. Screens' actions use this and nothing else to reach the server; answers come back
// between frames.

#include "client/platform/platform.hpp"
#include "shared/core/endpoint.hpp"

#include <functional>
#include <memory>
#include <string>

namespace schulkit {

/// The Error that an answer means: status 0 is unavailable "no_connection"; a problem document's code, errors
/// and extra members ("current", the import report) are taken over.
Error error_of(HttpAnswer const& answer);

/// Belongs to a screen: answers that come after the screen has been left are dropped.
class Api {
public:
    /// `on_error` hears of every failed call before the caller does: the application shows the sign-in page
    /// (unauthenticated) or the notice that the server is away (unavailable).
    Api(Platform& platform, std::function<void(Error const&)> on_error)
        : m_platform{platform}, m_on_error{std::move(on_error)}, m_alive{std::make_shared<bool>(true)} {}
    Api(Api const&) = delete;
    Api& operator=(Api const&) = delete;

    template <class E>
    void read(typename E::Path const& path, typename E::Query const& query,
              std::function<void(Result<typename E::Response>)> done) {
        send<E>({.method = std::string{method_word(E::method)}, .path = url_of<E>(path, query)}, std::move(done));
    }

    /// `key` names this one change (new_key()). When the answer got lost, the same call with the same key does
    /// not do it twice; keep the key until there is an answer.
    template <class E>
    void write(std::string const& key, Request<E> const& request,
               std::function<void(Result<typename E::Response>)> done) {
        send<E>({.method = std::string{method_word(E::method)},
                 .path = url_of<E>(request.path, request.query),
                 .body = encode(request.body),
                 .content_type = "application/json",
                 .idempotency_key = key},
                std::move(done));
    }

    /// The body is a file the person chose.
    template <class E>
    void upload(std::string const& key, typename E::Query const& query, std::string const& file_handle,
                std::function<void(Result<typename E::Response>)> done) {
        HttpCall call{.method = std::string{method_word(E::method)},
                      .path = url_of<E>({}, query),
                      .content_type = "application/octet-stream",
                      .idempotency_key = key,
                      .file_handle = file_handle};
        if constexpr (requires { E::max_body_bytes; })
            call.max_file_bytes = static_cast<std::int64_t>(E::max_body_bytes);
        send<E>(std::move(call), std::move(done));
    }

    std::string new_key() { return m_platform.random_key(); }
    Platform& platform() { return m_platform; }

private:
    template <class E>
    void send(HttpCall call, std::function<void(Result<typename E::Response>)> done) {
        std::weak_ptr<bool> const alive = m_alive;
        m_platform.send(std::move(call), [this, alive, done = std::move(done)](HttpAnswer const& answer) {
            if (alive.expired()) return;
            auto result = answer_of<typename E::Response>(answer);
            if (!result) m_on_error(result.error());
            if (!alive.expired()) done(std::move(result));
        });
    }

    template <class R> static Result<R> answer_of(HttpAnswer const& answer) {
        if (answer.status < 200 || answer.status >= 300) return fail(error_of(answer));
        if constexpr (std::is_same_v<R, None>) {
            return None{};
        } else {
            auto decoded = decode<R>(answer.body);
            if (!decoded) return fail(ErrorKind::internal, "bad_answer");
            return decoded;
        }
    }

    Platform& m_platform;
    std::function<void(Error const&)> m_on_error;
    std::shared_ptr<bool> m_alive;
};

} // namespace schulkit
