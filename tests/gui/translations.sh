#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-only
# Checks that the console's translations are complete and up to date, or with --update brings them up to date with the
# sources (new texts come out as unfinished). LUPDATE names Qt's lupdate if it is not on the path.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
lupdate=${LUPDATE:-$(qtpaths6 --query QT_HOST_BINS 2>/dev/null || true)/lupdate}
command -v "$lupdate" >/dev/null || {
    echo "lupdate is not installed"
    exit 77
}

collect() # language file options…: the texts of the sources into the file
{
    local language=$1 file=$2
    shift 2
    "$lupdate" -silent -locations none -no-obsolete -source-language en_US -target-language "$language" "$@" \
        -I app -extensions cpp,h app/console -ts "$file"
}

english=translations/signalbox_console_en.ts
chinese=translations/signalbox_console_zh_CN.ts
if [ "${1:-}" = --update ]; then
    collect en_US "$english" -pluralonly
    collect zh_CN "$chinese"
    exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$english" "$chinese" "$work"
collect en_US "$work/${english##*/}" -pluralonly
collect zh_CN "$work/${chinese##*/}"
status=0
for file in "$english" "$chinese"; do
    if ! diff -u "$file" "$work/${file##*/}"; then
        echo "$file differs from the sources: run tests/gui/translations.sh --update and translate."
        status=1
    fi
    if grep -n 'type="unfinished"' "$file"; then
        echo "$file has texts that are not translated."
        status=1
    fi
done
exit $status
