# SPDX-License-Identifier: GPL-3.0-only
# Programs that benchmarks run beside themselves. To be sourced; makes $work, a folder for their files.
# shellcheck shell=bash
work=$(mktemp -d)
running=()

# Ends what still runs, and removes $work and the folders given.
cleanup()
{
    local pid
    for pid in "${running[@]}"; do
        kill "$pid" 2>/dev/null || true
    done
    wait
    rm -rf "$work" "$@"
}

# make_data_directory - an empty one in $data; it is below the folder that $data names, if that names one
make_data_directory()
{
    [ -z "$data" ] || mkdir -p "$data"
    data=$(mktemp -d "${data:-$work}/signalbox-bench.XXXXXX")
}

say() { echo "==> $*" >&2; }

# start COMMAND... - runs it until it says on stdout that it is ready; sets $pid and $line
start()
{
    rm -f "$work/ready"
    mkfifo "$work/ready"
    "$@" >"$work/ready" 2>>"$work/log" &
    pid=$!
    running+=("$pid")
    exec 3<"$work/ready"
    # $line is for whoever sourced this.
    # shellcheck disable=SC2034
    if ! read -r -t 60 line <&3; then
        cat "$work/log" >&2
        echo "$1 did not start." >&2
        exit 1
    fi
    exec 3<&-
}

# to_rows LABEL - the JSON of a benchmark, from stdin, as lines of columns with LABEL in front: operation, durability,
# batch, messages a second, p50, p95, p99 and errors
to_rows()
{
    local label=$1 row field
    tr -d '\n' | sed -e 's/^\[//' -e 's/\]$//' -e 's/},{/}\n{/g' -e 's/$/\n/' |
        while read -r row; do
            printf '%s\t' "$label"
            for field in operation durability batch rate_per_s p50_ms p95_ms p99_ms errors; do
                sed -E "s/.*\"$field\":\"?([^\",}]*).*/\\1/" <<<"$row" | tr '\n' '\t'
            done
            echo
        done
}

# describe_machine DIR - one line: processor, memory, system, and the file system of DIR
describe_machine()
{
    echo "Machine: $(getconf _NPROCESSORS_ONLN) cores of $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)," \
        "$(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo), $(uname -sr)," \
        "data on $(stat -f -c %T "$1")"
}
