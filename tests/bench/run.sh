#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-only
# Measures the broker beside a bare QtHttpServer, on the same machine in one run, and prints what docs/performance.md shows.
# Asserts nothing: speed depends on the machine.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

usage()
{
    cat <<'USAGE'
Usage: tests/bench/run.sh [--seconds N] [--backlog N] [--connections N] [--data DIR] [BUILD-DIR]

  --seconds N       how long each phase takes (default 3)
  --backlog N       messages in the queue for the backlog part, and blocked in a group for the FIFO part (default 100000; 0 leaves both out)
  --connections N   connections of the client (default 64)
  --data DIR        where the brokers keep their data (default: a temporary directory)
  BUILD-DIR         where the programs are, or are built (default build/release)

Takes some four minutes as it is; a backlog of a million takes longer.
USAGE
}

seconds=3
backlog=100000
connections=64
data=
build=build/release
# shellcheck source=tests/bench/options.sh
. tests/bench/options.sh
read_options "seconds backlog connections data" "$@"

if [ ! -f "$build/CMakeCache.txt" ]; then
    cmake --preset release -B "$build" >&2
fi
cmake --build "$build" --target signalboxctl signalboxd barehttp groupbench >&2
bin=$build/bin

# shellcheck source=tests/bench/processes.sh
. tests/bench/processes.sh
make_data_directory
trap 'cleanup "$data"' EXIT

now_ms() { echo $(($(date +%s%N) / 1000000)); }

# launch COMMAND... - starts a server; sets $endpoint and $start_ms
launch()
{
    local from
    from=$(now_ms)
    start "$@"
    start_ms=$(($(now_ms) - from))
    endpoint=${line##* }
}

# stop SIGNAL - ends what was started last
stop()
{
    kill -s "$1" "$pid"
    wait "$pid" 2>/dev/null || true
    local other remaining=()
    for other in "${running[@]}"; do
        [ "$other" = "$pid" ] || remaining+=("$other")
    done
    running=("${remaining[@]}")
}

daemon() { launch "$bin/signalboxd" --listen 127.0.0.1:0 "$@"; }
ctl() { "$bin/signalboxctl" --endpoint "$endpoint" "$@"; }

# bench LABEL OPTION... - one line for each measured operation into $work/rows
bench()
{
    local label=$1
    shift
    ctl --json --timeout 60s bench --connections "$connections" --seconds "${seconds}s" "$@" |
        to_rows "$label" | tee -a "$work/rows" | cut -f 2,4-9 >&2
}

ticks() { awk '{ print $14 + $15 }' "/proc/$pid/stat"; }
# cpu_percent SECONDS - of one core, used by $pid over that time
cpu_percent()
{
    local before
    before=$(ticks)
    sleep "$1"
    awk -v used=$(($(ticks) - before)) -v hz="$(getconf CLK_TCK)" -v s="$1" 'BEGIN { printf "%.2f", 100 * used / hz / s }'
}
resident_mib() { awk '/VmRSS/ { printf "%.1f", $2 / 1024 }' "/proc/$pid/status"; }
fact() { printf '%-52s %s\n' "$1" "$2" >>"$work/facts"; }

# sync_ms - mean time to overwrite 64 KiB and have it on the disk
sync_ms()
{
    local from
    dd if=/dev/zero of="$data/probe" bs=64k count=200 conv=fsync status=none
    from=$(now_ms)
    dd if=/dev/zero of="$data/probe" bs=64k count=200 conv=notrunc oflag=dsync status=none
    awk -v ms=$(($(now_ms) - from)) 'BEGIN { printf "%.2f", ms / 200 }'
    rm -f "$data/probe"
}

fact "Write of 64 KiB, on the disk: before" "$(sync_ms) ms"
say "Bare QtHttpServer"
launch "$bin/barehttp"
bench bare --raw
stop TERM

for durability in full normal; do
    say "Broker, durability $durability"
    daemon --data-dir "$data/$durability" --durability "$durability"
    bench "$durability"
    stop TERM
done

say "Idle"
daemon --data-dir "$data/idle"
fact "Start to ready, empty" "$start_ms ms"
sleep 2
fact "Idle: resident memory" "$(resident_mib) MiB"
fact "Idle: processor" "$(cpu_percent 5) % of a core"
ctl --timeout 60s bench --idle-polls 1000 --seconds 10s >"$work/polls" &
polls=$!
sleep 3
fact "1,000 waiting long polls: resident memory" "$(resident_mib) MiB"
fact "1,000 waiting long polls: processor" "$(cpu_percent 5) % of a core"
wait "$polls"
stop TERM

if [ "$backlog" -gt 0 ]; then
    for kind in ready half-leased half-delayed expired; do
        say "Backlog of $backlog, $kind"
        daemon --data-dir "$data/backlog-$kind"
        bench "backlog $kind" --phases send,receive,delete --backlog "$backlog" --backlog-kind "$kind"
        stop TERM
        rm -rf "$data/backlog-$kind"
    done

    say "Start and purge with a backlog of $backlog"
    daemon --data-dir "$data/start"
    ctl queue create start-bench >/dev/null
    ctl --timeout 60s bench --queue start-bench --connections "$connections" --phases batch-send \
        --messages "$backlog" --seconds 600s >/dev/null
    stop KILL
    daemon --data-dir "$data/start"
    fact "Start to ready, backlog of $backlog, after SIGKILL" "$start_ms ms"
    stop TERM
    daemon --data-dir "$data/start"
    fact "Start to ready, backlog of $backlog" "$start_ms ms"
    ctl queue purge start-bench >/dev/null
    fact "Purge of $backlog messages" "$(ctl requests --limit 20 | awk '/\/purge/ { print $6; exit }') ms"
    stop TERM

    say "A FIFO queue with $backlog blocked in one group"
    mkdir "$data/groups"
    "$bin/groupbench" --blocked "$backlog" --directory "$data/groups" >"$work/groups"
    rm -rf "$data/groups"
fi

fact "Write of 64 KiB, on the disk: afterwards" "$(sync_ms) ms"

echo
echo "$(describe_machine "$data"); client on the same machine, $connections connections, bodies of 1 KiB."
echo
awk -F '\t' '
    BEGIN {
        printf "%-22s %-20s %6s %12s %8s %9s %9s %9s %7s\n", "WHERE", "OPERATION", "BATCH", "MESSAGES/S", "RATIO", "P50 MS", "P95 MS", "P99 MS", "ERRORS"
    }
    {
        where = $1; operation = $2; batch = $4; rate = $5
        ratio = ""
        if (where == "bare") bare = rate
        else if (where ~ /^backlog/) { if (full[operation] > 0) ratio = sprintf("%.2f e", rate / full[operation]) }
        else if (batch > 1) { single = operation; sub(/^Batch/, "", single); if (rates[where, single] > 0) ratio = sprintf("%.1f s", rate / rates[where, single]) }
        else if (bare > 0) ratio = sprintf("%.2f b", rate / bare)
        rates[where, operation] = rate
        if (where == "full") full[operation] = rate
        printf "%-22s %-20s %6s %12.0f %8s %9s %9s %9s %7s\n", where, operation, batch, rate, ratio, $6, $7, $8, $9
    }' "$work/rows"
echo "Ratio: b to the bare server, s to the single calls, e to the empty queue (durability full)."
echo
cat "$work/facts"
if [ "$backlog" -gt 0 ]; then
    echo
    echo "FIFO, store alone: $backlog messages in a queue beside it, then blocked in one of its groups, durability full"
    cat "$work/groups"
fi
