#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-only
# Paints the console: every panel, dialog and empty state in both themes and languages at 1280 x 800, the main ones also
# at 200 %, over a real broker with sample queues and traffic. Needs no screen.
#   tests/gui/screenshots.sh DIR [PRESET]
set -euo pipefail
directory=$(realpath -m "${1:?usage: tests/gui/screenshots.sh DIR [PRESET]}")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
preset=${2:-release}

[ -f "build/$preset/CMakeCache.txt" ] || cmake --preset "$preset" >&2
cmake --build --preset "$preset" --target console_screenshots >&2
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
program="build/$preset/bin/console_screenshots"
"$program" "$directory"
QT_SCALE_FACTOR=2 "$program" --main-only --traffic 30 --suffix -200pct "$directory"
echo "Pictures are in $directory"
