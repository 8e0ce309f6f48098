# Dear ImGui, cpp-httplib and Catch2 from Debian 13's source packages: one version on every machine and for both
# compilers. Point these variables at own copies to do without apt and network.
set(SCHULKIT_IMGUI_DIR "" CACHE PATH "Dear ImGui 1.90.1: the folder with imgui.h (empty: from Debian)")
set(SCHULKIT_HTTPLIB_DIR "" CACHE PATH "cpp-httplib 0.18.7: the folder with httplib.h (empty: from Debian)")
set(SCHULKIT_CATCH2_DIR "" CACHE PATH "Catch2 3.7.1: the folder with catch_amalgamated.hpp (empty: from Debian)")

# Beside the presets' folders: one fetch serves all of them.
set(SCHULKIT_THIRD_PARTY "${PROJECT_SOURCE_DIR}/build/third_party" CACHE PATH "Fetched sources, shared by all presets")

# The sums are those of the upstream tarballs as Debian ships them.
set(imgui_source imgui 1.90.1+ds-1 ecce377df0f90b292f15dcbd83d438bddc162b2388c881132bde18c787572a1c)
set(httplib_source cpp-httplib 0.18.7-* c88f6495da71e778c82c22995b547a92ceb41cc4016f9028df67106a24b9210d)
set(catch2_source catch2 3.7.1-* c991b247a1a0d7bb9c39aa35faf0fe9e19764213f28ffba3109388e62ee0269c)

set(to_fetch)
function(schulkit_take_source variable source subfolder)
    list(GET source 0 name)
    if(NOT "${${variable}}" STREQUAL "")
        set(${variable}_USED "${${variable}}" PARENT_SCOPE)
    else()
        list(APPEND to_fetch ${source})
        set(to_fetch "${to_fetch}" PARENT_SCOPE)
        set(${variable}_USED "${SCHULKIT_THIRD_PARTY}/src/${name}${subfolder}" PARENT_SCOPE)
    endif()
endfunction()

schulkit_take_source(SCHULKIT_IMGUI_DIR "${imgui_source}" "")
if(NOT EMSCRIPTEN)
    schulkit_take_source(SCHULKIT_HTTPLIB_DIR "${httplib_source}" "")
    schulkit_take_source(SCHULKIT_CATCH2_DIR "${catch2_source}" "/extras")
endif()

if(to_fetch)
    execute_process(
        COMMAND "${CMAKE_CURRENT_LIST_DIR}/fetch_debian_sources.sh" "${SCHULKIT_THIRD_PARTY}" ${to_fetch}
        RESULT_VARIABLE fetch_failed)
    if(fetch_failed)
        message(FATAL_ERROR "The sources of ImGui, cpp-httplib or Catch2 are missing (the line above says why).")
    endif()
endif()
foreach(file "${SCHULKIT_IMGUI_DIR_USED}/imgui.h")
    if(NOT EXISTS "${file}")
        message(FATAL_ERROR "${file} does not exist: SCHULKIT_IMGUI_DIR points at the wrong folder.")
    endif()
endforeach()
