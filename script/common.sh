# Shared by script/build, script/demo and script/test. Source it from the top of the tree.
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p build

fail() {
    echo "chancery: $*" >&2
    exit 1
}

# step NAME COMMAND...: runs quietly; on failure one line what failed, then the end of its log.
step() {
    local name=$1 log
    shift
    log=build/$name.log
    if ! "$@" >"$log" 2>&1; then
        echo "chancery: $name failed; errors in and the end of $log:" >&2
        grep -aE -A3 'error:|ERROR' "$log" | head -n 40 >&2 || true
        tail -n 40 "$log" >&2
        exit 1
    fi
}

packages_of() { sed 's/[[:space:]]*#.*//' "script/packages/$1.txt"; }

# need LIST...: installs the Debian packages of script/packages/LIST.txt that are missing.
need() {
    local list wanted=() missing=() package
    for list in "$@"; do
        while read -r package; do [ -n "$package" ] && wanted+=("$package"); done < <(packages_of "$list")
    done
    # shellcheck disable=SC1091
    if ! { [ -r /etc/os-release ] && . /etc/os-release && [ "${ID:-}" = debian ] && [ "${VERSION_ID:-}" = 12 ]; }; then
        echo "chancery: this is not Debian 12. Install what corresponds to these packages, then run cmake --preset release:" >&2
        printf '  %s\n' "${wanted[@]}" >&2
        exit 1
    fi
    for package in "${wanted[@]}"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "needs root to install ${missing[*]}. Run it as root or install sudo."
        as_root=(sudo)
    fi
    echo "Installing ${missing[*]}"
    step apt-update "${as_root[@]}" apt-get update
    step apt-install "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
}

# compile PRESET [CMAKE ARGUMENT...]
compile() {
    local preset=$1
    shift
    step "configure-$preset" cmake --preset "$preset" "$@"
    step "compile-$preset" cmake --build --preset "$preset"
}
