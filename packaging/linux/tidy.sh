#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-only
# Runs clang-tidy over the product's sources with the compile commands of build/dev.
#   packaging/linux/tidy.sh                   app, broker and widgets
#   packaging/linux/tidy.sh broker/store      only files whose path contains this (a regular expression)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if ! command -v run-clang-tidy >/dev/null; then
    echo "run-clang-tidy is missing: apt-get install clang-tidy" >&2
    exit 1
fi
[ -f build/dev/compile_commands.json ] || cmake --preset dev
run-clang-tidy -quiet -p build/dev "^$PWD/(?=(app|broker|widgets)/)(?=.*${1:-}).*\.cpp\$"
