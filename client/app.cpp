#include "client/app.hpp"

#include "client/appearance/appearance_model.hpp"
#include "client/help/shortcuts.hpp"
#include "client/screens.hpp"
#include "client/ui/frame.hpp"
#include "shared/help/help_pages.hpp"
#include "embedded/icons.hpp"

#include <algorithm>

namespace schulkit {
namespace {

/// Between an answer and the next question. How often the server is asked is up to the platform, which has one
/// poller for all tabs; it must only be shorter than that.
constexpr int changes_pause_ms = 1000;
constexpr int server_back_every_ms = 2000;
constexpr std::string_view language_key = "setting.language";
/// Who was signed in last: enough to open without the server. The page forgets it with the session (web/app.mjs).
constexpr std::string_view session_key = "setting.session";

/// The same screen, asked for something else of it (a filter, the next page).
bool only_query_differs(std::string_view a, std::string_view b) {
    return a.substr(0, a.find('?')) == b.substr(0, b.find('?'));
}

} // namespace

App::App(Platform& platform, ui::Frame& frame)
    : m_platform{platform}, m_frame{frame}, m_api{platform, [this](Error const& error) { on_error(error); }} {
    std::string_view const language = platform.stored(language_key) == "en" ? "en" : "de";
    m_language = std::string{language};
    platform.load_texts(language, [this, language](std::string_view texts) {
        if (m_language == language) set_language(language, texts);
    });
    load_session();
    platform.send({.path = "/healthz"}, [this](HttpAnswer const& answer) {
        auto const health = parse_json(answer.body);
        if (!health || !health->is_object()) return;
        if (auto const demo = health->find("demo"); demo != health->end()) m_demo = *demo == true;
    });
}

App::~App() = default;

void App::load_session() {
    m_session_failed = false;
    m_api.read<GetSession>({}, {}, [this](Result<Session> session) {
        if (session) return take_session(std::move(session->user));
        if (session.error().kind == ErrorKind::unauthenticated || m_me) return;
        m_session_error = std::move(session).error();
        m_session_failed = true;
        if (m_session_error.kind == ErrorKind::unavailable) start_without_server();
    });
}

void App::take_session(Person me) {
    if (m_me && m_me->id != me.id) return m_platform.show_sign_in(); // another person has signed in meanwhile
    bool const is_open = m_is_remembered;
    m_is_remembered = false;
    m_session_failed = false;
    m_me = std::move(me);
    m_platform.store(session_key, encode(Session{.user = *m_me}));
    ask_for_changes(); // before anything is loaded: what changes from here on is seen
    begin_tour(m_tour, m_platform, *m_me);
    if (is_open && m_screen)
        m_screen->refresh();
    else
        open_route();
}

/// First of all, whose session it is by now: in another tab somebody else may have signed in.
void App::resume() {
    m_api.read<GetSession>({}, {}, [this](Result<Session> const& session) {
        if (!session && session.error().kind == ErrorKind::unauthenticated) return; // on_error() has heard of it
        if (session && session->user.id != m_me->id) return m_platform.show_sign_in();
        if (!m_asks_for_changes) ask_for_changes();
        if (m_screen) m_screen->refresh();
    });
}

void App::start_without_server() {
    auto session = decode<Session>(m_platform.stored(session_key));
    if (!session) return;
    m_me = std::move(session->user);
    m_is_remembered = true;
    open_route();
}

void App::on_error(Error const& error) {
    if (error.kind == ErrorKind::unauthenticated) m_platform.show_sign_in();
    if (error.kind != ErrorKind::unavailable || m_server_away) return;
    m_server_away = true;
    m_platform.request_frame(0); // a live call brings none
    ask_whether_server_is_back();
}

void App::ask_whether_server_is_back() {
    m_platform.call_after_live(server_back_every_ms, [this] {
        m_platform.send({.path = "/healthz", .live = true}, [this](HttpAnswer const& answer) {
            if (answer.status != 200) return ask_whether_server_is_back();
            m_server_away = false;
            if (!m_me || m_is_remembered)
                load_session();
            else
                resume();
            m_platform.request_frame(0);
        });
    });
}

void App::schedule_changes() {
    m_platform.call_after_live(changes_pause_ms, [this] { ask_for_changes(); });
}

void App::ask_for_changes() {
    m_asks_for_changes = true;
    // the first answer only says where the sequence is: what is on the screen was loaded just now
    ChangesQuery query;
    if (m_last_change >= 0) query.since = m_last_change;
    std::string const path = url_of<ListChanges>({}, query);
    m_platform.send({.path = path, .live = true}, [this](HttpAnswer const& answer) { take_changes(answer); });
}

void App::take_changes(HttpAnswer const& answer) {
    if (answer.status == 401) { // nothing to ask for until somebody signs in again
        m_asks_for_changes = false;
        return m_platform.show_sign_in();
    }
    schedule_changes();
    if (answer.status == 0) return on_error({.kind = ErrorKind::unavailable, .code = "no_connection"});
    if (answer.status != 200) return;
    auto changes = decode<Changes>(answer.body);
    if (!changes) return;
    bool const first = m_last_change < 0;
    m_last_change = changes->last;
    if (first || changes->items.empty()) return;
    if (m_screen) m_screen->on_changes(*changes);
    m_platform.request_frame(0);
}

void App::on_route_changed() {
    if (m_me) open_route();
    m_platform.request_frame(0);
}

void App::open_route() {
    std::string const text = m_platform.route();
    Route const route = parse_route(text);
    ScreenEntry const* const entry = find_screen(route);
    bool const same = m_screen && entry == m_entry && only_query_differs(text, m_route);
    if (same && text == m_route) return;
    m_route = text;
    if (!same) {
        m_screen.reset();
        m_context.reset();
        m_screen_api.reset(); // answers to the old screen are dropped from here on
        m_entry = entry;
        m_palette.open = m_shortcuts_open = false;
        m_frame.ui().close_dialogs();
        m_platform.move_focus(FocusTarget::screen); // a screen reader says where one is now
        if (entry == nullptr || !may(*m_me, entry->needs)) return;
        if (waits_for_later_part()) return load_later_part();
        m_screen_api = std::make_unique<Api>(m_platform, [this](Error const& error) { on_error(error); });
        m_context = std::make_unique<ScreenContext>(ScreenContext{
            .api = *m_screen_api,
            .me = *m_me,
            .go = [this](std::string_view to, HistoryMode mode) { go(to, mode); },
            .toast = [this](std::string message) { m_frame.ui().toast(message); },
            .set_language = [this](std::string_view language) { choose_language(language); }});
        m_screen = entry->make(*m_context);
    }
    if (m_screen) m_screen->open(route);
}

bool App::waits_for_later_part() const {
    return m_entry != nullptr && m_entry->part == Part::later && !m_platform.has_later_part();
}

void App::load_later_part() {
    m_later_part_failed = false;
    m_platform.load_later_part([this](bool is_here) {
        m_later_part_failed = !is_here;
        if (is_here && !m_screen) open_route();
        m_platform.request_frame(0);
    });
}

void App::go(std::string_view route, HistoryMode mode) {
    if (m_drawing) { // the screen that asks must not be replaced while it draws itself
        m_next_route = std::string{route};
        m_next_mode = mode;
        m_platform.request_frame(0);
        return;
    }
    m_platform.set_route(route, mode);
    on_route_changed();
}

void App::on_scan(std::string_view code) {
    if (!m_me || code.empty()) return;
    m_tour.open = false; // shown again at the next sign-in
    bool const more = m_screen && m_screen->takes_more_scans(); // asked first: the scan may lead away from the screen
    bool const taken = m_screen && m_screen->on_scan(code);
    if (!taken || !more) m_platform.close_camera(); // before the focus goes to where the scan leads
    if (taken) return m_platform.request_frame(0);
    go("#/g/" + percent_encode(code), HistoryMode::push);
}

void App::on_visible() {
    if (m_me && !m_is_remembered) resume();
    m_platform.request_frame(0);
}

void App::on_new_release() {
    m_new_release = true;
    m_platform.request_frame(0);
}

void App::set_language(std::string_view language, std::string_view texts) {
    m_language = std::string{language};
    m_frame.set_language(m_language, texts);
    m_platform.request_frame(0);
}

void App::choose_language(std::string_view language) {
    m_wanted_language = std::string{language};
    m_platform.load_texts(language, [this, chosen = m_wanted_language](std::string_view texts) {
        if (m_wanted_language != chosen) return;
        set_language(chosen, texts);
        m_platform.store(language_key, m_language);
    });
}

void App::sign_out() {
    m_api.write<SignOut>({}, {}, [this](Result<None> const& done) {
        if (done || done.error().kind == ErrorKind::unauthenticated) m_platform.show_sign_in();
    });
}

void App::draw(ui::Ui& ui) {
    m_drawing = true;
    if (m_me) {
        draw_frame(ui, *m_me);
    } else {
        ui.page("start", "Schulkit", ui::reading_width, [&] {
            if (!m_session_failed)
                ui.loading("loading", ui.text("app.loading"));
            else if (ui.error_state("failed", ui.text("app.start_failed"), ui.text("error." + m_session_error.code)))
                load_session();
        });
    }
    m_drawing = false;
    m_platform.set_unsaved(m_screen && m_screen->unsaved());
    // what does not begin with "#" is another page: the browser follows it by itself
    if (std::string const route = ui.take_route(); route.starts_with('#')) go(route, HistoryMode::push);
    if (m_next_route) {
        std::string const next = std::move(*m_next_route);
        m_next_route.reset();
        go(next, m_next_mode);
    }
}

ui::AppFrame App::frame_of(ui::Ui const& ui, Person const& me) const {
    std::string const area = menu_area_of(parse_route(m_route), me.role);
    ui::AppFrame frame;
    for (NavigationItem const& item : navigation()) {
        if (!belongs(item, me)) continue;
        bool const is_staff = me.role == Role::school_staff;
        frame.navigation.push_back({.key = std::string{item.key},
                                    .label = ui.text(is_staff ? item.staff_label : item.label),
                                    .icon = item.icon,
                                    .route = std::string{item.route},
                                    .current = area == item.area});
    }
    frame.user_name = me.username;
    frame.user_detail = ui.text("role." + std::string{word_of(me.role)});
    if (me.school_codes.size() == 1) frame.user_detail += " · " + me.school_codes.front();
    frame.user_menu = {
        {.key = "appearance", .label = ui.text("appearance.title"), .icon = embedded::icon_palette, .route = "#/darstellung"},
        {.key = "language",
         .label = ui.text("app.other_language"),
         .icon = embedded::icon_languages,
         .lang = m_language == "de" ? "en" : "de"},
        {.key = "shortcuts", .label = ui.text("shortcuts.title"), .icon = embedded::icon_keyboard},
        {.key = "tour", .label = ui.text("tour.again"), .icon = embedded::icon_book_open},
        {.key = "statement", .label = ui.text("statement.title"), .icon = embedded::icon_info, .route = "barrierefreiheit"},
        {.key = "sign_out", .label = ui.text("app.sign_out"), .icon = embedded::icon_log_out}};
    frame.search = ui.text("ui.search");
    frame.scan = ui.text("scan.with_camera");
    frame.help = help_address(m_language, m_entry == nullptr ? "?" : m_entry->pattern);
    if (m_demo) frame.notice = ui.text("app.demo");
    if (m_server_away) frame.trouble = ui.text("app.server_away");
    if (m_new_release) frame.news = {.words = ui.text("app.new_release"), .action = ui.text("app.reload")};
    frame.page_key = m_route.substr(0, m_route.find('?'));
    return frame;
}

/// The screens somebody has, the actions that lead somewhere, and what the menu offers.
std::vector<PaletteCommand> App::palette_commands(ui::Ui const& ui, Person const& me) const {
    std::vector<PaletteCommand> commands;
    ui::AppFrame const frame = frame_of(ui, me);
    for (ui::NavigationEntry const& entry : frame.navigation)
        commands.push_back({.key = entry.key, .label = entry.label, .icon = entry.icon, .route = entry.route});
    if (may(me, Action::create_asset))
        commands.push_back({.key = "create_asset",
                            .label = ui.text("inventory.create"),
                            .icon = embedded::icon_plus,
                            .route = "#/geraete/neu"});
    if (may(me, Action::edit_kits))
        commands.push_back({.key = "create_kit", .label = ui.text("kits.create"), .icon = embedded::icon_plus, .route = "#/koffer/neu"});
    if (may(me, Action::edit_kit_types))
        commands.push_back({.key = "kit_types",
                            .label = ui.text("kit_types.title"),
                            .icon = embedded::icon_briefcase,
                            .route = "#/koffertypen"});
    if (may(me, Action::plan_school_years))
        commands.push_back({.key = "school_years",
                            .label = ui.text("school_years.title"),
                            .icon = embedded::icon_calendar_days,
                            .route = "#/schuljahre"});
    if (may(me, Action::work_ticket)) // who works on tickets has it in no menu
        commands.push_back({.key = "create_ticket",
                            .label = ui.text("nav.report"),
                            .icon = embedded::icon_triangle_alert,
                            .route = "#/melden"});
    commands.push_back({.key = "scan", .label = frame.scan, .icon = embedded::icon_camera});
    for (ui::MenuEntry const& entry : frame.user_menu) {
        if (!entry.route.empty() && !entry.route.starts_with('#')) continue; // another page: only a real link leads there
        commands.push_back({.key = entry.key,
                            .label = entry.label,
                            .icon = entry.icon,
                            .route = entry.route,
                            .lang = entry.lang});
    }
    for (auto const& [key, icon] : {std::pair{"light", embedded::icon_sun}, std::pair{"dark", embedded::icon_moon}})
        commands.push_back({.key = "colors_" + std::string{key},
                            .label = ui.text("app.colors_" + std::string{key}),
                            .icon = icon});
    return commands;
}

/// A key of the person's menu or of the palette.
void App::run(std::string_view command) {
    if (command == "sign_out") sign_out();
    if (command == "language") choose_language(m_language == "de" ? "en" : "de");
    if (command == "shortcuts") m_shortcuts_open = true;
    if (command == "tour") show_tour(m_tour);
    if (command == "search") open_palette(m_palette);
    if (command == "scan") m_platform.open_camera();
    if (command == "colors_light" || command == "colors_dark") {
        AppearanceModel const before = read_appearance(m_platform);
        AppearanceModel now = before;
        now.colors = command.substr(std::string_view{"colors_"}.size());
        store_appearance(before, now, m_platform);
    }
}

void App::on_command(AppCommand command) {
    if (!m_me) return;
    run(command == AppCommand::search ? "search" : "shortcuts");
    m_platform.request_frame(0);
}

void App::draw_wait_for_later_part(ui::Ui& ui) {
    ui.page("later", "Schulkit", ui::reading_width, [&] {
        if (!m_later_part_failed)
            ui.loading("loading", ui.text("app.loading"));
        else if (ui.error_state("failed", ui.text("app.part_failed"), ui.text("error.unavailable")))
            load_later_part();
    });
}

void App::draw_frame(ui::Ui& ui, Person const& me) {
    std::string const chosen = ui.app_frame(frame_of(ui, me), [&] {
        if (m_screen) {
            m_screen->draw(ui);
            return;
        }
        if (waits_for_later_part() && may(me, m_entry->needs)) return draw_wait_for_later_part(ui);
        bool const known = m_entry != nullptr;
        std::string const title = ui.text(known ? "app.forbidden" : "app.no_such_page");
        ui.page("nothing", title, ui::page_width, [&] {
            ui.page_header("header", title);
            bool const back = ui.empty_state("nothing", {.icon = known ? embedded::icon_lock : embedded::icon_circle_help,
                                                         .title = ui.text("app.nothing_title"),
                                                         .hint = ui.text("app.nothing_hint"),
                                                         .action = ui.text("app.to_start")});
            if (back) go("#/", HistoryMode::push);
        });
    });
    if (chosen == "news") m_platform.reload();
    run(chosen);
    if (m_palette.open) run(draw_palette(m_palette, m_api, me, palette_commands(ui, me), ui));
    draw_shortcuts(m_shortcuts_open, ui);
    draw_tour(m_tour, m_platform, me, ui);
}

} // namespace schulkit
