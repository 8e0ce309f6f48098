#pragma once
// What a paper of a loan says: agreement, protocol, receipt, supplement. A value that knows neither PDF nor HTML; both are
// made of it (paper_pdf, paper_page), with the same words in the same order. Papers are German, whoever reads them.

#include "shared/core/date.hpp"

#include <string>
#include <variant>
#include <vector>

namespace schulkit::papers {

enum class Kind { agreement, handover, receipt, return_protocol, supplement };

struct Letterhead {
    std::string county = {};               ///< "Landkreis Musterkreis"
    std::string department = {};           ///< "Amt für Schulen · Schul-IT"
    std::vector<std::string> address = {}; ///< also the sender's line above the recipient
    std::vector<std::string> contact = {}; ///< "Telefon 0123 456-0"
};

struct Recipient {
    std::string name = {};
    std::vector<std::string> address = {};
};

struct Labelled {
    std::string label = {};
    std::string value = {};
};

/// Below the paper's title.
struct Heading {
    std::string text = {};
};

/// "§ 3", and what stands in it follows as paragraphs and lists.
struct Clause {
    std::string mark = {};
    std::string title = {};
};

struct Paragraph {
    std::string text = {};
    std::string mark = {}; ///< "(1)"
};

struct ListItem {
    std::string mark = {}; ///< "a)", "–"
    std::string text = {};
};
struct List {
    std::vector<ListItem> items = {};
};

enum class Align { left, right, center };
struct Column {
    std::string title = {};
    Align align = Align::left;
};
/// A row has a cell for each column; one that is missing is empty.
struct Table {
    std::string caption = {};
    std::vector<Column> columns = {};
    std::vector<std::vector<std::string>> rows = {};
};

struct Facts {
    std::vector<Labelled> facts = {};
};

enum class NoteTone { plain, attention };
/// What is missing, in what condition something is: stands out.
struct Note {
    NoteTone tone = NoteTone::plain;
    std::string title = {};
    std::vector<std::string> lines = {};
};

/// In parts of the field that was signed in, from its top left corner: 0 to 1.
struct Point {
    double x = 0;
    double y = 0;
};
enum class Signing {
    by_hand, ///< an empty line, to sign on the print
    drawn,   ///< on the screen: `strokes`
    pending  ///< "Unterschrift steht aus"
};
struct Signature {
    std::string role = {};      ///< "Für die Schule"
    std::string name = {};
    std::string function = {};  ///< "Schulleiterin"
    std::string authority = {}; ///< "i. A.", "i. V."; before the name
    std::string place_and_date = {};
    Signing signing = Signing::by_hand;
    std::vector<std::vector<Point>> strokes = {};
    double field_ratio = 3; ///< width of the field that was signed in, to its height
};
/// Side by side, never apart from each other by a page's end.
struct Signatures {
    std::vector<Signature> signatures = {};
};

using Block = std::variant<Heading, Clause, Paragraph, List, Table, Facts, Note, Signatures>;

/// Where the record of it is.
struct Target {
    std::string url = {};   ///< empty: none
    std::string words = {}; ///< "Diese Ausleihe in Schulkit öffnen"
};

struct Paper {
    Kind kind = Kind::agreement;
    std::string title = {};  ///< "Überlassungsvereinbarung", "Nachtrag 2 zur Überlassungsvereinbarung"
    std::string number = {}; ///< "UEV-2026-0012"
    /// When what it tells was recorded, not when it is printed: the same record makes the same bytes.
    Instant recorded_at = {};
    Letterhead letterhead = {};
    Recipient recipient = {};
    std::vector<Labelled> references = {}; ///< beside the address; more than about ten go on below the title
    std::vector<Block> blocks = {};
    Target target = {};
    /// One after the other in the same file, each with page numbers of its own: {"Ausfertigung für die Schule", …}. What
    /// two have signed is one record with one archive of bytes, and one print makes both. Empty: once, without such words.
    std::vector<std::string> copies = {};
};

} // namespace schulkit::papers
