# Native tests: tests/<feature>/<what>_test.cpp. CTest runs one process per file.
add_library(catch2 STATIC "${SCHULKIT_CATCH2_DIR_USED}/catch_amalgamated.cpp")
set_target_properties(catch2 PROPERTIES UNITY_BUILD OFF)
target_include_directories(catch2 SYSTEM PUBLIC "${SCHULKIT_CATCH2_DIR_USED}")
target_compile_options(catch2 PRIVATE -w
    $<$<BOOL:${SCHULKIT_SANITIZE}>:-fno-sanitize=all\;-O0>) # a minute less; our headers are not in it

enable_testing()
# It reads lists of the largest size: with the address sanitizer's checks by call that takes twice as long.
if(SCHULKIT_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(schulkit_shared PRIVATE --param=asan-instrumentation-with-call-threshold=7000)
endif()
# Two fifths less to compile of what is most of the build; a test draws few pictures.
if(SCHULKIT_SANITIZE)
    target_compile_options(schulkit_client PRIVATE -O0)
endif()
# A test that fails leaves through it.
set_source_files_properties("${PROJECT_SOURCE_DIR}/client/platform/headless/harness.cpp" TARGET_DIRECTORY schulkit_client
    PROPERTIES COMPILE_OPTIONS "-fexceptions" SKIP_PRECOMPILE_HEADERS TRUE)
schulkit_glob(tests tests PATTERN "*_test.cpp")
schulkit_glob(support tests/support)
list(REMOVE_ITEM support ${tests})
if(tests)
    add_executable(schulkit_tests ${tests} ${support})
    # What the tests of a feature unfold of its entities is most of their compiling: two thirds less together.
    schulkit_join_folders(schulkit_tests "${tests};${support}")
    schulkit_precompile(schulkit_tests <catch_amalgamated.hpp>)
    # Half the time: a test runs once, and optimizing what Catch2's macros unfold to gains nothing.
    target_compile_options(schulkit_tests PRIVATE -O0)
    target_link_libraries(schulkit_tests PRIVATE
        schulkit_server schulkit_client schulkit_fonts schulkit_no_web_files catch2)
    target_compile_definitions(schulkit_tests PRIVATE SCHULKIT_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    schulkit_allow_httplib(tests/support/http_client.cpp)

    set(seen)
    foreach(file ${tests})
        cmake_path(GET file STEM name)
        if(name IN_LIST seen)
            message(FATAL_ERROR "Two test files are called ${name}.cpp; their names must differ.")
        endif()
        list(APPEND seen ${name})
        # A file whose tests are gone fails: Catch2 then matches none.
        add_test(NAME ${name} COMMAND schulkit_tests --filenames-as-tags "[#${name}]"
            WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
        set_tests_properties(${name} PROPERTIES TIMEOUT 300
            ENVIRONMENT "ASAN_OPTIONS=detect_stack_use_after_return=1;UBSAN_OPTIONS=print_stacktrace=1")
    endforeach()
endif()
