#pragma once
// A tiny API of its own for tests of the HTTP side: notes, kept as rows of `settings`.

#include "server/http/router.hpp"
#include "tests/support/temp_database.hpp"

#include <array>
#include <atomic>

namespace schulkit::test {

enum class NoteColor { yellow, green };
/// What a call for trouble gets.
enum class Trouble {
    none,
    invalid,
    unauthenticated,
    forbidden,
    not_found,
    conflict,
    too_large,
    unavailable,
    internal,
    exception
};

struct Note {
    Id<Note> id = {};
    std::string text = {};
    NoteColor color = NoteColor::yellow;
    std::optional<Date> due_on = std::nullopt;
    std::vector<std::string> labels = {};
    std::optional<Cents> worth_cents = std::nullopt;
    bool operator==(Note const&) const = default;
};

struct NoteQuery {
    std::optional<std::string> q = std::nullopt;
    int limit = 50;
    std::optional<NoteColor> color = std::nullopt;
    std::optional<Date> due_on = std::nullopt;
    bool exact = false;
    bool operator==(NoteQuery const&) const = default;
};

struct TroubleQuery {
    Trouble kind = Trouble::none;
    bool operator==(TroubleQuery const&) const = default;
};

struct FileQuery {
    bool dry_run = false;
    bool operator==(FileQuery const&) const = default;
};

struct ScanPath {
    std::string code = {};
    bool operator==(ScanPath const&) const = default;
};

} // namespace schulkit::test

namespace schulkit {

template <> struct EnumWords<test::NoteColor> {
    static constexpr std::array values = {std::pair{test::NoteColor::yellow, std::string_view{"yellow"}},
                                          std::pair{test::NoteColor::green, std::string_view{"green"}}};
};
template <> struct EnumWords<test::Trouble> {
    static constexpr std::array values = {
        std::pair{test::Trouble::none, std::string_view{"none"}},
        std::pair{test::Trouble::invalid, std::string_view{"invalid"}},
        std::pair{test::Trouble::unauthenticated, std::string_view{"unauthenticated"}},
        std::pair{test::Trouble::forbidden, std::string_view{"forbidden"}},
        std::pair{test::Trouble::not_found, std::string_view{"not_found"}},
        std::pair{test::Trouble::conflict, std::string_view{"conflict"}},
        std::pair{test::Trouble::too_large, std::string_view{"too_large"}},
        std::pair{test::Trouble::unavailable, std::string_view{"unavailable"}},
        std::pair{test::Trouble::internal, std::string_view{"internal"}},
        std::pair{test::Trouble::exception, std::string_view{"exception"}}};
};
template <> struct Schema<test::Note> {
    static constexpr std::string_view name = "test_note";
    static constexpr auto fields =
        std::tuple{field("id", "", &test::Note::id, {.read_only = true}),
                   field("text", "", &test::Note::text, {.required = true, .max_length = 2000}),
                   field("color", "", &test::Note::color),
                   field("due_on", "", &test::Note::due_on),
                   field("labels", "", &test::Note::labels),
                   field("worth_cents", "", &test::Note::worth_cents, {.min = 0, .max = 1000})};
};
template <> struct Schema<test::NoteQuery> {
    static constexpr std::string_view name = "note_query";
    static constexpr auto fields = std::tuple{
        field("q", "", &test::NoteQuery::q, {.max_length = 10}), field("limit", "", &test::NoteQuery::limit),
        field("color", "", &test::NoteQuery::color), field("due_on", "", &test::NoteQuery::due_on),
        field("exact", "", &test::NoteQuery::exact)};
};
template <> struct Schema<test::TroubleQuery> {
    static constexpr std::string_view name = "trouble_query";
    static constexpr auto fields = std::tuple{field("kind", "", &test::TroubleQuery::kind)};
};
template <> struct Schema<test::FileQuery> {
    static constexpr std::string_view name = "file_query";
    static constexpr auto fields = std::tuple{field("dry_run", "", &test::FileQuery::dry_run)};
};
template <> struct Schema<test::ScanPath> {
    static constexpr std::string_view name = "scan_path";
    static constexpr auto fields = std::tuple{field("code", "", &test::ScanPath::code, {.max_length = 100})};
};

} // namespace schulkit

namespace schulkit::test {

struct ListNotes {
    using Path = None;
    using Query = NoteQuery;
    using Body = None;
    using Response = Page<Note>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/notes";
    static constexpr std::string_view name = "list_notes";
    static constexpr std::string_view summary = "Notes";
};
struct CreateNote {
    using Path = None;
    using Query = None;
    using Body = Note;
    using Response = Note;
    static constexpr Method method = Method::post;
    static constexpr int success = 201;
    static constexpr std::string_view path = "/api/notes";
    static constexpr std::string_view name = "create_note";
    static constexpr std::string_view summary = "Write a note";
};
struct GetNote {
    using Path = IdPath<Note>;
    using Query = None;
    using Body = None;
    using Response = Note;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/notes/{id}";
    static constexpr std::string_view name = "get_note";
    static constexpr std::string_view summary = "One note";
};
struct UpdateNote {
    using Path = IdPath<Note>;
    using Query = None;
    using Body = Patch<Note>;
    using Response = Note;
    static constexpr Method method = Method::patch;
    static constexpr std::string_view path = "/api/notes/{id}";
    static constexpr std::string_view name = "update_note";
    static constexpr std::string_view summary = "Change a note";
};
/// Writes a note and then fails in the way that is asked for.
struct MakeTrouble {
    using Path = None;
    using Query = TroubleQuery;
    using Body = Note;
    using Response = Note;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/trouble";
    static constexpr std::string_view name = "make_trouble";
    static constexpr std::string_view summary = "Fail";
};
struct TakeFile {
    using Path = None;
    using Query = FileQuery;
    using Body = Bytes;
    using Response = Note;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/files";
    static constexpr std::string_view name = "take_file";
    static constexpr std::string_view summary = "Take a file over";
};
struct Scan {
    using Path = ScanPath;
    using Query = None;
    using Body = None;
    using Response = Note;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/scan/{code...}";
    static constexpr std::string_view name = "scan";
    static constexpr std::string_view summary = "The code that came in";
};
struct ListNews {
    using Path = None;
    using Query = None;
    using Body = None;
    using Response = Page<Note>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/news";
    static constexpr std::string_view name = "list_news";
    static constexpr std::string_view summary = "Changes only with the change sequence";
};
struct Ring {
    using Path = None;
    using Query = None;
    using Body = None;
    using Response = None;
    static constexpr Method method = Method::remove;
    static constexpr int success = 204;
    static constexpr std::string_view path = "/api/bell";
    static constexpr std::string_view name = "ring";
    static constexpr std::string_view summary = "Without sign-in; sets a cookie";
};

/// "coordinator" may do everything here, "auditor" only read, "teacher" neither writes nor sees the log.
/// Whoever is called NAME has the cookie "cookie-NAME" and the token "token-NAME".
class Notebook {
public:
    explicit Notebook(Deployment deployment = {});

    HttpResponse answer(HttpRequest const& request) const { return m_router->answer(request); }
    /// With NAME's token; empty: nobody's.
    HttpResponse call(std::string const& who, std::string const& method, std::string const& target,
                      std::vector<Header> headers = {}, std::string body = {}) const;
    /// Texts of all notes, oldest first.
    std::vector<std::string> texts() const;

    Router& router() { return *m_router; }
    Database& database() { return *m_database; }
    void wait_ms(std::int64_t ms) { m_now->fetch_add(ms); }
    /// Lines that went to the log.
    std::vector<std::string> lines() const;

    std::atomic<int> handler_runs = 0; ///< of create_note
    std::atomic<int> looks = 0;        ///< of list_news

private:
    class People;
    struct Lines;

    std::shared_ptr<std::atomic<std::int64_t>> m_now;
    std::shared_ptr<Lines> m_lines;
    TempDatabase m_database;
    std::shared_ptr<Authenticator> m_people;
    std::unique_ptr<Router> m_router;
};

inline Header bearer(std::string const& who) {
    return {"Authorization", "Bearer token-" + who};
}
inline Header cookie(std::string const& who) {
    return {"Cookie", "theme=dark; schulkit_session=cookie-" + who + "; other=1"};
}

/// The body as JSON; discarded where it is none.
Json json_of(HttpResponse const& response);
std::string code_of(HttpResponse const& response);

} // namespace schulkit::test
