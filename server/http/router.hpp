#pragma once
// From a request to its handler and back. A feature mounts its endpoints by type:
//
//     void mount_assets(Router& router) {
//         router.read<ListAssets>(Action::read_assets, list_assets);
//         router.write<CreateAsset>(Action::create_asset, create_asset);
//     }
//     Result<Page<Asset>> list_assets(Tx&, Access const&, Request<ListAssets> const&);
//     Result<Asset> create_asset(WriteTx&, Access const&, Request<CreateAsset> const&);
//
// Before a handler runs: the caller is known, the table in shared/access lets their role do the action, the
// body is within its limit, path, query and body are decoded and hold to their Schemas (patches excepted). A
// handler may run again and runs on many threads: it keeps nothing outside the transaction.

#include "server/db/database.hpp"
#include "server/http/body_budget.hpp"
#include "server/http/call.hpp"
#include "server/http/decode_request.hpp"
#include "server/http/form.hpp"
#include "server/http/idempotency.hpp"
#include "server/http/log.hpp"
#include "server/http/mounted.hpp"
#include "server/http/openapi.hpp"
#include "server/http/sent_file.hpp"

namespace schulkit {

/// look: nothing will be stored (a dry run).
enum class Effect { look, change };

/// Of all files that are being received and worked on at a time: none of them is larger than 64 MB.
inline constexpr std::size_t max_large_bodies = std::size_t{320} << 20;
/// Of these, one person's.
inline constexpr std::size_t max_large_bodies_of_one = std::size_t{128} << 20;

/// What is worked out before the transaction.
template <class P> struct Prepared {
    P plan = {};
    Effect effect = Effect::change;
};

class Router {
public:
    using PageHandler = std::function<Result<HttpResponse>(Call&)>;
    using FormHandler = std::function<Result<HttpResponse>(Call&, Form const&)>;
    /// Tells what went wrong as a page; `code` is the problem's, or a 500's number in the log.
    using ErrorPage = std::function<HttpResponse(Call&, int status, std::string_view code)>;

    Router(Database& database, Authenticator& authenticator, Deployment deployment = {}, Log log = {});
    Router(Router const&) = delete;
    Router& operator=(Router const&) = delete;

    /// handler(Tx&, Access const&, Request<E> const&) → Result<E::Response>
    template <class E, class H>
    void read(Action action, H handler, Freshness freshness = Freshness::unknown) {
        Mounted mounted = describe<E>(Guard::read, action);
        mounted.freshness = freshness;
        mounted.run = [handler](Call& call, Access const& access) -> Result<Answer> {
            TRY_ASSIGN(auto const request, decode<E>(call));
            return answer_of<E>(call.database().read([&](Tx& tx) { return handler(tx, access, request); }));
        };
        add(std::move(mounted));
    }

    /// handler(Tx&, Access const&, Request<E> const&) → Result<SentFile>, where E::Response is Bytes
    template <class E, class H> void file(Action action, H handler) {
        static_assert(std::is_same_v<typename E::Response, Bytes>);
        Mounted mounted = describe<E>(Guard::read, action);
        mounted.run = [handler](Call& call, Access const& access) -> Result<Answer> {
            TRY_ASSIGN(auto const request, decode<E>(call));
            auto file = call.database().read([&](Tx& tx) { return handler(tx, access, request); });
            if (!file) return fail(std::move(file).error());
            return answer_with(std::move(*file), call.http());
        };
        add(std::move(mounted));
    }

    /// handler(WriteTx&, Access const&, Request<E> const&) → Result<E::Response>
    template <class E, class H> void write(Action action, H handler) {
        Mounted mounted = describe<E>(Guard::write, action);
        mounted.run = [handler](Call& call, Access const& access) -> Result<Answer> {
            auto const request = decode<E>(call);
            return write_once(call, access, request ? nullptr : &request.error(),
                              [&](WriteTx& tx) { return answer_of<E>(handler(tx, access, *request)); });
        };
        add(std::move(mounted));
    }

    /// For work that needs no transaction and would hold up others in one:
    ///   prepare(Access const&, Request<E>&&) → Result<P>, outside
    ///   apply(WriteTx&, Access const&, P const&) → Result<E::Response>
    template <class E, class Prepare, class Apply> void write_prepared(Action action, Prepare prepare, Apply apply) {
        Mounted mounted = describe<E>(Guard::write, action);
        mounted.run = [prepare, apply](Call& call, Access const& access) -> Result<Answer> {
            auto const prepared = decode<E>(call).and_then(
                [&](Request<E>&& request) { return prepare(access, std::move(request)); });
            return write_once(call, access, prepared ? nullptr : &prepared.error(),
                              [&](WriteTx& tx) { return answer_of<E>(apply(tx, access, *prepared)); });
        };
        add(std::move(mounted));
    }

    /// For work that is too long for a transaction, and for dry runs:
    ///   prepare(Access const&, Request<E>&&) → Result<Prepared<P>>, outside any transaction
    ///   preview(Tx&, Access const&, P const&) → Result<E::Response>, if the effect is to look
    ///   apply(WriteTx&, Access const&, P const&) → Result<E::Response>, if it is to change
    template <class E, class Prepare, class Preview, class Apply>
    void write_prepared(Action action, Prepare prepare, Preview preview, Apply apply) {
        Mounted mounted = describe<E>(Guard::write, action);
        mounted.run = [prepare, preview, apply](Call& call, Access const& access) -> Result<Answer> {
            auto prepared = decode<E>(call).and_then(
                [&](Request<E>&& request) { return prepare(access, std::move(request)); });
            if (prepared && prepared->effect == Effect::look)
                return answer_of<E>(
                    call.database().read([&](Tx& tx) { return preview(tx, access, prepared->plan); }));
            return write_once(call, access, prepared ? nullptr : &prepared.error(),
                              [&](WriteTx& tx) { return answer_of<E>(apply(tx, access, prepared->plan)); });
        };
        add(std::move(mounted));
    }

    /// handler(Call&, Request<E> const&) → Result<E::Response>. No sign-in and no idempotency: signing in
    /// itself.
    template <class E, class H> void open(H handler) {
        Mounted mounted = describe<E>(Guard::open, std::nullopt);
        mounted.run = [handler](Call& call, Access const&) -> Result<Answer> {
            TRY_ASSIGN(auto const request, decode<E>(call));
            return answer_of<E>(handler(call, request));
        };
        add(std::move(mounted));
    }

    /// What is no part of the described API: /healthz, /g/{tag...}. Answers GET and HEAD.
    void page(std::string_view pattern, PageHandler handler);
    /// POST of a form, from our own pages only. Its hidden field `form_key_field` is its Idempotency-Key: see
    /// write_form_once(). Nobody has looked at who calls.
    void form(std::string_view pattern, FormHandler handler, std::size_t max_bytes = max_form_bytes);
    /// Below that path (and at it) errors are pages instead of problem documents.
    void error_pages(std::string_view below, ErrorPage page);
    /// Every GET and HEAD outside /api that nothing else answers.
    void otherwise(PageHandler handler) { m_otherwise = std::move(handler); }

    /// Never throws but for want of memory.
    HttpResponse answer(HttpRequest const& request) const;

    /// Of large bodies, promised to calls that are being read or answered.
    std::size_t large_body_bytes() const { return m_large_bodies.taken(); }
    std::vector<Mounted> const& endpoints() const { return m_endpoints; }
    Deployment const& deployment() const { return m_deployment; }

private:
    template <class E> static Mounted describe(Guard guard, std::optional<Action> action) {
        return Mounted{.method = E::method,
                       .pattern = PathPattern{E::path},
                       .name = E::name,
                       .summary = E::summary,
                       .guard = guard,
                       .action = action,
                       .freshness = Freshness::unknown,
                       .max_body_bytes = body_limit<E>(),
                       .success = success_status<E>(),
                       .describe = &describe_operation<E>,
                       .run = {}};
    }
    template <class E> static Result<Request<E>> decode(Call& call) {
        return decode_request<E>(call.path_values(), call.http().query, call.take_body());
    }
    template <class E> static Result<Answer> answer_of(Result<typename E::Response> const& response) {
        if (!response) return fail(response.error());
        Answer answer{.status = success_status<E>()};
        if constexpr (std::is_same_v<typename E::Response, None>)
            answer.content_type.clear();
        else
            answer.body = encode(*response);
        return answer;
    }

    /// One of the two handlers.
    struct RawPage {
        PathPattern pattern = PathPattern{};
        PageHandler show = {};
        FormHandler take = {};
        std::size_t max_form_bytes = 0;
    };

    void add(Mounted mounted);
    Result<HttpResponse> route(HttpRequest const& request, Call& call) const;
    Result<HttpResponse> run(Mounted const& mounted, Call& call) const;
    Result<std::string> read_large_body(Mounted const& mounted, Call& call, Id<Person> who, BodyBudget::Share& share) const;
    Result<Access> admit(Mounted const& mounted, Call const& call) const;
    Result<HttpResponse> take_form(RawPage const& page, Call& call) const;
    void replace_problem(HttpResponse& response, Call& call, std::string_view code) const;

    struct ErrorPages {
        std::string_view below = {};
        ErrorPage page = {};
    };

    Database& m_database;
    Authenticator& m_authenticator;
    Deployment m_deployment;
    Log m_log;
    mutable BodyBudget m_large_bodies{max_large_bodies, max_large_bodies_of_one};
    std::vector<Mounted> m_endpoints;
    std::vector<RawPage> m_pages;
    std::vector<ErrorPages> m_error_pages;
    PageHandler m_otherwise;
};

} // namespace schulkit
