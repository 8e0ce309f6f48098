# The server and its binary.
find_package(Threads REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(ZLIB REQUIRED)
find_path(SCHULKIT_SODIUM_INCLUDE sodium.h REQUIRED)
find_library(SCHULKIT_SODIUM sodium REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(SCHULKIT_ICAL REQUIRED IMPORTED_TARGET libical)
pkg_check_modules(SCHULKIT_DRAWING REQUIRED IMPORTED_TARGET cairo-pdf pangocairo pangoft2 fontconfig)
find_path(SCHULKIT_QRCODEGEN_INCLUDE qrcodegen/qrcodegen.hpp REQUIRED)
find_library(SCHULKIT_QRCODEGEN qrcodegencpp REQUIRED)

schulkit_library(schulkit_server server EXCLUDE server/main.cpp)
target_link_libraries(schulkit_server PUBLIC
    schulkit_shared schulkit_strings schulkit_migrations
    schulkit_paper_fonts schulkit_agreement_templates
    SQLite::SQLite3 ZLIB::ZLIB "${SCHULKIT_SODIUM}" PkgConfig::SCHULKIT_DRAWING PkgConfig::SCHULKIT_ICAL "${SCHULKIT_QRCODEGEN}" Threads::Threads)
target_include_directories(schulkit_server PUBLIC cmake) # embedded/web_files.hpp: the type; main.cpp has the files
target_compile_definitions(schulkit_server PRIVATE SCHULKIT_VERSION="${PROJECT_VERSION}")
schulkit_allow_httplib(server/http/http_server.cpp)

schulkit_glob(main server PATTERN main.cpp)
if(main)
    add_executable(schulkit ${main})
    target_compile_definitions(schulkit PRIVATE SCHULKIT_VERSION="${PROJECT_VERSION}")
    target_link_libraries(schulkit PRIVATE schulkit_server schulkit_web_files)
endif()
