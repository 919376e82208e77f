# Shared by installer/run and installer/test: packages, configuration, build. Source it from the project's root.
set -euo pipefail

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }

# Installs what is missing; does nothing, and needs no rights, when all is there.
install_packages() {
    local missing=()
    for package in $(grep -v '^#' installer/packages.txt); do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { echo "Packages are missing and this is neither root nor is there sudo. Install them: ${missing[*]}" >&2; exit 1; }
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# build TARGET...: configures once, then builds.
build() {
    local build_dir=${BUILD_DIR:-build}
    # The same sources in another folder are the same to the compiler cache.
    export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$PWD} CCACHE_NOHASHDIR=1
    [ -f "$build_dir/build.ninja" ] || cmake --preset release -B "$build_dir" >/dev/null
    ninja -C "$build_dir" --quiet "$@"
}
