#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-only
# Builds and tests this tree on Debian 13 (Qt 6.8, g++ 14) in a root of its own, from any Linux that has debootstrap.
set -euo pipefail
tree=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

usage()
{
    cat <<'USAGE'
Usage: packaging/linux/check-debian13.sh [--root DIR] [--mirror URL] [-- TEST.SH-ARGUMENT...]

Lays a Debian 13 root with debootstrap, copies this tree into it and runs ./test.sh there. Needs to be root. The root
is kept, so that a second run only compiles what changed; remove the folder to start afresh.

  --root DIR      where the Debian 13 root lies or shall lie (default: build/debian13)
  --mirror URL    the Debian mirror to take it from (default: debootstrap's own)
  -- ARGUMENT     for ./test.sh, for example: -- ci --label unit
USAGE
}

fail()
{
    printf '%s\n' "$*" >&2
    exit 1
}

arguments=("$@")
root=$tree/build/debian13
mirror=()
while [ $# -gt 0 ]; do
    case $1 in
    --root)
        root=$(realpath -m "${2:?--root needs a folder}")
        shift
        ;;
    --mirror)
        mirror=("${2:?--mirror needs an address}")
        shift
        ;;
    -h | --help)
        usage
        exit 0
        ;;
    --)
        shift
        break
        ;;
    *)
        usage >&2
        fail "Unknown argument: $1"
        ;;
    esac
    shift
done

[ "$(id -u)" -eq 0 ] || fail "A Debian root can only be laid and entered by root: start this with sudo."
command -v debootstrap >/dev/null || fail "debootstrap is missing: apt-get install debootstrap"

# In a mount and process namespace of its own, so that no mount and no process outlives this script, however it ends: when
# unshare is killed, everything in the namespace is.
if [ -z "${SIGNALBOX_IN_NAMESPACE:-}" ]; then
    SIGNALBOX_IN_NAMESPACE=yes unshare --mount --propagation private --pid --fork --kill-child \
        "${BASH_SOURCE[0]}" "${arguments[@]}" &
    namespace=$!
    trap 'kill -KILL "$namespace"' EXIT
    trap 'exit 130' INT TERM HUP
    wait "$namespace" && result=0 || result=$?
    trap - EXIT
    exit "$result"
fi

if [ ! -e "$root/.laid" ]; then
    mkdir -p "$root"
    debootstrap --variant=minbase trixie "$root" "${mirror[@]}"
    touch "$root/.laid"
fi
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
# Whom this machine trusts, the root trusts: behind a proxy that signs for itself npm needs it.
certificates=/etc/ssl/certs/ca-certificates.crt
if [ -f "$certificates" ]; then
    mkdir -p "$root/etc/ssl/certs"
    cp -L "$certificates" "$root$certificates"
fi
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
mount --rbind /dev "$root/dev"

# The copy keeps its build folder and, through tar, the times of the files: only what changed is compiled again.
copy=$root/srv/signalbox
mkdir -p "$copy"
find "$copy" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
tar -C "$tree" --exclude=./build --exclude=./.git --exclude=./tests/sdk/node_modules --no-same-owner -cf - . |
    tar -C "$copy" --no-same-owner -xf -

inside()
{
    env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 NODE_EXTRA_CA_CERTS="$certificates" \
        ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
        chroot "$root" /bin/bash -c "cd /srv/signalbox && $1" bash "${@:2}"
}

# Expanded inside the root.
# shellcheck disable=SC2016
inside './test.sh "$@" </dev/null && result=0 || result=$?
    printf "\nDebian %s, %s, Qt %s, %s\n" "$(cat /etc/debian_version)" "$(g++ --version | head -n 1)" \
        "$(qmake6 -query QT_VERSION)" "$(cmake --version | head -n 1)"
    exit "$result"' "$@"
