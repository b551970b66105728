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
