# Files inside the binaries, as headers "embedded/….hpp" that are made in the build folder:
#   embedded/migrations.hpp   migrations()                              server
#   embedded/strings.hpp      strings()                                 server and client
#   embedded/icons.hpp        constants with the icon font's characters  client
#   embedded/tokens.hpp       colours, spacing, sizes of type            client
#   embedded/fonts.hpp        font_regular(), font_medium(), font_icons()  native tests; the page brings them to wasm
#   embedded/paper_fonts.hpp  paper_font_regular(), …                   server
#   embedded/agreement_templates.hpp  agreement_templates()             server
#   embedded/web_files.hpp    web_files()                               schulkit
set(schulkit_generated "${PROJECT_BINARY_DIR}/generated")
find_program(SCHULKIT_PYTHON python3 HINTS /usr/bin REQUIRED) # Debian's own first: it has fonttools

add_library(schulkit_embedded INTERFACE)
target_include_directories(schulkit_embedded INTERFACE "${schulkit_generated}" "${PROJECT_SOURCE_DIR}/cmake")

# A library with a function that lists text files by name. They stay small, so they become string literals.
function(schulkit_embed_texts library function folder pattern)
    file(GLOB files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${folder}/${pattern}")
    set(base "${schulkit_generated}/embedded/${function}")
    add_custom_command(
        OUTPUT "${base}.hpp" "${base}.cpp"
        COMMAND "${SCHULKIT_PYTHON}" "${PROJECT_SOURCE_DIR}/cmake/embed_texts.py" ${function} "${base}" ${files}
        DEPENDS ${files} "${PROJECT_SOURCE_DIR}/cmake/embed_texts.py"
        COMMENT "Embedding ${folder}" VERBATIM)
    add_library(${library} STATIC "${base}.cpp" "${base}.hpp")
    target_compile_options(${library} PRIVATE -w)
    target_link_libraries(${library} PUBLIC schulkit_embedded)
endfunction()
schulkit_embed_texts(schulkit_strings strings shared/strings *.json)

# Fonts: subsets of Debian's Roboto and of npm's Lucide, and the header with the icons' names.
set(lucide "${PROJECT_SOURCE_DIR}/web/node_modules/lucide-static/font")
set(roboto /usr/share/fonts/truetype/roboto/unhinted/RobotoTTF CACHE PATH "Folder with Roboto-Regular.ttf")
set(schulkit_fonts "${PROJECT_BINARY_DIR}/fonts")
set(font_files "${schulkit_fonts}/regular.ttf" "${schulkit_fonts}/medium.ttf" "${schulkit_fonts}/icons.ttf")
if(NOT EXISTS "${lucide}/lucide.ttf")
    message(FATAL_ERROR "The icon font is missing: run 'npm ci' in web/ (tools/build does).")
endif()
set(used_icons "${schulkit_generated}/used_icons.txt")
file(GLOB_RECURSE client_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/client/*.cpp" "${PROJECT_SOURCE_DIR}/client/*.hpp")
add_custom_command(
    OUTPUT "${used_icons}"
    COMMAND "${SCHULKIT_PYTHON}" "${PROJECT_SOURCE_DIR}/cmake/find_icons.py" "${PROJECT_SOURCE_DIR}/client" "${used_icons}"
    DEPENDS "${PROJECT_SOURCE_DIR}/cmake/find_icons.py" ${client_sources}
    COMMENT "Icons in use" VERBATIM)
add_custom_command(
    OUTPUT ${font_files} "${schulkit_generated}/embedded/icons.hpp"
    COMMAND "${SCHULKIT_PYTHON}" "${PROJECT_SOURCE_DIR}/cmake/build_fonts.py" --roboto "${roboto}"
        --lucide "${lucide}" --icons "${PROJECT_SOURCE_DIR}/web/icons.json" --used "${used_icons}" --fonts "${schulkit_fonts}"
        --header "${schulkit_generated}/embedded/icons.hpp"
    DEPENDS "${PROJECT_SOURCE_DIR}/cmake/build_fonts.py" "${PROJECT_SOURCE_DIR}/web/icons.json"
        "${lucide}/codepoints.json" "${used_icons}"
    COMMENT "Subsetting the fonts" VERBATIM)
add_custom_target(schulkit_make_fonts ALL DEPENDS ${font_files} "${schulkit_generated}/embedded/icons.hpp")

# Design tokens, for the client; tools/bundle.mjs makes the page's tokens.css of the same file.
set(tokens "${PROJECT_SOURCE_DIR}/shared/design/tokens.json")
add_custom_command(
    OUTPUT "${schulkit_generated}/embedded/tokens.hpp"
    COMMAND "${SCHULKIT_PYTHON}" "${PROJECT_SOURCE_DIR}/cmake/build_tokens.py" "${tokens}"
        "${schulkit_generated}/embedded/tokens.hpp"
    DEPENDS "${tokens}" "${PROJECT_SOURCE_DIR}/cmake/build_tokens.py"
    COMMENT "Design tokens" VERBATIM)
add_custom_target(schulkit_make_tokens ALL DEPENDS "${schulkit_generated}/embedded/tokens.hpp")

add_library(schulkit_icons INTERFACE)
add_dependencies(schulkit_icons schulkit_make_fonts schulkit_make_tokens)
target_link_libraries(schulkit_icons INTERFACE schulkit_embedded)

if(NOT EMSCRIPTEN)
    enable_language(ASM)
    schulkit_embed_texts(schulkit_migrations migrations server/migrations *.sql)

    # A library NAME with cmake/embedded/NAME.cpp, which knows the bytes of the files between PREFIX_X and PREFIX_X_end:
    # schulkit_embed_fonts(NAME PREFIX X FILE…). The assembler reads them straight from the files.
    function(schulkit_embed_fonts name prefix)
        set(entries)
        set(files)
        while(ARGN)
            list(POP_FRONT ARGN font file)
            string(APPEND entries "    font ${font}, \"${file}\"\n")
            list(APPEND files "${file}")
        endwhile()
        set(source "${schulkit_generated}/embedded/${name}.S")
        file(CONFIGURE OUTPUT "${source}" CONTENT [[
    .section .rodata
    .macro font name, path
    .global @prefix@_\name, @prefix@_\name\()_end
    .balign 16
@prefix@_\name: .incbin "\path"
@prefix@_\name\()_end: .byte 0
    .endm
@entries@
    .section .note.GNU-stack, "", %progbits
]] @ONLY)
        set_source_files_properties("${source}" PROPERTIES OBJECT_DEPENDS "${files}")
        add_library(schulkit_${name} STATIC "${source}" "${PROJECT_SOURCE_DIR}/cmake/embedded/${name}.cpp")
        target_include_directories(schulkit_${name} PUBLIC "${PROJECT_SOURCE_DIR}/cmake")
    endfunction()
    schulkit_embed_fonts(fonts schulkit_font
        regular "${schulkit_fonts}/regular.ttf" medium "${schulkit_fonts}/medium.ttf" icons "${schulkit_fonts}/icons.ttf")
    add_dependencies(schulkit_fonts schulkit_make_fonts)

    # Papers are set in whole fonts: names come in all letters, and Pango kerns.
    set(dejavu /usr/share/fonts/truetype/dejavu CACHE PATH "Folder with DejaVuSans.ttf")
    schulkit_embed_fonts(paper_fonts schulkit_paper_font
        regular "${roboto}/Roboto-Regular.ttf" bold "${roboto}/Roboto-Bold.ttf" fallback "${dejavu}/DejaVuSans.ttf")
    schulkit_embed_texts(schulkit_agreement_templates agreement_templates server/papers/agreement_templates *.txt)

    # The web client as tools/bundle.mjs leaves it; a build before that has none.
    set(SCHULKIT_BUNDLE "${PROJECT_SOURCE_DIR}/build/bundle" CACHE PATH "Output of tools/bundle.mjs")
    add_library(schulkit_no_web_files STATIC "${PROJECT_SOURCE_DIR}/cmake/embedded/no_web_files.cpp")
    target_include_directories(schulkit_no_web_files PUBLIC "${PROJECT_SOURCE_DIR}/cmake")
    file(GLOB bundled CONFIGURE_DEPENDS "${SCHULKIT_BUNDLE}/embedded/web_files.*")
    if(bundled)
        add_library(schulkit_web_files STATIC ${bundled})
        target_include_directories(schulkit_web_files PUBLIC "${PROJECT_SOURCE_DIR}/cmake")
    else()
        add_library(schulkit_web_files ALIAS schulkit_no_web_files)
    endif()
endif()
