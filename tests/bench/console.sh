#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-only
# Measures the console beside a busy broker: resident memory and processor time, offscreen, with the Overview open.
# Prints what docs/performance.md shows and asserts nothing. Linux, for /proc.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

usage()
{
    cat <<'USAGE'
Usage: tests/bench/console.sh [--seconds N] [--every N] [--queues N] [--rate N] [--section NAME] [BUILD-DIR]

  --seconds N      how long it runs under load (default 60; 3600 for the hour of docs/performance.md)
  --every N        a line of figures after so many seconds (default a sixth of --seconds)
  --queues N       queues of the broker (default 24)
  --rate N         messages a second, each sent, received and deleted (default 500; 0 for a broker at rest)
  --section NAME   what the console shows: overview (default) or queues
  BUILD-DIR        where the programs are, or are built (default build/release)
USAGE
}

seconds=60
every=
queues=24
rate=500
section=overview
build=build/release
# shellcheck source=tests/bench/options.sh
. tests/bench/options.sh
read_options "seconds every queues rate section" "$@"
every=${every:-$((seconds < 6 ? 1 : seconds / 6))}

if [ ! -f "$build/CMakeCache.txt" ]; then
    cmake --preset release -B "$build" >&2
fi
cmake --build "$build" --target signalboxd consolebench steadyload >&2
bin=$build/bin

# shellcheck source=tests/bench/processes.sh
. tests/bench/processes.sh
trap cleanup EXIT

ticks() { awk '{ print $14 + $15 }' "/proc/$console/stat"; }
resident_kib() { awk '/VmRSS/ { print $2 }' "/proc/$console/status"; }
# share TICKS SECONDS - as percent of one core
share() { awk -v used="$1" -v hz="$(getconf CLK_TCK)" -v s="$2" 'BEGIN { printf "%.2f", 100 * used / hz / s }'; }
mib() { awk -v kib="$1" 'BEGIN { printf "%.1f", kib / 1024 }'; }

key=bench-id:bench-secret
start "$bin/signalboxd" --listen 127.0.0.1:0 --data-dir "$work/data" --durability normal --access-key "$key"
endpoint=${line##* }
# The queues are made either way; at rest nothing happens to them.
start "$bin/steadyload" --endpoint "$endpoint" --access-key "$key" --queues "$queues" --rate "$((rate > 0 ? rate : 1))"
load=$pid
[ "$rate" -gt 0 ] || kill "$load"

QT_QPA_PLATFORM=offscreen start "$bin/consolebench" --directory "$work" --endpoint "$endpoint" --access-key "$key" --section "$section"
console=$pid
sleep 3 # the first window, fonts and icons
first_kib=$(resident_kib)
first_ticks=$(ticks)
echo "Machine: $(getconf _NPROCESSORS_ONLN) cores of $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)," \
    "$(uname -sr), load $(cut -d ' ' -f 1-3 /proc/loadavg); $queues queues, $rate messages/s, section $section, offscreen."
echo
printf '%10s %14s %12s %16s\n' 'AFTER S' 'RESIDENT MIB' 'GROWTH MIB' '% OF A CORE'
printf '%10d %14s %12s %16s\n' 0 "$(mib "$first_kib")" 0.0 ''
before=$first_ticks
elapsed=0
while [ "$elapsed" -lt "$seconds" ]; do
    sleep "$every"
    elapsed=$((elapsed + every))
    if [ "$rate" -gt 0 ] && ! kill -0 "$load" 2>/dev/null; then
        cat "$work/log" >&2
        echo "The load ended before its time." >&2
        exit 1
    fi
    now=$(ticks)
    kib=$(resident_kib)
    printf '%10d %14s %12s %16s\n' "$elapsed" "$(mib "$kib")" "$(mib $((kib - first_kib)))" "$(share $((now - before)) "$every")"
    before=$now
done
echo
echo "Calls of the apps that failed: $(grep -c '^steadyload:' "$work/log" || true)."
echo "Growth of resident memory in $elapsed s: $(mib $(($(resident_kib) - first_kib))) MiB." \
    "Processor: $(share $(($(ticks) - first_ticks)) "$elapsed") % of a core."
