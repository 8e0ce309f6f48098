# The web client: build/wasm/schulkit.mjs (an ES module whose default export makes the application) and schulkit.wasm.
schulkit_glob(sources client/platform/web)
if(sources)
    add_executable(schulkit_web ${sources})
    set_target_properties(schulkit_web PROPERTIES OUTPUT_NAME schulkit SUFFIX ".mjs")
    schulkit_join_folders(schulkit_web "${sources}")
    target_link_libraries(schulkit_web PRIVATE schulkit_client)
    target_compile_options(schulkit_web PRIVATE -fno-exceptions -fno-rtti)
    target_link_options(schulkit_web PRIVATE
        -fno-exceptions
        --profiling-funcs -Wl,--no-demangle # names, for tools/split_program.mjs, which drops them
        -sENVIRONMENT=web
        -sMODULARIZE=1
        -sEXPORT_ES6=1
        -sEXPORT_NAME=createSchulkit
        -sFILESYSTEM=0
        -sMIN_WEBGL_VERSION=2
        -sMAX_WEBGL_VERSION=2
        -sALLOW_MEMORY_GROWTH=1
        -sSUPPORT_LONGJMP=0
        -sEXPORTED_FUNCTIONS=_main,_malloc,_free
        -sEXPORTED_RUNTIME_METHODS=UTF8ToString,stringToUTF8,lengthBytesUTF8)
endif()
