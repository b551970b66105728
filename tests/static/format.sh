#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-only
# Every C++ file of the tree is as clang-format 14 would write it. Skipped (77) without that version: others differ.
#   tests/static/format.sh          name what differs
#   tests/static/format.sh --fix    write it
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

formatter=
for candidate in clang-format-14 clang-format; do
    if command -v "$candidate" >/dev/null && "$candidate" --version | grep -q 'version 14\.'; then
        formatter=$candidate
        break
    fi
done
if [ -z "$formatter" ]; then
    echo "Skipped: clang-format 14 is not installed."
    exit 77
fi

mode=(--dry-run -Werror)
[ "${1:-}" != --fix ] || mode=(-i)
find app broker tests widgets \( -name node_modules -o -path tests/data \) -prune -o \
    \( -name '*.cpp' -o -name '*.h' \) -print0 | xargs -0 -r "$formatter" --style=file "${mode[@]}"
