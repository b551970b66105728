#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-only
# The snippets that the console shows and copies are code in their languages, as far as the tools here can tell. They are
# not run, but for Node's (tests/sdk).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../app/console/snippets"
tried=

try() # TOOL FILE COMMAND…: a tool that is not installed is passed over
{
    local tool=$1 file=$2
    shift 2
    command -v "$tool" >/dev/null || return 0
    tried=yes
    "$@" "$file" >/dev/null || {
        echo "$file is no code that $tool understands."
        exit 1
    }
}

for file in *; do
    case $file in
    *.py) try python3 "$file" python3 -c 'import ast, sys; ast.parse(open(sys.argv[1]).read())' ;;
    *.js) try node "$file" node --check ;;
    *.php) try php "$file" php -l ;;
    *.go) try gofmt "$file" gofmt -e ;;
    esac
done
[ -n "$tried" ] || exit 77
