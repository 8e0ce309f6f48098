#pragma once
// The semantic tree as bytes for the mirror, only what has changed; web/mirror_decode.mjs reads them.

#include "client/ui/tree.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace schulkit {

class TreeEncoder {
public:
    /// Valid until the next call. Empty: the mirror is already like that.
    std::span<char const> encode(ui::Tree const& tree);

private:
    struct Writer;

    ui::Tree m_before = {};
    std::unordered_map<std::uint32_t, std::size_t> m_index = {}; ///< of m_before's nodes, by id
    bool m_first = true;
    std::string m_bytes = {};
};

} // namespace schulkit
