# Debian's Emscripten brings its own toolchain file; where it lies is found by looking.
find_program(SCHULKIT_EMCC emcc REQUIRED)
cmake_path(GET SCHULKIT_EMCC PARENT_PATH emcc_folder)
find_file(SCHULKIT_EMSCRIPTEN_TOOLCHAIN Emscripten.cmake
    PATHS /usr/share/emscripten "$ENV{EMSCRIPTEN}" "${emcc_folder}"
    PATH_SUFFIXES cmake/Modules/Platform NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH REQUIRED)

# The optimiser needs the JavaScript parser acorn, which Debian keeps here; a node from elsewhere does not look there.
# EM_NODE_JS: emcc's own configuration names /usr/bin/node only.
find_program(SCHULKIT_NODE NAMES node nodejs REQUIRED)
set(ENV{NODE_PATH} /usr/share/nodejs)
set(ENV{EM_NODE_JS} "${SCHULKIT_NODE}")
set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_COMMAND}" -E env NODE_PATH=/usr/share/nodejs "EM_NODE_JS=${SCHULKIT_NODE}")

include("${SCHULKIT_EMSCRIPTEN_TOOLCHAIN}")
