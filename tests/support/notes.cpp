#include "tests/support/notes.hpp"

#include "server/people/people_store.hpp"
#include "tests/support/notes_store.hpp"

#include <map>
#include <mutex>

namespace schulkit::test {
namespace {

Error error_of(Trouble kind) {
    switch (kind) {
    case Trouble::invalid:
        return {.kind = ErrorKind::invalid, .code = "invalid", .fields = {{"text", "odd", "x"}}};
    case Trouble::unauthenticated:
        return {.kind = ErrorKind::unauthenticated, .code = "unauthenticated"};
    case Trouble::forbidden:
        return {.kind = ErrorKind::forbidden, .code = "forbidden"};
    case Trouble::not_found:
        return {.kind = ErrorKind::not_found, .code = "not_found"};
    case Trouble::conflict:
        return {.kind = ErrorKind::conflict,
                .code = "stale",
                .detail = "secret detail",
                .extra = R"({"current":{"text":"ours"},"status":"overwritten"})"};
    case Trouble::too_large:
        return {.kind = ErrorKind::too_large, .code = "too_large"};
    case Trouble::unavailable:
        return {.kind = ErrorKind::unavailable, .code = "busy", .detail = "secret detail"};
    default:
        return {.kind = ErrorKind::internal, .code = "internal", .detail = "secret detail"};
    }
}

Result<Note> with_id(Note note, Result<std::int64_t> const& id) {
    if (!id) return fail(id.error());
    note.id.value = *id;
    return note;
}

} // namespace

class Notebook::People : public Authenticator {
public:
    explicit People(Database& database) {
        auto made = database.write({}, [&](WriteTx& tx) -> Result<Done> {
            for (auto const& [name, role] : std::map<std::string, Role>{{"coordinator", Role::coordinator},
                                                                        {"auditor", Role::auditor},
                                                                        {"teacher", Role::school_staff}}) {
                TRY_ASSIGN(m_people[name], create_person(tx, {.username = name, .role = role}));
            }
            return Done{};
        });
        if (!made) throw std::runtime_error{made.error().code};
    }
    std::optional<Person> find_session_person(std::string_view token) override {
        return find("cookie-", token);
    }
    std::optional<Person> find_token_person(std::string_view token) override { return find("token-", token); }

private:
    std::optional<Person> find(std::string_view prefix, std::string_view token) const {
        if (!token.starts_with(prefix)) return std::nullopt;
        auto const found = m_people.find(std::string{token.substr(prefix.size())});
        return found == m_people.end() ? std::nullopt : std::optional{found->second};
    }
    std::map<std::string, Person> m_people;
};

struct Notebook::Lines {
    std::mutex lock;
    std::vector<std::string> lines = {};
};

Notebook::Notebook(Deployment deployment)
    : m_now{std::make_shared<std::atomic<std::int64_t>>(1'790'000'000'000)},
      m_lines{std::make_shared<Lines>()}, m_database{[now = m_now] { return Instant{now->load()}; }},
      m_people{std::make_shared<People>(*m_database)} {
    Log const log{.level = LogLevel::all, .write = [lines = m_lines](std::string const& line) {
                      std::lock_guard lock{lines->lock};
                      lines->lines.push_back(line);
                  }};
    m_router = std::make_unique<Router>(*m_database, *m_people, std::move(deployment), log);

    m_router->read<ListNotes>(Action::read_assets,
                              [](Tx& tx, Access const&, Request<ListNotes> const& request) {
                                  Page<Note> page;
                                  for (std::string& text : note_texts(tx))
                                      if (text.find(request.query.q.value_or("")) != text.npos)
                                          page.items.push_back({.text = std::move(text)});
                                  page.total = static_cast<std::int64_t>(page.items.size());
                                  return Result<Page<Note>>{std::move(page)};
                              });
    m_router->read<GetNote>(Action::read_assets, [](Tx& tx, Access const&, Request<GetNote> const& request) {
        auto text = find_note(tx, request.path.id.value);
        if (!text) return Result<Note>{fail(ErrorKind::not_found, "not_found")};
        return Result<Note>{Note{.id = request.path.id, .text = std::move(*text)}};
    });
    m_router->write<CreateNote>(Action::create_asset,
                                [this](WriteTx& tx, Access const&, Request<CreateNote> const& request) {
                                    ++handler_runs;
                                    return with_id(request.body, insert_note(tx, request.body.text));
                                });
    m_router->write<UpdateNote>(Action::create_asset,
                                [](WriteTx&, Access const&, Request<UpdateNote> const& request) {
                                    Note note{.id = request.path.id, .text = "before"};
                                    auto errors = apply_patch(request.body, note);
                                    if (!errors.empty()) return Result<Note>{invalid(std::move(errors))};
                                    return Result<Note>{note};
                                });
    m_router->write<MakeTrouble>(
        Action::create_asset,
        [](WriteTx& tx, Access const&, Request<MakeTrouble> const& request) -> Result<Note> {
            TRY_ASSIGN(Note note, with_id(request.body, insert_note(tx, request.body.text)));
            if (request.query.kind == Trouble::exception) throw DbFailure{"secret disk"};
            if (request.query.kind != Trouble::none) return fail(error_of(request.query.kind));
            return note;
        });
    m_router->write_prepared<TakeFile>(
        Action::import_assets,
        [](Access const&, Request<TakeFile>&& request) -> Result<Prepared<std::string>> {
            if (request.body.bytes.empty()) return fail(ErrorKind::invalid, "not_a_table");
            return Prepared<std::string>{.plan = std::to_string(request.body.bytes.size()) + " bytes",
                                         .effect = request.query.dry_run ? Effect::look : Effect::change};
        },
        [](Tx&, Access const&, std::string const& plan) { return Result<Note>{Note{.text = plan}}; },
        [](WriteTx& tx, Access const&, std::string const& plan) {
            return with_id({.text = plan}, insert_note(tx, plan));
        });
    m_router->read<Scan>(Action::read_assets, [](Tx&, Access const&, Request<Scan> const& request) {
        return Result<Note>{Note{.text = request.path.code}};
    });
    m_router->read<ListNews>(
        Action::read_assets,
        [this](Tx&, Access const&, Request<ListNews> const&) {
            ++looks;
            return Result<Page<Note>>{Page<Note>{}};
        },
        Freshness::change_sequence);
    m_router->open<Ring>([](Call& call, Request<Ring> const&) {
        call.set_cookie(session_cookie(call.deployment(), "rung", std::chrono::seconds{60}));
        return Result<None>{None{}};
    });
}

HttpResponse Notebook::call(std::string const& who, std::string const& method, std::string const& target,
                            std::vector<Header> headers, std::string body) const {
    if (!who.empty()) headers.push_back(bearer(who));
    return answer(make_request(method, target, std::move(headers), std::move(body)));
}

std::vector<std::string> Notebook::texts() const {
    return m_database->read([](Tx& tx) { return note_texts(tx); });
}

std::vector<std::string> Notebook::lines() const {
    std::lock_guard lock{m_lines->lock};
    return m_lines->lines;
}

Json json_of(HttpResponse const& response) {
    return Json::parse(response.content(), nullptr, false);
}

std::string code_of(HttpResponse const& response) {
    Json const body = json_of(response);
    return body.is_object() && body.contains("code") && body["code"].is_string()
               ? body["code"].get<std::string>()
               : "";
}

} // namespace schulkit::test
