#pragma once
// All SQL about what stands on the county's papers.

#include "server/db/database.hpp"
#include "shared/papers/paper_settings.hpp"

namespace schulkit {

/// With the newest text of the agreement.
PaperSettings get_paper_settings(Tx& tx);
/// All but the agreement's text. The version grows by one.
Result<Done> replace_paper_settings(WriteTx& tx, PaperSettings const& settings);
/// The next version; its number.
Result<std::int64_t> insert_agreement_text(WriteTx& tx, std::string_view text);
/// The product's own text becomes a row before a paper or another version refers to it: a later release may have another.
Result<Done> keep_first_agreement_text(WriteTx& tx);

/// Where people reach the application: "https://schulkit.example"; empty as long as nobody has served it.
std::string get_web_address(Tx& tx);
Result<Done> keep_web_address(WriteTx& tx, std::string_view address);

} // namespace schulkit
