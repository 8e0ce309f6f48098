#pragma once
// Pages of A4 that text and lines are drawn on; the only place that knows Cairo, Pango, fontconfig and the QR library.
// Lengths are points (1/72 inch) from the top left corner. Tags give the file its structure for screen readers: text belongs
// to the innermost open tag; what is drawn while that tag has tags of its own, or none is open, is decoration.

#include "server/papers/paper.hpp"
#include "shared/core/result.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace schulkit::papers {

struct Ink {
    double red = 0, green = 0, blue = 0;
};

struct TextStyle {
    double size = 10;
    bool bold = false;
    Align align = Align::left;
    Ink ink = {0.1, 0.11, 0.13};
    bool one_line = false; ///< what does not fit becomes "…"
    double leading = 1.36; ///< from line to line, in sizes

    double line_height() const { return size * leading; }
};

struct Widths {
    double longest_word = 0;
    double whole = 0; ///< of the longest line, if nothing is wrapped
};

struct CanvasInfo {
    std::string title = {};
    std::string author = {};
    std::string subject = {};
    Instant created_at = {};
};

class PaperCanvas {
public:
    static constexpr double page_width = 595.276, page_height = 841.89;

    /// Error: unavailable, with what is wrong with the fonts in `detail`.
    static Result<std::unique_ptr<PaperCanvas>> create(CanvasInfo const& info);
    ~PaperCanvas();
    PaperCanvas(PaperCanvas const&) = delete;
    PaperCanvas& operator=(PaperCanvas const&) = delete;

    /// How many lines `text` takes at that width: at least one, if it is not empty.
    int count_lines(std::string_view text, TextStyle const& style, double width);
    Widths widths_of(std::string_view text, TextStyle const& style);

    /// Lines `first` to `first + count` of it, the first of them with its top at y.
    void text(double x, double y, std::string_view text, TextStyle const& style, double width, int first, int count);
    void line(double x1, double y1, double x2, double y2, double thickness, Ink ink);
    void box(double x, double y, double width, double height, Ink ink);
    void strokes(double x, double y, double width, double height, std::span<std::vector<Point> const> strokes);
    /// Error: too_large for more than fits into one (2,331 bytes).
    static Result<std::vector<std::vector<bool>>> qr_of(std::string const& words);
    void qr(double x, double y, double side, std::vector<std::vector<bool>> const& modules);

    void open(char const* tag);
    /// A link to that address, around the text of it.
    void open_link(std::string const& url);
    void close(char const* tag);
    /// The next page begins.
    void turn_page();

    /// The file; nothing can be drawn after that.
    Result<std::string> finish();

private:
    struct Parts;
    explicit PaperCanvas(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace schulkit::papers
