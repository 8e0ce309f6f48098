#include "server/papers/issue_papers.hpp"

#include "server/assets/asset_store.hpp"
#include "server/attachments/attachment_changes.hpp"
#include "server/audit/audit_store.hpp"
#include "server/differences/difference_store.hpp"
#include "server/handovers/handover_store.hpp"
#include "server/loans/loan_store.hpp"
#include "server/papers/loan_paper_contents.hpp"
#include "server/papers/paper_page.hpp"
#include "server/papers/paper_pdf.hpp"
#include "server/papers/paper_settings_store.hpp"
#include "server/papers/paper_words.hpp"
#include "server/schools/school_store.hpp"
#include "shared/loans/loan_words.hpp"

#include <algorithm>
#include <array>

namespace schulkit::papers {
namespace {

LoanPaperKind kind_of(Kind kind) {
    switch (kind) {
    case Kind::agreement: return LoanPaperKind::agreement;
    case Kind::handover: return LoanPaperKind::handover;
    case Kind::receipt: return LoanPaperKind::receipt;
    case Kind::return_protocol: return LoanPaperKind::return_protocol;
    case Kind::supplement: return LoanPaperKind::supplement;
    }
    return LoanPaperKind::agreement;
}

std::string_view mark_of(LoanPaperKind kind) {
    switch (kind) {
    case LoanPaperKind::agreement: return "UEV";
    case LoanPaperKind::handover: return "UEP";
    case LoanPaperKind::receipt: return "EB";
    case LoanPaperKind::return_protocol: return "RP";
    case LoanPaperKind::supplement: return "N";
    }
    return {};
}

/// "UEV-2026-0012": numbered within the calendar year.
std::string next_number(Tx& tx, LoanPaperKind kind) {
    std::string const begins = std::string{mark_of(kind)} + '-' + std::to_string(tx.today().year) + '-';
    std::string const number = std::to_string(count_papers(tx, kind, begins) + 1);
    return begins + std::string(number.size() < 4 ? 4 - number.size() : 0, '0') + number;
}

Result<LoanFile> file_of_loan(Tx& tx, Access const& access, Id<Loan> id) {
    TRY_ASSIGN(Loan loan, get_loan(tx, access, id));
    auto school = find_school(tx, loan.school_code);
    if (!school) return fail(ErrorKind::internal, "internal", "a loan names a school that is not there");
    LoanFile file{.loan = std::move(loan),
                  .school = std::move(*school),
                  .settings = get_paper_settings(tx),
                  .objection_days = get_loan_settings(tx).objection_days,
                  .web_address = get_web_address(tx),
                  .recorded_at = tx.now()};
    for (LoanPaper const& paper : list_loan_papers(tx, access, id))
        if (paper.kind == LoanPaperKind::agreement) file.agreement_number = paper.number;
    return file;
}

struct Issued {
    std::optional<std::int64_t> session_id = std::nullopt;
    std::optional<std::int64_t> template_version = std::nullopt;
    PaperSigning signing = PaperSigning::none;
};

Result<LoanPaper> issue(WriteTx& tx, LoanFile const& file, Paper const& paper, Issued const& how) {
    auto pdf = paper_pdf(paper);
    if (!pdf)
        return fail(Error{.kind = ErrorKind::unavailable,
                          .code = "paper_not_made",
                          .detail = paper.title + ": " + pdf.error().code + ' ' + pdf.error().detail});
    TRY_ASSIGN(Attachment const kept, keep_document(tx, std::move(*pdf)));
    LoanPaper const wanted{.loan_id = file.loan.id,
                           .kind = kind_of(paper.kind),
                           .number = paper.number,
                           .school_year = file.loan.first_school_year,
                           .session_id = how.session_id,
                           .template_version = how.template_version,
                           .signing = how.signing,
                           .sha256 = kept.sha256};
    TRY_ASSIGN(Id<LoanPaper> const id, insert_loan_paper(tx, wanted, paper_article(paper).markup()));
    TRY(record(tx, {.action = "issue",
                    .entity = Schema<LoanPaper>::name,
                    .entity_id = id.value,
                    .school_code = file.loan.school_code,
                    .after = Json{{"loan_id", file.loan.id.value},
                                  {"kind", word_of(wanted.kind)},
                                  {"number", wanted.number},
                                  {"sha256", wanted.sha256}}}));
    return *find_loan_paper(tx, id);
}

DeviceRow device_row(Tx& tx, std::int64_t slot, std::int64_t asset_id, std::string note = {}) {
    DeviceRow row{.slot = slot, .note = std::move(note)};
    if (auto const device = find_asset(tx, Id<Asset>{asset_id})) {
        row.name = device->name;
        row.tag = device->tag;
        row.serial = device->serial.value_or("");
    }
    return row;
}

std::string place_words(std::int64_t slot, std::string const& label, std::string const& tag) {
    return "Platz " + std::to_string(slot) + ": " + label + (tag.empty() ? "" : " (" + tag + ')');
}

std::string lack_words(std::string const& label, std::int64_t lacks, std::int64_t expected) {
    return std::to_string(lacks) + " × " + label + " (von " + std::to_string(expected) + ')';
}

/// What was scanned and counted of one loan, and what was not.
Contents contents_of(Tx& tx, HandoverSession const& session, Id<Loan> loan) {
    Contents contents;
    for (SessionSlot const& slot : session.slots) {
        if (slot.loan_id != loan) continue;
        if (slot.scanned_at)
            contents.devices.push_back(device_row(tx, slot.slot, *slot.asset_id, slot.note.value_or("")));
        else
            contents.missing.push_back(place_words(slot.slot, slot.label, slot.asset_tag.value_or("")));
    }
    for (SessionAccessory const& accessory : session.accessories) {
        if (accessory.loan_id != loan) continue;
        std::int64_t const there = accessory.quantity.value_or(accessory.expected);
        contents.accessories.push_back({accessory.label, there, accessory.expected});
        if (there < accessory.expected)
            contents.missing.push_back(lack_words(accessory.label, accessory.expected - there, accessory.expected));
    }
    return contents;
}

Result<Done> issue_handover(WriteTx& tx, LoanFile file, HandoverSession const& session, SessionEnd const& end) {
    Signers const signers{end.signed_by, end.county_signed_by};
    Contents const contents = contents_of(tx, session, file.loan.id);
    Issued how{.session_id = session.id.value, .signing = signers.have_drawn() ? PaperSigning::drawn : PaperSigning::pending};
    TRY(keep_first_agreement_text(tx));
    file.agreement_number = next_number(tx, LoanPaperKind::agreement);
    TRY_ASSIGN(Paper agreement, agreement_of(file, contents, signers));
    agreement.number = file.agreement_number;
    how.template_version = file.settings.agreement_version;
    TRY(issue(tx, file, agreement, how));
    Paper protocol = handover_protocol_of(file, contents, signers, end.notes.value_or(""));
    protocol.number = next_number(tx, LoanPaperKind::handover);
    how.template_version.reset();
    TRY(issue(tx, file, protocol, how));
    return Done{};
}

Result<Done> issue_receipt(WriteTx& tx, LoanFile const& file, HandoverSession const& session, SessionEnd const& end) {
    Signers const signers{end.signed_by, end.county_signed_by};
    Contents contents = contents_of(tx, session, file.loan.id);
    // what was not counted at the school is not confirmed either
    contents.accessories.clear();
    for (SessionAccessory const& accessory : session.accessories)
        if (accessory.loan_id == file.loan.id && accessory.quantity)
            contents.accessories.push_back({accessory.label, *accessory.quantity, accessory.expected});
    Paper receipt = receipt_of(file, contents, signers, end);
    receipt.number = next_number(tx, LoanPaperKind::receipt);
    TRY(issue(tx, file, receipt,
              {.session_id = session.id.value, .signing = signers.have_drawn() ? PaperSigning::drawn : PaperSigning::pending}));
    return Done{};
}

/// What has come back at the collection counts, too.
CheckFindings findings_of(Tx& tx, Access const& access, HandoverSession const& session, Id<Loan> loan) {
    CheckFindings findings{.back = contents_of(tx, session, loan)};
    auto const note_of = [&](std::int64_t asset_id) {
        for (SessionSlot const& slot : session.slots)
            if (slot.asset_id == asset_id) return slot.note.value_or("");
        return std::string{};
    };
    findings.back.devices.clear();
    std::erase_if(findings.back.missing, [](std::string const& line) { return line.starts_with("Platz "); });
    std::vector<LoanDifference> const differences = list_loan_differences(tx, access, loan);
    auto const was_told_before = [&](LoanItem const& item) {
        return std::any_of(differences.begin(), differences.end(), [&](LoanDifference const& difference) {
            return difference.kind == DifferenceKind::device_missing && difference.asset_id == item.asset_id &&
                   difference.found_on < tx.today();
        });
    };
    std::vector<std::string> missing;
    for (LoanItem const& item : list_loan_items(tx, loan)) {
        if (item.came_back_on)
            findings.back.devices.push_back(device_row(tx, item.slot, item.asset_id, note_of(item.asset_id)));
        else if (!was_told_before(item))
            missing.push_back(place_words(item.slot, item.label, item.asset_tag));
        else if (!item.settled_as)
            findings.earlier.push_back(place_words(item.slot, item.label, item.asset_tag));
    }
    findings.back.missing.insert(findings.back.missing.begin(), missing.begin(), missing.end());
    for (ForeignDevice const& device : session.foreign)
        findings.foreign.push_back(device.asset_tag + " · " + device.asset_name + " (gehört in " + device.kit_tag + ", Platz " +
                                   std::to_string(device.slot) + ')');
    return findings;
}

} // namespace

Result<Done> issue_session_papers(WriteTx& tx, Access const& access, HandoverSession const& session, SessionEnd const& end) {
    for (SessionLoan const& part : session.loans) {
        TRY_ASSIGN(LoanFile const file, file_of_loan(tx, access, part.loan_id));
        switch (session.kind) {
        case SessionKind::handover: TRY(issue_handover(tx, file, session, end)); break;
        case SessionKind::collection: TRY(issue_receipt(tx, file, session, end)); break;
        case SessionKind::check: {
            Paper protocol = return_protocol_of(file, findings_of(tx, access, session, part.loan_id), end.notes.value_or(""));
            protocol.number = next_number(tx, LoanPaperKind::return_protocol);
            TRY(issue(tx, file, protocol, {.session_id = session.id.value}));
            break;
        }
        }
    }
    return Done{};
}

Result<LoanPaper> issue_supplement(WriteTx& tx, Access const& access, Id<Loan> loan, Supplement const& supplement) {
    TRY_ASSIGN(LoanFile const file, file_of_loan(tx, access, loan));
    SupplementWords words{.reason = supplement.reason.value_or("")};
    for (LoanPaper const& paper : list_loan_papers(tx, access, loan))
        if (paper.kind == LoanPaperKind::supplement) ++words.nth;
    for (SupplementSlot const& slot : supplement.slots) {
        if (slot.out) words.out.push_back(device_row(tx, slot.slot, slot.out->value));
        if (slot.in) words.in.push_back(device_row(tx, slot.slot, slot.in->value));
    }
    for (AccessoryCount const& accessory : supplement.delivered)
        words.delivered.push_back({accessory.label, accessory.quantity, accessory.quantity});
    if (supplement.extended) words.extended_to = day_words(file.loan.due_on);
    Paper paper = supplement_of(file, words);
    // of a loan that was handed over before papers were made here, its own number leads
    std::string const base = file.agreement_number.empty() ? loan_number(loan) : file.agreement_number;
    paper.number = base + "/N" + std::to_string(words.nth);
    return issue(tx, file, paper, {.signing = PaperSigning::pending});
}

Result<Done> add_signed_papers(WriteTx& tx, Access const& access, Id<Loan> loan, SignedPapers const& papers) {
    TRY_ASSIGN(Loan const known, get_loan(tx, access, loan));
    std::vector<Attachment> files;
    for (std::size_t i = 0; i < papers.attachments.size(); ++i) {
        std::string const at = "attachments." + std::to_string(i) + ".sha256";
        TRY_ASSIGN(Attachment file, attachment_to_link(tx, access, papers.attachments[i].sha256, at));
        files.push_back(std::move(file));
    }
    for (std::int64_t const number : papers.paper_ids) {
        auto const paper = find_loan_paper(tx, Id<LoanPaper>{number});
        if (!paper || paper->loan_id != loan) return invalid({FieldError{"paper_ids", "unknown_paper", std::to_string(number)}});
        auto position = static_cast<std::int64_t>(paper->scans.size());
        for (std::size_t i = 0; i < files.size(); ++i) {
            Attachment const& file = files[i];
            bool const known_file = std::any_of(paper->scans.begin(), paper->scans.end(),
                                                [&](AttachedFile const& scan) { return scan.sha256 == file.sha256; });
            if (known_file) continue;
            if (++position > static_cast<std::int64_t>(max_paper_scans)) return fail(ErrorKind::conflict, "too_many_scans");
            TRY(insert_paper_scan(tx, paper->id,
                                  {.position = position,
                                   .sha256 = file.sha256,
                                   .name = file_name_of(papers.attachments[i].name, file.media_type)}));
        }
        Json hashes = Json::array();
        for (Attachment const& file : files) hashes.push_back(file.sha256);
        TRY(record(tx, {.action = "add_signed",
                        .entity = Schema<LoanPaper>::name,
                        .entity_id = paper->id.value,
                        .school_code = known.school_code,
                        .after = Json{{"loan_id", loan.value}, {"number", paper->number}, {"attachments", std::move(hashes)}}}));
    }
    return Done{};
}

} // namespace schulkit::papers
