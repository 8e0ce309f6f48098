#include "client/platform/web/renderer.hpp"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace schulkit {

namespace {

constexpr GLuint position_place = 0;
constexpr GLuint uv_place = 1;
constexpr GLuint color_place = 2;

constexpr char const* vertex_source = R"(#version 300 es
uniform highp vec2 scale;
layout(location = 0) in highp vec2 position;
layout(location = 1) in highp vec2 uv;
layout(location = 2) in lowp vec4 color;
out highp vec2 drawn_uv;
out lowp vec4 drawn_color;
void main() {
    drawn_uv = uv;
    drawn_color = color;
    gl_Position = vec4(position.x * scale.x - 1.0, 1.0 - position.y * scale.y, 0.0, 1.0);
})";

// The atlas holds coverage only; everything drawn has one colour a vertex.
constexpr char const* fragment_source = R"(#version 300 es
precision mediump float;
uniform lowp sampler2D atlas;
in highp vec2 drawn_uv;
in lowp vec4 drawn_color;
layout(location = 0) out lowp vec4 pixel;
void main() { pixel = vec4(drawn_color.rgb, drawn_color.a * texture(atlas, drawn_uv).r); })";

GLuint compile(GLenum kind, char const* source) {
    GLuint const shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    return shader;
}

GLuint link() {
    GLuint const program = glCreateProgram();
    GLuint const vertex = compile(GL_VERTEX_SHADER, vertex_source);
    GLuint const fragment = compile(GL_FRAGMENT_SHADER, fragment_source);
    glAttachShader(program, vertex);
    glAttachShader(program, fragment);
    glLinkProgram(program);
    glDeleteShader(vertex);
    glDeleteShader(fragment);
    GLint linked = 0;
    glGetProgramiv(program, GL_LINK_STATUS, &linked);
    return linked != 0 ? program : 0;
}

template <typename T> void append(std::vector<std::byte>& bytes, T const* first, int count) {
    auto const* from = reinterpret_cast<std::byte const*>(first);
    bytes.insert(bytes.end(), from, from + static_cast<std::size_t>(count) * sizeof(T));
}

void const* offset(std::size_t bytes) { return reinterpret_cast<void const*>(bytes); }

void describe_vertices(unsigned first) {
    std::size_t const start = first * sizeof(ImDrawVert);
    GLsizei const stride = sizeof(ImDrawVert);
    glVertexAttribPointer(position_place, 2, GL_FLOAT, GL_FALSE, stride, offset(start + offsetof(ImDrawVert, pos)));
    glVertexAttribPointer(uv_place, 2, GL_FLOAT, GL_FALSE, stride, offset(start + offsetof(ImDrawVert, uv)));
    glVertexAttribPointer(color_place, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride,
                          offset(start + offsetof(ImDrawVert, col)));
}

} // namespace

bool Renderer::start() {
    EmscriptenWebGLContextAttributes wanted;
    emscripten_webgl_init_context_attributes(&wanted);
    wanted.majorVersion = 2;
    wanted.alpha = false;
    wanted.depth = false;
    wanted.stencil = false;
    wanted.antialias = false; // ImGui smooths its own edges
    wanted.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
    EMSCRIPTEN_WEBGL_CONTEXT_HANDLE const context = emscripten_webgl_create_context("#canvas", &wanted);
    if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS) return false;
    ImGuiIO& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset; // more than 65536 vertices in a list
    return make_objects();
}

bool Renderer::make_objects() {
    GLuint const program = link();
    if (program == 0) return false;
    glUseProgram(program);
    m_scale_place = glGetUniformLocation(program, "scale");

    glGenBuffers(1, &m_vertices);
    glGenBuffers(1, &m_indices);
    glBindBuffer(GL_ARRAY_BUFFER, m_vertices);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, m_indices);
    for (GLuint const place : {position_place, uv_place, color_place}) glEnableVertexAttribArray(place);

    glGenTextures(1, &m_fonts);
    glBindTexture(GL_TEXTURE_2D, m_fonts);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);

    glEnable(GL_BLEND);
    glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
    glEnable(GL_SCISSOR_TEST);
    return true;
}

void Renderer::take_fonts() {
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.GetTexDataAsAlpha8(&pixels, &width, &height);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, width, height, 0, GL_RED, GL_UNSIGNED_BYTE, pixels);
    atlas.SetTexID(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(m_fonts)));
    forget_picture();
}

void Renderer::restore() {
    if (make_objects()) take_fonts();
}

bool Renderer::is_shown(std::uint32_t ground) {
    ImDrawData const& picture = *ImGui::GetDrawData();
    m_wanted.clear();
    append(m_wanted, &ground, 1);
    append(m_wanted, &picture.DisplaySize, 1);
    for (ImDrawList const* list : picture.CmdLists) {
        for (ImDrawCmd const& command : list->CmdBuffer) {
            append(m_wanted, &command.ClipRect, 1);
            append(m_wanted, &command.ElemCount, 1);
        }
        append(m_wanted, list->VtxBuffer.Data, list->VtxBuffer.Size);
        append(m_wanted, list->IdxBuffer.Data, list->IdxBuffer.Size);
    }
    if (m_wanted == m_shown) return true;
    m_shown.swap(m_wanted);
    return false;
}

void Renderer::show(int pixel_width, int pixel_height, std::uint32_t ground) {
    ImDrawData const& picture = *ImGui::GetDrawData();
    if (picture.DisplaySize.x <= 0 || picture.DisplaySize.y <= 0) return;
    if (is_shown(ground)) return;
    glViewport(0, 0, pixel_width, pixel_height);
    glScissor(0, 0, pixel_width, pixel_height);
    auto const part = [ground](int bits) { return static_cast<float>((ground >> bits) & 0xFF) / 255.0F; };
    glClearColor(part(16), part(8), part(0), 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glUniform2f(m_scale_place, 2 / picture.DisplaySize.x, 2 / picture.DisplaySize.y);
    float const scale_x = static_cast<float>(pixel_width) / picture.DisplaySize.x;
    float const scale_y = static_cast<float>(pixel_height) / picture.DisplaySize.y;
    for (ImDrawList const* list : picture.CmdLists) show_list(*list, scale_x, scale_y, pixel_height);
}

void Renderer::show_list(ImDrawList const& list, float scale_x, float scale_y, int pixel_height) {
    glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data, GL_STREAM_DRAW);
    unsigned first = 0;
    describe_vertices(first);
    for (ImDrawCmd const& command : list.CmdBuffer) {
        if (command.UserCallback != nullptr || command.ElemCount == 0) continue; // the widgets use none
        auto const left = static_cast<int>(std::round(command.ClipRect.x * scale_x));
        auto const top = static_cast<int>(std::round(command.ClipRect.y * scale_y));
        auto const right = static_cast<int>(std::round(command.ClipRect.z * scale_x));
        auto const bottom = static_cast<int>(std::round(command.ClipRect.w * scale_y));
        if (right <= left || bottom <= top) continue;
        glScissor(left, pixel_height - bottom, right - left, bottom - top);
        if (command.VtxOffset != first) describe_vertices(first = command.VtxOffset);
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_SHORT,
                       offset(command.IdxOffset * sizeof(ImDrawIdx)));
    }
}

static_assert(sizeof(ImDrawIdx) == 2);

} // namespace schulkit
