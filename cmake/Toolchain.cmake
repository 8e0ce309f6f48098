# How everything of ours is compiled.

find_program(SCHULKIT_CCACHE ccache)
if(SCHULKIT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # The settings let a precompiled header be cached too, and what one checkout has compiled serve another.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${SCHULKIT_CCACHE}")
endif()

if(SCHULKIT_SANITIZE)
    # vptr: shared/ and client/ are built without run-time type information. null, alignment, object-size: the address
    # sanitizer ends a program for what they find, and they cost a third of the build.
    # Checks by call instead of in place make a fifth less to compile.
    add_compile_options(-fsanitize=address,undefined -fno-sanitize=vptr,null,alignment,object-size
        -fno-sanitize-recover=all -fno-omit-frame-pointer
        $<$<CXX_COMPILER_ID:GNU>:--param=asan-instrumentation-with-call-threshold=0>)
    add_link_options(-fsanitize=address,undefined)
endif()

add_library(schulkit_options INTERFACE)
target_include_directories(schulkit_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(schulkit_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
    # clang counts it to -Wconversion, g++ does not; one meaning for both
    -Wno-sign-conversion
    # g++ 12 sees it in std::regex, std::function and tl::expected once sanitizers or the benchmark's inlining are in the way
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<OR:$<BOOL:${SCHULKIT_SANITIZE}>,$<BOOL:${SCHULKIT_BENCH}>>>:-Wno-maybe-uninitialized>
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>) # g++ 12 warns of its own std::string (GCC bug 105651)

set(schulkit_empty_source "${PROJECT_BINARY_DIR}/empty.cpp")
file(CONFIGURE OUTPUT "${schulkit_empty_source}" CONTENT "")

# The .cpp files below a room of the project; EXCLUDE takes files or folders out. New files are found by the next
# build, without an edit here.
function(schulkit_glob variable room)
    cmake_parse_arguments(arg "" "PATTERN" "EXCLUDE" ${ARGN})
    if(NOT arg_PATTERN)
        set(arg_PATTERN "*.cpp")
    endif()
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${room}/${arg_PATTERN}")
    foreach(path node_modules ${arg_EXCLUDE})
        list(FILTER sources EXCLUDE REGEX "/${path}(/|$)")
    endforeach()
    set(${variable} "${sources}" PARENT_SCOPE)
endfunction()

# The files of one folder are compiled as one where the preset asks for it (CMAKE_UNITY_BUILD): half the time of a whole
# build. So names in unnamed namespaces differ within a folder.
function(schulkit_join_folders target sources)
    foreach(source ${sources})
        cmake_path(RELATIVE_PATH source BASE_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE group)
        cmake_path(GET group PARENT_PATH group)
        string(REPLACE "/" "_" group "${group}")
        set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${group}")
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
endfunction()

# The headers nearly every file reads anyway, read once per target. Only beside CMAKE_UNITY_BUILD: the preset dev compiles
# each file by itself and so tells which includes are missing.
function(schulkit_precompile target)
    if(CMAKE_UNITY_BUILD)
        target_precompile_headers(${target} PRIVATE
            <nlohmann/json.hpp> <tl/expected.hpp> <algorithm> <functional> <map> <memory> <optional> <string> <vector> ${ARGN})
    endif()
endfunction()

# A static library of a room; it may still be empty.
function(schulkit_library name room)
    schulkit_glob(sources ${room} ${ARGN})
    if(NOT sources)
        set(sources "${schulkit_empty_source}")
    endif()
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC schulkit_options)
    schulkit_join_folders(${name} "${sources}")
    schulkit_precompile(${name})
endfunction()

# httplib.h costs half a minute with sanitizers: only the named files can include it at all.
function(schulkit_allow_httplib)
    set_source_files_properties(${ARGN} PROPERTIES
        COMPILE_OPTIONS "-isystem;${SCHULKIT_HTTPLIB_DIR_USED}" SKIP_UNITY_BUILD_INCLUSION TRUE)
endfunction()
