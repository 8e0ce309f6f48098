#include "client/platform/web/renderer.hpp"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

namespace schulkit {

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
    return ImGui_ImplOpenGL3_Init("#version 300 es");
}

// ImGui_ImplOpenGL3_NewFrame() is never called: it would make a font texture before there is an atlas.
void Renderer::take_fonts() {
    if (m_has_objects) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    } else {
        m_has_objects = ImGui_ImplOpenGL3_CreateDeviceObjects();
    }
}

void Renderer::restore() {
    if (!m_has_objects) return;
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
    m_has_objects = ImGui_ImplOpenGL3_CreateDeviceObjects();
}

void Renderer::show(int pixel_width, int pixel_height) {
    glViewport(0, 0, pixel_width, pixel_height);
    glClearColor(1, 1, 1, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

} // namespace schulkit
