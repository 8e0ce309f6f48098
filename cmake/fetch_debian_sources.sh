#!/usr/bin/env bash
# Fetches the source packages that Schulkit compiles itself from the Debian archive this machine already uses,
# so that Debian 12 and 13 build the same versions. Called by cmake/DebianSources.cmake:
#
#   fetch_debian_sources.sh FOLDER NAME VERSION ORIG_SHA256 [NAME VERSION ORIG_SHA256]…
#
# VERSION may end in "-*": any Debian revision of that upstream version (security updates move it); the sum of
# the upstream tarball decides. Unpacked trees land in FOLDER/src/NAME, with Debian's patches applied.
# What is there already is left alone and needs no network. The system's apt configuration is read, never changed:
# list, state and cache lie in FOLDER/apt. apt checks the archive's signature. Runs as root or as anybody.
set -euo pipefail

folder=$1
shift
suite=trixie
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

give_up() {
    echo "Schulkit's sources: $*" >&2
    exit 1
}

# "kind|uri|suite|components|signed-by|check-valid-until" of every one-line entry of a .list file
read_list_file() {
    awk '
        $1 == "deb" {
            line = $0; signed = ""; valid = ""
            if (match(line, /\[[^]]*\]/)) {
                options = substr(line, RSTART + 1, RLENGTH - 2)
                line = substr(line, 1, RSTART - 1) substr(line, RSTART + RLENGTH)
                n = split(options, option, /[ \t]+/)
                for (i = 1; i <= n; i++) {
                    if (option[i] ~ /^signed-by=/) signed = substr(option[i], 11)
                    if (option[i] ~ /^check-valid-until=/) valid = substr(option[i], 19)
                }
            }
            sub(/#.*/, "", line)
            n = split(line, word, /[ \t]+/)
            components = ""
            for (i = 4; i <= n; i++) components = components " " word[i]
            print word[2] "|" word[3] "|" components "|" signed "|" valid
        }' "$1"
}

# The same for a deb822 .sources file; one line for every URI and suite of every enabled stanza.
read_sources_file() {
    awk '
        function flush_stanza(   i, j, n, m, uri, suite) {
            if (types ~ /(^| )deb( |$)/ && enabled !~ /^(no|false|0)/) {
                n = split(uris, uri, " "); m = split(suites, suite, " ")
                for (i = 1; i <= n; i++)
                    for (j = 1; j <= m; j++)
                        print uri[i] "|" suite[j] "| " components "|" signed "|" valid
            }
            types = uris = suites = components = signed = valid = enabled = field = ""
        }
        function trim(s) { gsub(/^[ \t]+|[ \t]+$/, "", s); gsub(/[ \t]+/, " ", s); return s }
        function add(value) {
            if (field == "types") types = trim(types " " value)
            else if (field == "uris") uris = trim(uris " " value)
            else if (field == "suites") suites = trim(suites " " value)
            else if (field == "components") components = trim(components " " value)
            else if (field == "signed-by") signed = trim(signed " " value)
            else if (field == "check-valid-until") valid = trim(value)
            else if (field == "enabled") enabled = tolower(trim(value))
        }
        /^[ \t]*$/ { flush_stanza(); next }
        /^#/ { next }
        /^[ \t]/ { add($0); next }
        { at = index($0, ":"); field = tolower(substr($0, 1, at - 1)); add(substr($0, at + 1)) }
        END { flush_stanza() }' "$1"
}

# The first entry that is Debian's own archive: a Debian suite with main, not security, backports or a disc.
# Other archives (of a browser, of Node) use other suite names.
find_archive() {
    local list=/etc/apt/sources.list parts=/etc/apt/sources.list.d file
    eval "$(apt-config shell list Dir::Etc::sourcelist/f parts Dir::Etc::sourceparts/d)"
    for file in "$list" "${parts%/}"/*.list "${parts%/}"/*.sources; do
        [[ -r $file ]] || continue
        case $file in
            *.sources) read_sources_file "$file" ;;
            *) read_list_file "$file" ;;
        esac
    done | awk -F'|' '
        $1 ~ /^cdrom:/ { next }
        $2 ~ /^(bookworm|trixie|forky|duke|sid|oldstable|stable|testing|unstable)(-updates)?$/ &&
            (" " $3 " ") ~ / main / && $1 !~ /security/ { print; exit }'
}

stamp_of() { printf '%s %s\n' "$1" "$2"; } # what FOLDER/src/NAME/.schulkit-source says: wanted version and sum

wanted=()
check_present() {
    wanted=()
    while (($# >= 3)); do
        if [[ "$(cat "$folder/src/$1/.schulkit-source" 2>/dev/null)" != "$(stamp_of "$2" "$3")" ]]; then
            wanted+=("$1" "$2" "$3")
        fi
        shift 3
    done
}

check_present "$@"
((${#wanted[@]})) || exit 0

for command in apt-get apt-config dpkg-source flock sha256sum; do
    command -v "$command" >/dev/null ||
        give_up "the command $command is missing (tools/setup installs it, package dpkg-dev or apt)."
done

mkdir -p "$folder/src"
folder=$(cd "$folder" && pwd)
apt=$folder/apt
mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$apt/state" "$apt/download"
exec 9>"$apt/lock"
flock 9                # two presets may be configured at once; the second finds the work done
check_present "$@"
((${#wanted[@]})) || exit 0

IFS='|' read -r uri _ _ signed_by valid_until < <(find_archive) ||
    give_up "no Debian archive (type deb, component main) stands in this machine's apt configuration;" \
        "give SCHULKIT_IMGUI_DIR, SCHULKIT_HTTPLIB_DIR and SCHULKIT_CATCH2_DIR instead."
[[ -n $signed_by && -r $signed_by ]] || signed_by=$keyring # an inline key or a fingerprint: Debian's own keyring
[[ -r $signed_by ]] || give_up "Debian's archive keys ($keyring) are missing; install debian-archive-keyring."

options="signed-by=$signed_by"
[[ -z $valid_until ]] || options+=" check-valid-until=$valid_until"
echo "deb-src [$options] $uri $suite main" >"$apt/sources.list"

# Read after the machine's own files, so that proxies stay; hooks of other programs (they touch the system) go.
cat >"$apt/apt.conf" <<CONF
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
APT::Sandbox::User "$(id -un)";
Dir::Etc::sourcelist "$apt/sources.list";
Dir::Etc::sourceparts "-";
Dir::State "$apt/state";
Dir::State::lists "$apt/lists";
Dir::State::status "/dev/null";
Dir::Cache "$apt/cache";
Dir::Log "$apt";
Acquire::Languages "none";
Acquire::Retries "3";
CONF
run_apt() { apt-get -qq -c "$apt/apt.conf" "$@" </dev/null >>"$apt/log" 2>&1; }

: >"$apt/log"
echo "Schulkit's sources: fetching from $uri ($suite)"
run_apt -o APT::Update::Error-Mode=any update || run_apt update ||
    give_up "apt cannot read the source list of $suite at $uri: $(grep -m1 '^E:' "$apt/log"); see $apt/log."

for ((i = 0; i < ${#wanted[@]}; i += 3)); do
    name=${wanted[i]} version=${wanted[i + 1]} sum=${wanted[i + 2]}
    rm -rf "$apt/download/$name"
    mkdir -p "$apt/download/$name"
    cd "$apt/download/$name"

    ask=$name
    [[ $version == *-\* ]] || ask=$name=$version
    run_apt source --download-only "$ask" ||
        give_up "$name $version is not to be had from $uri ($suite): $(grep '^E:' "$apt/log" | tail -1)"
    dsc=$(ls ./*.dsc)
    got=$(sed -n 's/^Version: *//p' "$dsc" | head -1)
    # shellcheck disable=SC2053  # the right side is a pattern on purpose
    [[ $got == $version ]] || give_up "$uri has $name $got in $suite, Schulkit needs $version."
    orig=$(ls ./*.orig.tar.*[!c]) # not the detached signature, .asc
    echo "$sum  $orig" | sha256sum --check --status ||
        give_up "the upstream tarball of $name $got has an unexpected sha256; nothing was unpacked."
    dpkg-source -x "$dsc" unpacked >>"$apt/log" 2>&1 ||
        give_up "dpkg-source cannot unpack $name $got; see $apt/log."

    stamp_of "$version" "$sum" >"unpacked/.schulkit-source"
    rm -rf "$folder/src/$name"
    mv unpacked "$folder/src/$name"
    echo "Schulkit's sources: $name $got"
done
