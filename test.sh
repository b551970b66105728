#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-only
# Builds Signalbox and runs its tests. Ends in ctest's own summary and with its exit code.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=packaging/linux/common.sh
. packaging/linux/common.sh

usage()
{
    cat <<'USAGE'
Usage: ./test.sh [PRESET] [--label REGEX] [--tests REGEX] [--jobs N] [-- CTEST-ARGUMENT...]

Installs the packages that are missing (apt, as root or through sudo), builds everything and runs the tests.

  PRESET          ci (default: optimised, warnings are errors), dev, release, asan or tsan
  --label REGEX   only tests with such a label: unit, wire, client, sdk, recovery, gui, static
  --tests REGEX   only tests with such a name
  --list          build, then name the tests and their labels without running them
  --jobs N        tests at a time (default: half the processors, since many of them run threads of their own)
USAGE
}

preset=ci
selection=()
jobs=$((($(getconf _NPROCESSORS_ONLN) + 1) / 2))
while [ $# -gt 0 ]; do
    case $1 in
    ci | dev | release | asan | tsan) preset=$1 ;;
    --label | --labels)
        selection+=(--label-regex "${2:?$1 needs a value}")
        shift
        ;;
    --tests)
        selection+=(--tests-regex "${2:?$1 needs a value}")
        shift
        ;;
    --list) selection+=(--show-only=human --verbose) ;;
    --jobs)
        jobs=${2:?$1 needs a value}
        shift
        ;;
    -h | --help)
        usage
        exit 0
        ;;
    --)
        shift
        selection+=("$@")
        break
        ;;
    *)
        usage >&2
        fail "Unknown argument: $1"
        ;;
    esac
    shift
done

ensure_packages "build and test Signalbox" build run test
use_ccache
configure "$preset"
say "Building build/$preset"
cmake --build --preset "$preset"
say "Running the tests"
exec ctest --preset "$preset" --no-tests=error --parallel "$jobs" ${selection[@]+"${selection[@]}"}
