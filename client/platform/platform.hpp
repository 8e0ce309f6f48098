#pragma once
// What the application needs from where it runs. Two of them: platform/web (the page) and
// platform/headless (native tests). Nothing else in client/ knows a browser.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace schulkit {

enum class HistoryMode { push, replace };
/// What has become of a code that the camera has read.
enum class ScanTone { good, trouble };
/// screen: the main heading of another screen, which keeps the place where it was scrolled to. new_field: the first
/// one that this picture has and the one before had not.
enum class FocusTarget { first_field_with_error, new_field, main_heading, screen, dialog, none };

/// A call to the server. All members are plain values, so that a test can compare them.
struct HttpCall {
    std::string method = "GET";
    std::string path = {}; ///< from the server's root with the query: "/api/assets?q=…"
    std::string body = {};
    std::string content_type = {};
    std::string idempotency_key = {};
    std::string if_none_match = {};
    std::string file_handle = {}; ///< the body is that chosen file instead; it never passes through here
    /// Of a file: pictures are made smaller before they are sent, and what is larger still is not sent: 413 "too_large"
    /// comes back. 0: the file as it is.
    std::int64_t max_file_bytes = 0;
    /// The live-update channel: the page counts as idle while it waits. For GET /api/changes with "since" that is
    /// until there is news, a failure or the session's end: the platform asks the server, for all tabs at once.
    bool live = false;
};

struct HttpAnswer {
    int status = 0; ///< 0: no answer (server stopped, no network)
    std::string body = {};
    std::string etag = {};
};

/// What somebody has done in the dialog to sign in.
enum class SignatureOutcome : std::uint8_t { drawn, on_paper, closed };
struct SignatureAnswer {
    SignatureOutcome outcome = SignatureOutcome::closed;
    std::string strokes = {}; ///< as Signer::signature
};

class Platform {
public:
    virtual ~Platform() = default;

    /// `done` is called later, on the same thread, between frames; a frame is drawn after it, but for live
    /// calls only if it asks for one.
    virtual void send(HttpCall call, std::function<void(HttpAnswer)> done) = 0;
    /// Upload progress of file calls, 0 to 1.
    virtual void on_upload_progress(std::function<void(float)> progress) = 0;

    /// The route, with its "#": "#/geraete?q=beamer".
    virtual std::string route() const = 0;
    virtual void set_route(std::string_view route, HistoryMode mode) = 0;

    /// Asks for a frame after that time; 0 = as soon as possible. Nothing is drawn unasked.
    virtual void request_frame(int after_ms) = 0;
    /// Calls `due` once after that time, between frames; a frame is drawn only if it asks for one.
    virtual void call_after(int after_ms, std::function<void()> due) = 0;
    /// The same for the live-update channel: the page counts as idle meanwhile, and no frame follows by itself.
    virtual void call_after_live(int after_ms, std::function<void()> due) = 0;
    virtual std::int64_t now_unix_ms() const = 0;
    /// 128 random bits as 32 hex digits (idempotency keys).
    virtual std::string random_key() = 0;

    /// Small texts that outlive the page: "setting." keys for good (localStorage), "draft." keys until the
    /// tab is closed (sessionStorage). Empty when unknown.
    virtual std::string stored(std::string_view key) const = 0;
    virtual void store(std::string_view key, std::string_view value) = 0;

    /// Opens the dialog of the camera. Its codes come as those of a scanner do (App::on_scan), one after the other, until
    /// it is closed, here or by somebody.
    virtual void open_camera() = 0;
    virtual void close_camera() = 0;
    /// Shows in that dialog what has become of a code. False: it is not open, so it has to be said elsewhere.
    virtual bool tell_camera(std::string_view code, std::string_view words, ScanTone tone) = 0;

    /// Hands over the texts of shared/strings/<language>.json: at once if they are there, else when they have come; never if they
    /// do not come; and again when those of the later part have come.
    virtual void load_texts(std::string_view language, std::function<void(std::string_view json)> done) = 0;
    /// Whether the screens of Part::later (client/screens.hpp) are there; what a first visit does not wait for.
    virtual bool has_later_part() const = 0;
    /// Calls `done` once they are there, or with false if they could not be had; between frames.
    virtual void load_later_part(std::function<void(bool is_here)> done) = 0;
    /// Opens the dialog to sign in, for one person: `who` says who signs. `done` is called when it closes, between frames.
    virtual void ask_signature(std::string_view title, std::string_view who, std::function<void(SignatureAnswer)> done) = 0;

    virtual void copy_text(std::string_view text) = 0;
    virtual void move_focus(FocusTarget target) = 0;
    /// Warn before the page is left: somebody has typed something that is not saved.
    virtual void set_unsaved(bool unsaved) = 0;
    /// Loads the page anew, in the newest release of it; asks first if something is unsaved.
    virtual void reload() = 0;
    /// The session has ended: shows the sign-in page, the route is kept.
    virtual void show_sign_in() = 0;
};

} // namespace schulkit
