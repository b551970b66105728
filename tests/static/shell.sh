#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-only
# Every shell script of the tree passes ShellCheck. Skipped (77) without it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if ! command -v shellcheck >/dev/null; then
    echo "Skipped: shellcheck is not installed."
    exit 77
fi
find . \( -name node_modules -o -path ./build -o -path ./.git -o -path ./tests/data \) -prune -o \
    -type f \( -name '*.sh' -o -path ./.ci/run \) -print0 | xargs -0 -r shellcheck --external-sources
