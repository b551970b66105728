# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-only
# What run.sh and test.sh share: installing packages, configuring and building. Sourced from the root of the tree.

package_list=packaging/linux/packages-debian.txt

say() { printf '==> %s\n' "$*"; }

fail()
{
    printf '%s\n' "$*" >&2
    exit 1
}

# listed_packages SECTION... - the lines of these sections, comments taken off: "package[?] [command]"
listed_packages()
{
    local section
    for section in "$@"; do
        sed -n "/^\[$section\]\$/,/^\[/p" "$package_list" | sed -e 's/#.*//' -e '/^\[/d' -e '/^[[:space:]]*$/d'
    done
}

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# missing_packages SECTION... - those of the list that are not here, one a line, their "?" kept
missing_packages()
{
    local package command
    while read -r package command; do
        if [ -n "$command" ] && command -v "$command" >/dev/null; then
            continue
        fi
        is_installed "${package%\?}" || printf '%s\n' "$package"
    done < <(listed_packages "$@")
}

# only_available PACKAGE... - drops the optional ones ("name?") that this Debian does not have
only_available()
{
    local package
    for package in "$@"; do
        case $package in
        *\?) if apt-cache show "${package%\?}" >/dev/null 2>&1; then printf '%s\n' "${package%\?}"; fi ;;
        *) printf '%s\n' "$package" ;;
        esac
    done
}

as_root()
{
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "Not root, and there is no sudo. Run this as root, then start again:
    apt-get install ${packages[*]%\?}"
    fi
}

# install_with_apt WHY SECTION... - installs what is missing and nothing else
install_with_apt()
{
    local why=$1 packages
    shift
    mapfile -t packages < <(missing_packages "$@")
    [ "${#packages[@]}" -gt 0 ] || return 0
    # Optional packages that this Debian lacks stay missing for ever: that alone is no reason to fetch the lists.
    if printf '%s\n' "${packages[@]}" | grep -qv '?$' || [ -z "$(apt-cache pkgnames g++)" ]; then
        say "Packages are missing to $why; reading the package lists"
        as_root apt-get update -q
    fi
    mapfile -t packages < <(only_available "${packages[@]}")
    [ "${#packages[@]}" -gt 0 ] || return 0
    say "Installing to $why: ${packages[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${packages[@]}"
}

names_elsewhere()
{
    cat <<'NAMES'
Signalbox installs its packages by itself only where there is apt. Here it needs a C++20 compiler, CMake 3.22,
Ninja, Qt 6.4 or later (base, SVG, HTTP Server, WebSockets, tools), QCustomPlot 2.1 for Qt 6, QtKeychain,
OpenSSL 3, libcurl 7.85, CLI11 and toml++; the tests also use Node.js 18 and npm.
  Fedora   dnf install gcc-c++ cmake ninja-build ccache qt6-qtbase-devel qt6-qtsvg-devel qt6-qthttpserver-devel
           qt6-qtwebsockets-devel qt6-qttools-devel qcustomplot-qt6-devel qtkeychain-qt6-devel openssl-devel
           libcurl-devel cli11-devel tomlplusplus-devel nodejs-npm
  Arch     pacman -S --needed base-devel cmake ninja ccache qt6-base qt6-svg qt6-httpserver qt6-websockets qt6-tools
           qcustomplot qtkeychain-qt6 openssl curl cli11 tomlplusplus nodejs npm
  macOS    brew install cmake ninja ccache qt qtkeychain openssl@3 curl cli11 tomlplusplus node    (and QCustomPlot)
  Windows  vcpkg install qtbase qtsvg qthttpserver qtwebsockets qttools qcustomplot qtkeychain-qt6 openssl curl cli11
           tomlplusplus    (with Visual Studio 2022, CMake, Ninja and Node.js)
NAMES
}

# ensure_packages WHY SECTION... - once per content of the list; a stamp below build/ makes the next call instant
ensure_packages()
{
    local why=$1 stamp
    shift
    stamp=build/.packages-$(IFS=-; printf '%s' "$*")
    if [ -f "$stamp" ] && cmp -s "$stamp" "$package_list"; then
        return 0
    fi
    if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
        install_with_apt "$why" "$@"
    else
        names_elsewhere
        if ! command -v cmake >/dev/null || ! command -v ninja >/dev/null; then
            fail "CMake and Ninja are not both on PATH."
        fi
    fi
    mkdir -p build
    cp "$package_list" "$stamp"
}

use_ccache()
{
    if [ -z "${CMAKE_CXX_COMPILER_LAUNCHER:-}" ] && command -v ccache >/dev/null; then
        export CMAKE_CXX_COMPILER_LAUNCHER=ccache
        # What one clone compiled serves the next one, wherever it lies.
        export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$PWD} CCACHE_NOHASHDIR=${CCACHE_NOHASHDIR:-1}
    fi
}

# configure PRESET - unless the build folder is there and the presets have not changed since
configure()
{
    local stamp=build/$1/.presets
    if [ -f "build/$1/build.ninja" ] && cmp -s "$stamp" CMakePresets.json; then
        return 0
    fi
    say "Configuring build/$1"
    if ! cmake --preset "$1"; then
        rm -f build/.packages-*
        fail "CMake could not configure the build; the reason stands above."
    fi
    cp CMakePresets.json "$stamp"
}
