#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-only
# Measures the broker beside RabbitMQ, on the same machine in one run, and prints what docs/performance.md shows.
# Asserts nothing: speed depends on the machine.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

usage()
{
    cat <<'USAGE'
Usage: tests/bench/rabbitmq.sh [--seconds N] [--connections N] [--data DIR] [BUILD-DIR]

Needs Debian's packages rabbitmq-server and librabbitmq-dev. Starts a RabbitMQ node of its own, with its default
settings, on the loopback interface and ends it.

  --seconds N       how long each phase takes (default 3)
  --connections N   connections of the clients (default 64)
  --data DIR        where the brokers keep their data (default: a temporary directory)
  BUILD-DIR         where the programs are, or are built (default build/release)
USAGE
}

seconds=3
connections=64
data=
build=build/release
# shellcheck source=tests/bench/options.sh
. tests/bench/options.sh
read_options "seconds connections data" "$@"

server=$(find /usr/lib/rabbitmq/lib -path '*/sbin/rabbitmq-server' 2>/dev/null | head -n 1)
if [ -z "$server" ]; then
    echo "RabbitMQ is missing: apt-get install rabbitmq-server librabbitmq-dev" >&2
    exit 1
fi
if [ -f "$build/CMakeCache.txt" ]; then
    cmake "$build" >&2 # in case the client library is new
else
    cmake --preset release -B "$build" >&2
fi
if ! cmake --build "$build" --target signalboxctl signalboxd rabbitbench >&2; then
    echo "Is librabbitmq-dev installed?" >&2
    exit 1
fi
bin=$build/bin

# shellcheck source=tests/bench/processes.sh
. tests/bench/processes.sh
make_data_directory

# taken PORT - somebody listens there
taken() { (exec 4<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# free_port - one that nobody listens on
free_port()
{
    local port
    for port in $(shuf -i 20000-32000 -n 100); do
        taken "$port" || { echo "$port"; return; }
    done
}

rabbit=
epmd_port=$(free_port)
end_rabbit()
{
    if [ -n "$rabbit" ]; then
        kill "$(cat "$data/rabbit/pid")" 2>/dev/null || true
        wait "$rabbit" 2>/dev/null || true
        ERL_EPMD_PORT=$epmd_port epmd -kill >/dev/null 2>&1 || true
        rabbit=
    fi
}
trap 'end_rabbit; cleanup "$data"' EXIT

start_rabbit()
{
    mkdir "$data/rabbit"
    : >"$work/rabbit.log"
    rabbit_port=$(free_port)
    env HOME="$data/rabbit" ERL_EPMD_ADDRESS=127.0.0.1 ERL_EPMD_PORT="$epmd_port" \
        RABBITMQ_NODENAME="bench-$$@localhost" RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 RABBITMQ_NODE_PORT="$rabbit_port" \
        RABBITMQ_DIST_PORT="$(free_port)" RABBITMQ_PID_FILE="$data/rabbit/pid" \
        RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1}" \
        RABBITMQ_MNESIA_BASE="$data/rabbit" RABBITMQ_LOG_BASE="$data/rabbit" \
        RABBITMQ_ENABLED_PLUGINS_FILE="$data/rabbit/plugins" "$server" >"$work/rabbit.log" 2>&1 &
    rabbit=$!
    local tries
    for ((tries = 0; tries < 600; ++tries)); do
        if grep -q 'Starting broker... completed' "$work/rabbit.log"; then
            rabbit_version=$(sed -n 's/.*RabbitMQ \([0-9][0-9.]*\).*/\1/p' "$work/rabbit.log" | head -n 1)
            return
        fi
        sleep 0.1
    done
    cat "$work/rabbit.log" >&2
    echo "RabbitMQ did not start." >&2
    exit 1
}


start_rabbit
for type in classic quorum; do
    say "RabbitMQ, $type queue"
    "$bin/rabbitbench" --port "$rabbit_port" --queue-type "$type" --connections "$connections" --seconds "$seconds" |
        to_rows "$type" | tee -a "$work/rows" | cut -f 2,4-8 >&2
done
rabbit_mib=$(awk '/VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$(cat "$data/rabbit/pid")/status")
end_rabbit

say "Signalbox, durability full"
start "$bin/signalboxd" --listen 127.0.0.1:0 --data-dir "$data/signalbox" --durability full
"$bin/signalboxctl" --endpoint "${line##* }" --json --timeout 60s bench --connections "$connections" \
    --seconds "${seconds}s" --phases send,receive,delete,batch-send,batch-receive,batch-delete |
    to_rows signalbox | tee -a "$work/rows" | cut -f 2,4-8 >&2
signalbox_mib=$(awk '/VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$pid/status")

echo
echo "$(describe_machine "$data"); clients on the same machine, $connections connections, bodies of 1 KiB."
echo "RabbitMQ $rabbit_version, durable queues, persistent messages, publisher confirms. Messages per second:"
echo
awk -F '\t' '
    { rates[$1, $2] = $5; p99[$1, $2] = $8 }
    function both(first, second) { return 1 / (1 / rates["signalbox", first] + 1 / rates["signalbox", second]) }
    function row(name, ours, theirs) {
        printf "%-40s %12.0f %12.0f %7.1f %12.0f %7.1f\n", name, ours, rates["classic", theirs], ours / rates["classic", theirs],
            rates["quorum", theirs], ours / rates["quorum", theirs]
    }
    END {
        printf "%-40s %12s %12s %7s %12s %7s\n", "", "SIGNALBOX", "CLASSIC", "RATIO", "QUORUM", "RATIO"
        row("send, each confirmed", rates["signalbox", "SendMessage"], "Publish")
        row("receive, then delete; get, then ack", both("ReceiveMessage", "DeleteMessage"), "GetAndAck")
        row("send 16, then wait", rates["signalbox", "BatchSendMessage"], "BatchPublish")
        row("receive 16, delete 16; prefetch 16, ack", both("BatchReceiveMessage", "BatchDeleteMessage"), "ConsumeAndAck")
    }' "$work/rows"
echo
echo "Resident memory at the end: Signalbox $signalbox_mib MiB, RabbitMQ $rabbit_mib MiB. An ack is not confirmed by RabbitMQ; a delete is on the disk."
