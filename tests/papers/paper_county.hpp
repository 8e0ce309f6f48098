#pragma once
// A county that hands TK-01 over to gym_03, on the screen or on paper, and reads the papers that come of it.

#include "server/papers/issue_papers.hpp"
#include "server/papers/paper_settings_changes.hpp"
#include "tests/loans/loan_samples.hpp"

#include <array>
#include <catch_amalgamated.hpp>
#include <cstdio>
#include <fstream>

namespace schulkit::test {

/// As a hand writes it.
inline std::string const written = "[[[0.1,0.6],[0.2,0.3],[0.3,0.7],[0.5,0.4]],[[0.55,0.5],[0.9,0.45]]]";

struct PaperCounty : LoanCounty {
    PaperCounty() {
        meet_requirements(gym_03);
        prepare(kit, "A");
        loan = ask_for(kit, gym_03);
        must_be(200, step(loan, "approve"));
        change_settings([](PaperSettings& settings) {
            settings.county = "Landkreis Musterkreis";
            settings.address = "Schulstraße 12\n12345 Musterstadt";
            settings.place = "Musterstadt";
        });
    }

    template <class F> void change_settings(F change) const {
        auto const done = database().write(person("coordinator"), [&](WriteTx& tx) -> Result<PaperSettings> {
            PaperSettings settings = get_paper_settings(tx);
            change(settings);
            return edit_paper_settings(tx, settings, settings.version);
        });
        REQUIRE(done);
    }
    static Json signer(std::string const& name, std::string const& function, bool drawn) {
        Json made = {{"name", name}, {"function", function}};
        if (drawn) made["signature"] = written;
        return made;
    }
    Reply hand_over(Json body = Json::object(), bool drawn = false) const {
        if (!body.contains("scanned")) body["scanned"] = {"A1", "A2", "A3", "AK"};
        if (!body.contains("signed_by")) body["signed_by"] = signer("Dr. Petra Lindhorst", "Schulleitung", drawn);
        if (!body.contains("county_signed_by")) {
            body["county_signed_by"] = signer("Jörg Weiß", "Schul-IT", drawn);
            body["county_signed_by"]["on_behalf"] = "i_a";
        }
        return post("technician", at(loan, "hand-over"), body);
    }
    Json papers(std::string const& who = "coordinator") const { return get(who, at(loan, "papers")).body["items"]; }
    Json paper(std::string const& kind) const {
        for (Json const& each : papers())
            if (each["kind"] == kind) return each;
        FAIL("there is no " << kind);
        return {};
    }
    std::string file_of(Json const& paper) const { return at(loan, "papers/") + std::to_string(paper["id"].get<std::int64_t>()); }
    std::string page_of(Json const& paper) const { return "/basis/papiere/" + std::to_string(paper["id"].get<std::int64_t>()); }
    std::string bytes_of(Json const& paper) const { return must_be(200, get("coordinator", file_of(paper))).text; }
    /// As poppler reads it, in one line.
    std::string text_of(Json const& paper) const {
        std::string const path = (m_folder.path() / "paper.pdf").string();
        std::ofstream{path, std::ios::binary} << bytes_of(paper);
        FILE* const pipe = popen(("pdftotext -layout " + path + " -").c_str(), "r");
        REQUIRE(pipe != nullptr);
        std::string all;
        std::array<char, 4096> part{};
        while (std::size_t const read = fread(part.data(), 1, part.size(), pipe)) all.append(part.data(), read);
        REQUIRE(pclose(pipe) == 0);
        std::string line;
        for (char const c : all)
            if (c != '\n' && c != '\f' && (c != ' ' || !line.ends_with(' '))) line += c;
            else if (!line.ends_with(' ')) line += ' ';
        return line;
    }

    Reply loan = {};

private:
    TempFolder m_folder = {};
};

inline bool has(std::string_view text, std::string_view words) { return text.find(words) != std::string_view::npos; }

} // namespace schulkit::test
