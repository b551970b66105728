#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-only
# Builds Signalbox and starts it: from a fresh clone to a running broker in one command.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=packaging/linux/common.sh
. packaging/linux/common.sh

usage()
{
    cat <<'USAGE'
Usage: ./run.sh [--headless] [--build-only] [-- ARGUMENT...]

Installs the packages that are missing (apt, as root or through sudo), builds Signalbox and starts it: the console,
or without a display the daemon.

  --headless     start the daemon (signalboxd) even if there is a display
  --build-only   install and build, start nothing
  -- ARGUMENT    everything after -- goes to the program, for example
                 ./run.sh --headless -- --data-dir /tmp/signalbox --listen 127.0.0.1:0
USAGE
}

program=signalbox
if [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    program=signalboxd
fi
start=yes
while [ $# -gt 0 ]; do
    case $1 in
    --headless) program=signalboxd ;;
    --build-only) start=no ;;
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
        fail "Unknown option: $1"
        ;;
    esac
    shift
done

# Standard output belongs to the program: the daemon prints one line there when it is ready.
exec 3>&1 1>&2
ensure_packages "build and run Signalbox" build run
use_ccache
configure release
cmake --build --preset release --target signalbox signalboxd signalboxctl
[ "$start" = yes ] || exit 0
exec "build/release/bin/$program" "$@" 1>&3 3>&-
