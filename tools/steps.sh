# The steps that tools/build and tools/test share; read by them with the project's root as folder.

# install_npm FOLDER: the exact versions of the lock file; nothing to do if they are there.
install_npm() {
    local folder=$1
    if ! cmp -s "$folder/package-lock.json" "$folder/node_modules/.installed-lock.json"; then
        echo "npm packages of $folder/"
        (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error </dev/null)
        cp "$folder/package-lock.json" "$folder/node_modules/.installed-lock.json"
    fi
}

# no_arguments "$@": for commands that take none.
no_arguments() {
    (($# == 0)) || { echo "usage: ${0##*/} (takes no arguments)" >&2; exit 2; }
}

# build_preset PRESET [TARGET]: configures where that is due (what is said goes to build/PRESET.log), then builds.
build_preset() {
    local preset=$1 target=${2:-all}
    mkdir -p build
    if [[ ! -e build/$preset/build.ninja || CMakePresets.json -nt build/$preset/CMakeCache.txt ]]; then
        cmake --preset "$preset" >"build/$preset.log" 2>&1 || { cat "build/$preset.log" >&2; return 1; }
    fi
    cmake --build --preset "$preset" --target "$target"
}
