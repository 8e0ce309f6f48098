# Dear ImGui, the same sources natively (headless tests) and for the browser.
set(imgui_dir "${SCHULKIT_IMGUI_DIR_USED}")
add_library(imgui STATIC
    "${imgui_dir}/imgui.cpp"
    "${imgui_dir}/imgui_draw.cpp"
    "${imgui_dir}/imgui_tables.cpp"
    "${imgui_dir}/imgui_widgets.cpp"
    "${imgui_dir}/misc/cpp/imgui_stdlib.cpp")
set_target_properties(imgui PROPERTIES UNITY_BUILD OFF)
target_include_directories(imgui SYSTEM PUBLIC "${imgui_dir}" "${imgui_dir}/misc/cpp")
target_include_directories(imgui PRIVATE "${PROJECT_SOURCE_DIR}")
# One configuration for every source that sees imgui.h, or the structures differ between them.
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="client/ui/imgui_config.hpp")
target_compile_options(imgui PRIVATE -w)

if(EMSCRIPTEN)
    target_sources(imgui PRIVATE "${imgui_dir}/backends/imgui_impl_opengl3.cpp")
    target_include_directories(imgui SYSTEM PUBLIC "${imgui_dir}/backends")
    target_compile_definitions(imgui PUBLIC IMGUI_IMPL_OPENGL_ES3)
    target_compile_options(imgui PRIVATE -fno-exceptions -fno-rtti)
endif()
