#!/bin/sh
# Measures the first start and a later one, from the command to the first answer: wall and CPU seconds. Several jars take turns, so that
# two versions are compared under the same load:  src/test/scripts/starts.sh [--rounds 3] [--options "-Xmx512m"] [--data FOLDER] [JAR ...]
# Needs a JAVA of 21 or newer (default: java).
set -eu
cd "$(dirname "$0")/../../.."
rounds=3 options=-Xmx512m data=
while [ $# -gt 0 ]; do
    case $1 in
        --rounds) rounds=$2; shift 2 ;;
        --options) options=$2; shift 2 ;;
        --data) data="--data $2"; shift 2 ;;
        *) break ;;
    esac
done
[ $# -gt 0 ] || set -- target/districtkg.jar
port=${PORT:-3977}
ticks=$(getconf CLK_TCK)
cache=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$cache"' EXIT

start() {
    begun=$(date +%s.%N)
    # shellcheck disable=SC2086
    XDG_CACHE_HOME=$cache "${JAVA:-java}" $options -jar "$1" serve --port "$port" $data >"$cache/log" 2>&1 &
    server=$!
    until curl -sf -o "$cache/answer" "http://127.0.0.1:$port/sparql?query=ASK%7B%7D"; do
        kill -0 "$server" 2>/dev/null || { cat "$cache/log" >&2; exit 1; }
        sleep 0.05
    done
    wall=$(echo "$(date +%s.%N) $begun" | awk '{ printf "%.1f", $1 - $2 }')
    cpu=$(awk -v ticks="$ticks" '{ printf "%.1f", ($14 + $15) / ticks }' "/proc/$server/stat")
    echo "$1, $2 start: $wall s, $cpu CPU s"
    kill "$server"
    wait "$server" || true
    server=
}

round=1
while [ "$round" -le "$rounds" ]; do
    for jar in "$@"; do
        rm -rf "$cache/districtkg" # the snapshots
        start "$jar" first
        start "$jar" later
    done
    round=$((round + 1))
done
