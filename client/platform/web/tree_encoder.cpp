#include "client/platform/web/tree_encoder.hpp"

#include <algorithm>
#include <cstdint>

namespace schulkit {

namespace {

enum : std::uint8_t { has_page = 1, has_order = 2 };

bool only_moved(ui::Node const& before, ui::Node const& now) {
    ui::Node moved = before;
    moved.rect = now.rect;
    moved.clip = now.clip;
    return moved == now;
}

bool same_order(std::vector<ui::Node> const& before, std::vector<ui::Node> const& now) {
    return std::equal(before.begin(), before.end(), now.begin(), now.end(), [](auto const& a, auto const& b) {
        return a.id == b.id && a.parent == b.parent;
    });
}

} // namespace

/// Little-endian, as WebAssembly is.
struct TreeEncoder::Writer {
    std::string& bytes;

    void u8(std::uint8_t number) { bytes += static_cast<char>(number); }
    template <class Number>
    void raw(Number number) {
        bytes.append(reinterpret_cast<char const*>(&number), sizeof number);
    }
    void u32(std::uint32_t number) { raw(number); }
    void i32(std::int32_t number) { raw(number); }
    void f32(float number) { raw(number); }
    void size(std::size_t number) { u32(static_cast<std::uint32_t>(number)); }
    void text(std::string_view text) {
        size(text.size());
        bytes += text;
    }
    void rect(ui::Rect const& rect) {
        for (float const number : {rect.x, rect.y, rect.width, rect.height}) f32(number);
    }

    void place(ui::Node const& node) {
        u32(node.id);
        rect(node.rect);
        rect(node.clip);
    }

    void node(ui::Node const& node) {
        place(node);
        text(ui::word(node.role));
        unsigned flags = 0;
        unsigned bit = 1;
        for (bool const flag : {node.enabled, node.focusable, node.focused, node.invalid, node.required, node.checked,
                                node.selected, node.modal, node.cover, node.silent, node.code, node.popup,
                                node.camera}) {
            if (flag) flags |= bit;
            bit <<= 1U;
        }
        u32(flags);
        for (std::string const* part : {&node.key, &node.name, &node.value, &node.wrapped, &node.description,
                                        &node.href, &node.input_mode, &node.accept, &node.lang})
            text(*part);
        size(node.options.size());
        for (ui::Option const& option : node.options) {
            text(option.value);
            text(option.label);
            text(option.lang);
        }
        f32(node.text.size_px);
        u8(static_cast<std::uint8_t>((node.text.weight == ui::Weight::medium ? 1 : 0) | (node.text.centered ? 2 : 0)));
        u32(node.text.color);
        u32(node.text.background);
        f32(node.text.inset_x);
        f32(node.text.inset_y);
        f32(node.text.line_height_px);
        for (int const number : {node.level, node.row_index, node.row_count, node.max_length, int{node.sort},
                                int{node.expanded}})
            i32(number);
        f32(node.progress);
    }
};

std::span<char const> TreeEncoder::encode(ui::Tree const& tree) {
    std::vector<ui::Node const*> changed;
    std::vector<ui::Node const*> moved;
    for (ui::Node const& node : tree.nodes) {
        auto const found = m_index.find(node.id);
        ui::Node const* const before = found == m_index.end() ? nullptr : &m_before.nodes[found->second];
        if (before == nullptr || !(*before == node))
            (before != nullptr && only_moved(*before, node) ? moved : changed).push_back(&node);
    }
    bool const page = m_first || tree.language != m_before.language || tree.title != m_before.title;
    bool const order = m_first || !same_order(m_before.nodes, tree.nodes);
    m_bytes.clear();
    if (!page && !order && changed.empty() && moved.empty()) return {};

    Writer writer{m_bytes};
    writer.u8(static_cast<std::uint8_t>((page ? has_page : 0) | (order ? has_order : 0)));
    if (page) {
        writer.text(tree.language);
        writer.text(tree.title);
    }
    writer.size(changed.size());
    for (ui::Node const* node : changed) writer.node(*node);
    writer.size(moved.size());
    for (ui::Node const* node : moved) writer.place(*node);
    if (order) {
        writer.size(tree.nodes.size());
        for (ui::Node const& node : tree.nodes) {
            writer.u32(node.id);
            writer.u32(node.parent);
        }
    }

    m_first = false;
    m_before = tree;
    m_index.clear();
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) m_index.emplace(tree.nodes[i].id, i);
    return m_bytes;
}

} // namespace schulkit
