# nlohmann/json and tl::expected for emcc. Its compiler must not see all of /usr/include (the C library there is
# another one), so a folder with links to these two is its system include path. g++ finds them by itself.
find_path(SCHULKIT_NLOHMANN_ROOT nlohmann/json.hpp PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH)
find_path(SCHULKIT_EXPECTED_ROOT tl/expected.hpp PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH)
if(NOT SCHULKIT_NLOHMANN_ROOT OR NOT SCHULKIT_EXPECTED_ROOT)
    message(FATAL_ERROR "nlohmann/json.hpp or tl/expected.hpp is missing: install nlohmann-json3-dev and libexpected-dev.")
endif()

add_library(schulkit_header_only INTERFACE)
if(EMSCRIPTEN)
    set(links "${SCHULKIT_THIRD_PARTY}/header_only")
    file(MAKE_DIRECTORY "${links}")
    file(CREATE_LINK "${SCHULKIT_NLOHMANN_ROOT}/nlohmann" "${links}/nlohmann" SYMBOLIC)
    file(CREATE_LINK "${SCHULKIT_EXPECTED_ROOT}/tl" "${links}/tl" SYMBOLIC)
    target_include_directories(schulkit_header_only SYSTEM INTERFACE "${links}")
endif()
# shared/ is built without exceptions and shares inline functions with the server: one behaviour for both.
target_compile_definitions(schulkit_header_only INTERFACE JSON_NOEXCEPTION=1)
