#include "server/papers/paper_canvas.hpp"

#include "embedded/paper_fonts.hpp"
#include "server/papers/paper_words.hpp"

#include <array>
#include <cairo-pdf.h>
#include <cmath>
#include <cstdio>
#include <hb.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <qrcodegen/qrcodegen.hpp>
#include <sys/mman.h>
#include <unistd.h>
#include <unordered_map>

namespace schulkit::papers {
namespace {

/// Roboto's own, in sizes: the same for every line, whatever a fallback font has.
constexpr double ascent = 0.927, descent = 0.244;

/// The fonts that travel in the binary, and no others: what the machine has or is set to changes nothing. Made once; Pango
/// and Cairo keep what they read of them for as long as the program runs.
struct PaperFonts {
    FcConfig* config = nullptr;
    FcCharSet* characters = nullptr; ///< what one of them can draw
    std::string trouble = {};
};

/// fontconfig and FreeType read files only; this one is in memory.
std::string file_in_memory(std::string_view bytes) {
    int const file = memfd_create("schulkit-font", MFD_CLOEXEC);
    if (file < 0) return {};
    for (std::string_view left = bytes; !left.empty();) {
        ssize_t const written = write(file, left.data(), left.size());
        if (written <= 0) {
            close(file);
            return {};
        }
        left.remove_prefix(static_cast<std::size_t>(written));
    }
    return "/proc/self/fd/" + std::to_string(file);
}

PaperFonts load_fonts() {
    PaperFonts fonts{.config = FcConfigCreate(), .characters = FcCharSetCreate()};
    for (std::string_view const bytes :
         {embedded::paper_font_regular(), embedded::paper_font_bold(), embedded::paper_font_fallback()}) {
        std::string const path = file_in_memory(bytes);
        if (path.empty() || !FcConfigAppFontAddFile(fonts.config, reinterpret_cast<FcChar8 const*>(path.c_str())))
            fonts.trouble = "a font of the papers cannot be read from memory";
    }
    FcFontSet* const set = FcConfigGetFonts(fonts.config, FcSetApplication);
    if (set == nullptr || set->nfont != 3) {
        fonts.trouble = "fontconfig does not know the fonts of the papers";
        return fonts;
    }
    for (int i = 0; i < set->nfont; ++i) {
        FcCharSet* own = nullptr;
        if (FcPatternGetCharSet(set->fonts[i], FC_CHARSET, 0, &own) == FcResultMatch)
            FcCharSetMerge(fonts.characters, own, nullptr);
    }
    return fonts;
}

PaperFonts const& fonts() {
    static PaperFonts const loaded = load_fonts();
    return loaded;
}

/// A character that no font has would become an empty box, which says nothing: its number is written instead.
std::string drawable(std::string_view text) {
    std::string const clean = printable(text);
    std::string out;
    for (char const* at = clean.c_str(); at < clean.c_str() + clean.size();) {
        char const* const next = g_utf8_next_char(at);
        gunichar const c = g_utf8_get_char(at);
        if (c < 0x80 || g_unichar_iszerowidth(c) || FcCharSetHasChar(fonts().characters, c)) {
            out.append(at, next);
        } else {
            std::array<char, 16> number{};
            std::snprintf(number.data(), number.size(), "[U+%04X]", c);
            out += number.data();
        }
        at = next;
    }
    return out;
}

/// Pango takes the space out where it wraps a line: whoever copies the text, or has it read, would get two words as one.
void keep_last_space(PangoLayoutLine* line) {
    if (line->length == 0 || pango_layout_get_text(line->layout)[line->start_index + line->length - 1] != ' ') return;
    int const last = line->start_index + line->length - 1;
    for (GSList* one = line->runs; one != nullptr; one = one->next) {
        auto* const run = static_cast<PangoGlyphItem*>(one->data);
        for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
            PangoGlyphInfo& glyph = run->glyphs->glyphs[i];
            if (run->item->offset + run->glyphs->log_clusters[i] != last || glyph.glyph != PANGO_GLYPH_EMPTY) continue;
            hb_codepoint_t space = 0;
            if (hb_font_get_nominal_glyph(pango_font_get_hb_font(run->item->analysis.font), ' ', &space)) glyph.glyph = space;
        }
    }
}

std::string whole_second(Instant at) {
    return to_rfc3339(Instant{at.unix_ms - ((at.unix_ms % 1000) + 1000) % 1000});
}

} // namespace

struct PaperCanvas::Parts {
    struct Unref {
        void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    };
    using LayoutPtr = std::unique_ptr<PangoLayout, Unref>;

    std::string bytes = {};
    cairo_surface_t* surface = nullptr;
    cairo_t* cairo = nullptr;
    PangoFontMap* font_map = nullptr;
    PangoContext* context = nullptr;
    PangoAttrList* attributes = nullptr;
    std::unordered_map<std::string, LayoutPtr> layouts = {};
    std::unordered_map<std::string, Widths> widths = {};

    Parts() = default;
    Parts(Parts const&) = delete;
    Parts& operator=(Parts const&) = delete;
    ~Parts() {
        layouts.clear();
        if (cairo != nullptr) cairo_destroy(cairo);
        if (attributes != nullptr) pango_attr_list_unref(attributes);
        if (context != nullptr) g_object_unref(context);
        if (font_map != nullptr) g_object_unref(font_map);
        if (surface == nullptr) return;
        cairo_surface_finish(surface); // it still writes into `bytes`
        cairo_surface_destroy(surface);
    }

    /// Measuring and drawing ask for the same ones, and tables repeat their cells.
    PangoLayout* layout_of(std::string_view text, TextStyle const& style, double width) {
        std::string key{text};
        for (double const part : {style.size, style.bold ? 1.0 : 0.0, style.one_line ? 1.0 : 0.0, width})
            key.append(reinterpret_cast<char const*>(&part), sizeof part);
        if (layouts.size() > 500) layouts.clear();
        LayoutPtr& kept = layouts[key];
        if (!kept) kept = new_layout(text, style, width);
        return kept.get();
    }

    LayoutPtr new_layout(std::string_view text, TextStyle const& style, double width) {
        LayoutPtr layout{pango_layout_new(context)};
        std::string const shown = drawable(text);
        pango_layout_set_text(layout.get(), shown.data(), static_cast<int>(shown.size()));
        PangoFontDescription* const font = pango_font_description_new();
        pango_font_description_set_family_static(font, "Roboto");
        pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
        pango_layout_set_font_description(layout.get(), font);
        pango_font_description_free(font);
        pango_layout_set_attributes(layout.get(), attributes);
        pango_layout_set_auto_dir(layout.get(), FALSE); // a name written from the right stays at the left of its field
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        if (width > 0) pango_layout_set_width(layout.get(), static_cast<int>(std::floor(width * PANGO_SCALE)));
        if (style.one_line) {
            pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
            pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
        }
        return layout;
    }
};

PaperCanvas::PaperCanvas(std::unique_ptr<Parts> parts) : m_parts{std::move(parts)} {}
PaperCanvas::~PaperCanvas() = default;

Result<std::unique_ptr<PaperCanvas>> PaperCanvas::create(CanvasInfo const& info) {
    if (!fonts().trouble.empty()) return fail(ErrorKind::unavailable, "internal", fonts().trouble);
    auto parts = std::make_unique<Parts>();
    auto const keep = [](void* bytes, unsigned char const* more, unsigned length) {
        static_cast<std::string*>(bytes)->append(reinterpret_cast<char const*>(more), length);
        return CAIRO_STATUS_SUCCESS;
    };
    parts->surface = cairo_pdf_surface_create_for_stream(keep, &parts->bytes, page_width, page_height);
    // newer ones hide the catalog, to which the language is added, in compressed objects
    cairo_pdf_surface_restrict_to_version(parts->surface, CAIRO_PDF_VERSION_1_4);
    auto const tell = [&](cairo_pdf_metadata_t what, std::string const& words) {
        if (!words.empty()) cairo_pdf_surface_set_metadata(parts->surface, what, words.c_str());
    };
    tell(CAIRO_PDF_METADATA_TITLE, printable(info.title));
    tell(CAIRO_PDF_METADATA_AUTHOR, printable(info.author));
    tell(CAIRO_PDF_METADATA_SUBJECT, printable(info.subject));
    tell(CAIRO_PDF_METADATA_CREATOR, "Schulkit");
    tell(CAIRO_PDF_METADATA_CREATE_DATE, whole_second(info.created_at));
    parts->cairo = cairo_create(parts->surface);

    // a map of its own: they are not shared between threads
    parts->font_map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    if (parts->font_map == nullptr) return fail(ErrorKind::unavailable, "internal", "Cairo cannot draw TrueType fonts");
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(parts->font_map), fonts().config);
    parts->context = pango_font_map_create_context(parts->font_map);
    pango_cairo_context_set_resolution(parts->context, 72);
    pango_context_set_language(parts->context, pango_language_from_string("de-DE"));
    pango_context_set_base_dir(parts->context, PANGO_DIRECTION_LTR);
    pango_context_set_round_glyph_positions(parts->context, FALSE);
    pango_cairo_update_context(parts->cairo, parts->context);
    parts->attributes = pango_attr_list_new();
    // "fi" as one sign is found by no search for "Fotografie", and is wrong in "Kaufinteresse"
    pango_attr_list_insert(parts->attributes, pango_attr_font_features_new("liga=0, clig=0"));
    // a number that is cut at a line's end must not gain a hyphen
    pango_attr_list_insert(parts->attributes, pango_attr_insert_hyphens_new(FALSE));
    return std::unique_ptr<PaperCanvas>{new PaperCanvas{std::move(parts)}};
}

int PaperCanvas::count_lines(std::string_view text, TextStyle const& style, double width) {
    if (text.empty()) return 0;
    if (style.one_line) return 1;
    return pango_layout_get_line_count(m_parts->layout_of(text, style, width));
}

Widths PaperCanvas::widths_of(std::string_view text, TextStyle const& style) {
    if (text.empty()) return {};
    std::string const key = std::string{text} + (style.bold ? 'b' : 'r') + std::to_string(style.size);
    if (auto const known = m_parts->widths.find(key); known != m_parts->widths.end()) return known->second;
    Widths widths;
    auto const layout = m_parts->new_layout(text, style, 0);
    PangoRectangle extents{};
    pango_layout_get_extents(layout.get(), nullptr, &extents);
    widths.whole = static_cast<double>(extents.width) / PANGO_SCALE;
    // as narrow as it goes without cutting words: each on a line of its own
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD);
    pango_layout_set_width(layout.get(), 0);
    pango_layout_get_extents(layout.get(), nullptr, &extents);
    widths.longest_word = static_cast<double>(extents.width) / PANGO_SCALE;
    if (m_parts->widths.size() < 500) m_parts->widths.emplace(key, widths);
    return widths;
}

void PaperCanvas::text(double x, double y, std::string_view text, TextStyle const& style, double width, int first,
                       int count) {
    if (text.empty() || count <= 0) return;
    PangoLayout* const layout = m_parts->layout_of(text, style, width);
    cairo_set_source_rgb(m_parts->cairo, style.ink.red, style.ink.green, style.ink.blue);
    double const base = (style.line_height() - (ascent + descent) * style.size) / 2 + ascent * style.size;
    int number = 0;
    for (GSList* one = pango_layout_get_lines(layout); one != nullptr; one = one->next, ++number) {
        if (number < first || number >= first + count) continue;
        auto* const line = static_cast<PangoLayoutLine*>(one->data);
        keep_last_space(line);
        PangoRectangle extents{};
        pango_layout_line_get_extents(line, nullptr, &extents);
        double const space = width - static_cast<double>(extents.width) / PANGO_SCALE;
        double const shift = style.align == Align::right ? space : style.align == Align::center ? space / 2 : 0;
        cairo_move_to(m_parts->cairo, x + shift, y + (number - first) * style.line_height() + base);
        pango_cairo_show_layout_line(m_parts->cairo, line);
    }
}

void PaperCanvas::line(double x1, double y1, double x2, double y2, double thickness, Ink ink) {
    cairo_set_source_rgb(m_parts->cairo, ink.red, ink.green, ink.blue);
    cairo_set_line_width(m_parts->cairo, thickness);
    cairo_move_to(m_parts->cairo, x1, y1);
    cairo_line_to(m_parts->cairo, x2, y2);
    cairo_stroke(m_parts->cairo);
}

void PaperCanvas::box(double x, double y, double width, double height, Ink ink) {
    cairo_set_source_rgb(m_parts->cairo, ink.red, ink.green, ink.blue);
    cairo_rectangle(m_parts->cairo, x, y, width, height);
    cairo_fill(m_parts->cairo);
}

void PaperCanvas::strokes(double x, double y, double width, double height, std::span<std::vector<Point> const> strokes) {
    cairo_t* const cairo = m_parts->cairo;
    auto const at = [](double part) { return std::isfinite(part) ? std::min(std::max(part, 0.0), 1.0) : 0.0; };
    cairo_set_source_rgb(cairo, 0.05, 0.1, 0.35); // as of a pen
    cairo_set_line_width(cairo, 1.1);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    for (std::vector<Point> const& stroke : strokes) {
        cairo_new_path(cairo); // text leaves its end as a point
        for (Point const& point : stroke) cairo_line_to(cairo, x + at(point.x) * width, y + at(point.y) * height);
        if (stroke.size() == 1) cairo_rel_line_to(cairo, 0, 0); // a dot
        cairo_stroke(cairo);
    }
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_MITER);
}

Result<std::vector<std::vector<bool>>> PaperCanvas::qr_of(std::string const& words) {
    try {
        auto const code = qrcodegen::QrCode::encodeText(words.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
        auto const side = static_cast<std::size_t>(code.getSize());
        std::vector<std::vector<bool>> modules(side, std::vector<bool>(side));
        for (std::size_t row = 0; row < side; ++row)
            for (std::size_t column = 0; column < side; ++column)
                modules[row][column] = code.getModule(static_cast<int>(column), static_cast<int>(row));
        return modules;
    } catch (std::length_error const&) {
        return fail(ErrorKind::too_large, "too_long", "an address is too long for a QR code");
    }
}

void PaperCanvas::qr(double x, double y, double side, std::vector<std::vector<bool>> const& modules) {
    cairo_t* const cairo = m_parts->cairo;
    double const module = side / static_cast<double>(modules.size());
    cairo_set_source_rgb(cairo, 0, 0, 0);
    // one path with whole runs: no hairlines between the modules
    for (std::size_t row = 0; row < modules.size(); ++row)
        for (std::size_t from = 0; from < modules[row].size();) {
            std::size_t to = from;
            while (to < modules[row].size() && modules[row][to]) ++to;
            if (to > from)
                cairo_rectangle(cairo, x + module * static_cast<double>(from), y + module * static_cast<double>(row),
                                module * static_cast<double>(to - from), module);
            from = to + 1;
        }
    cairo_fill(cairo);
}

void PaperCanvas::open(char const* tag) { cairo_tag_begin(m_parts->cairo, tag, nullptr); }

void PaperCanvas::open_link(std::string const& url) {
    std::string attributes = "uri='";
    for (char const c : url) {
        bool const plain = c > 0x20 && c < 0x7F && c != '\'' && c != '\\';
        std::array<char, 4> escaped{c};
        if (!plain) std::snprintf(escaped.data(), escaped.size(), "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
        attributes += escaped.data();
    }
    cairo_tag_begin(m_parts->cairo, CAIRO_TAG_LINK, (attributes + "'").c_str());
}

void PaperCanvas::close(char const* tag) { cairo_tag_end(m_parts->cairo, tag); }

void PaperCanvas::turn_page() { cairo_show_page(m_parts->cairo); }

Result<std::string> PaperCanvas::finish() {
    cairo_status_t const drawn = cairo_status(m_parts->cairo);
    cairo_surface_finish(m_parts->surface);
    cairo_status_t const written = cairo_surface_status(m_parts->surface);
    if (cairo_status_t const status = drawn != CAIRO_STATUS_SUCCESS ? drawn : written; status != CAIRO_STATUS_SUCCESS)
        return fail(ErrorKind::internal, "internal", std::string{"a paper: "} + cairo_status_to_string(status));
    return std::move(m_parts->bytes);
}

} // namespace schulkit::papers
