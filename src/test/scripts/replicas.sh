#!/usr/bin/env bash
# A publisher, three replicas and HAProxy on this machine, under load: a new edition, a rollback, a bad edition, a rolling restart, a killed
# replica, and a publisher that is gone. Uses docs/deploy/haproxy-replicas.cfg with other ports and addresses, and nothing else changed.
# Needs haproxy 2.4 or newer, curl, python3, JAVA (default: java) and target/districtkg.jar (mvn package), or the command to run as DISTRICTKG.
# Not part of CI. Says what it checked; ends with 1 at the first that fails.
set -euo pipefail
cd "$(dirname "$0")/../../.."
read -ra program <<<"${DISTRICTKG:-${JAVA:-java} -Xmx512m -jar target/districtkg.jar}"
BALANCER=38180 ORIGIN=38190 OPERATORS=38191
PORTS=(38131 38132 38133) ADMINS=(38141 38142 38143)
READERS=8

folder=$(mktemp -d)
declare -A running
finish() {
  for process in "${running[@]}"; do kill "$process" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT
fail() { echo "FAILED: $*"; tail -n 20 "$folder"/*.log; exit 1; }
ok() { echo "ok: $*"; }
until_true() { # WHAT COMMAND…
  local what=$1; shift
  for _ in $(seq 600); do "$@" && return; sleep 0.1; done
  fail "it did not come true within a minute: $what"
}

serves() { curl -s --max-time 5 "http://127.0.0.1:$1/healthz/ready" | grep -q "\"ready\",\"edition\":\"$2\""; }
all_serve() { for port in "${PORTS[@]}"; do serves "$port" "$1" || return 1; done; }
up() { [ "$(curl -s "http://127.0.0.1:$OPERATORS/stats;csv" | awk -F, '$1 == "replicas" && $2 != "BACKEND" && $18 == "UP"' | wc -l)" = "$1" ]; }
metric() { curl -s "http://127.0.0.1:$1/metrics" | awk -v name="$2" '$1 == name { print $2 }'; }
offered() { sed -n 's/.*"edition" : "\([^"]*\)".*/\1/p' "$folder/editions/manifest.json" | head -1; }
publish() { "${program[@]}" publish --cache none --ontology ontology --data "$folder/data" -- "$folder/editions" >>"$folder/publish.log" 2>&1 || fail "publish"; }

replica() { # NUMBER
  "${program[@]}" serve --port "${PORTS[$1]}" --admin-port "${ADMINS[$1]}" --follow "http://127.0.0.1:$ORIGIN/" --follow-every 1 \
    --follow-cache "$folder/cache$1" --drain-time 4 --trusted-proxy 127.0.0.1 >>"$folder/replica$1.log" 2>&1 &
  running[replica$1]=$!
}

# Readers that keep their connections and ask one thing after another; each line is a status and the edition, or what went wrong.
cat >"$folder/readers.py" <<'PYTHON'
import http.client, signal, sys, threading
port, count, log = int(sys.argv[1]), int(sys.argv[2]), open(sys.argv[3], "w", buffering=1)
paths = ["/", "/about", "/sparql?query=SELECT%20(COUNT(*)%20AS%20?n)%20%7B?s%20?p%20?o%7D", "/api/v1/places", "/data?default", "/search?q=GDP"]
over, lock = threading.Event(), threading.Lock()
signal.signal(signal.SIGTERM, lambda *_: over.set())
def read(at):
    connection = None
    while not over.is_set():
        at += 1
        try:
            connection = connection or http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            connection.request("GET", paths[at % len(paths)])
            answer = connection.getresponse()
            whole = answer.read()
            line = "%d %s %d" % (answer.status, answer.getheader("DistrictKG-Edition"), len(whole))
        except Exception as failure:
            line, connection = "FAILED %r %s" % (failure, paths[at % len(paths)]), None
        with lock: log.write(line + "\n")
threads = [threading.Thread(target=read, args=(n,)) for n in range(count)]
for thread in threads: thread.start()
for thread in threads: thread.join()
PYTHON
load() { python3 "$folder/readers.py" $BALANCER $READERS "$folder/$1.reads" & running[load]=$!; until_true "readers read" test -s "$folder/$1.reads"; }
unload() { kill "${running[load]}"; wait "${running[load]}" 2>/dev/null || true; unset "running[load]"; }
reads() { wc -l <"$folder/$1.reads"; }
bad() { grep -vc '^200 [0-9a-f]' "$folder/$1.reads" || true; }
none_failed() { [ "$(bad "$1")" = 0 ] || { grep -v '^200 [0-9a-f]' "$folder/$1.reads" | sort | uniq -c | head; fail "$1: $(bad "$1") of $(reads "$1") reads failed"; }; }

same_answers() { # every replica answers these with the same bytes; pages with a number used once (/query) differ by design
  local checked=0
  for path in / /about /ns /id/yunhe /id/yunhe-2021 "/data?default" /sitemap.xml /feed.atom /api/v1/places "/api/v1/series?indicator=gdp-growth" \
    "/search?q=GDP" /download/statements.csv /download/series.csv "/sparql?query=SELECT%20*%20%7B?s%20?p%20?o%7D"; do
    local sums
    sums=$(for port in "${PORTS[@]}"; do
      curl -sS --fail --max-time 30 -H "Host: data.example.org" -H "Accept: */*" "http://127.0.0.1:$port$path" | sha256sum || echo "no answer from $port"
    done | sort -u | wc -l)
    [ "$sums" = 1 ] || fail "$path: the replicas answer differently"
    checked=$((checked + 1))
  done
  ok "the replicas answer $checked addresses byte for byte the same"
}

mkdir "$folder/data" "$folder/editions"
cp -r src/test/resources/yunhe/. "$folder/data"
rm -rf "$folder/data/texts"
publish
first=$(offered)
python3 -m http.server --bind 127.0.0.1 --directory "$folder/editions" $ORIGIN >"$folder/origin.log" 2>&1 & running[origin]=$!
for number in 0 1 2; do replica $number; done
sed -e "s/bind :80/bind 127.0.0.1:$BALANCER/; s/127.0.0.1:8404/127.0.0.1:$OPERATORS/; s/192.0.2.11:3030/127.0.0.1:${PORTS[0]}/" \
  -e "s/192.0.2.12:3030/127.0.0.1:${PORTS[1]}/; s/192.0.2.13:3030/127.0.0.1:${PORTS[2]}/" docs/deploy/haproxy-replicas.cfg >"$folder/haproxy.cfg"
haproxy -c -q -f "$folder/haproxy.cfg" || fail "haproxy refuses docs/deploy/haproxy-replicas.cfg"
haproxy -db -f "$folder/haproxy.cfg" >"$folder/haproxy.log" 2>&1 & running[haproxy]=$!
until_true "three replicas serve $first" all_serve "$first"
until_true "haproxy sees three" up 3
same_answers

load update
sed -i 's/"items"@en/"pieces"@en/' "$folder/data/lists.ttl"
publish
second=$(offered)
[ "$second" != "$first" ] || fail "the changed data are no other edition"
until_true "three replicas serve $second" all_serve "$second"
unload
none_failed update
grep -q " $first " "$folder/update.reads" && grep -q " $second " "$folder/update.reads" || fail "the readers did not see both editions"
ok "a new edition: $(reads update) reads by $READERS readers, none failed"
same_answers

load rollback
"${program[@]}" publish --rollback -- "$folder/editions" >>"$folder/publish.log" 2>&1
[ "$(offered)" = "$first" ] || fail "the rollback offers $(offered)"
until_true "three replicas serve $first again" all_serve "$first"
unload
none_failed rollback
ok "a rollback: $(reads rollback) reads, none failed"
same_answers

load damaged
printf X | dd of="$folder/editions/$second.snapshot" bs=1 seek=5000 conv=notrunc 2>/dev/null
# Their own copies of it are sound, and would be served: they are taken away first.
current=$(sed -n 's/.*"sha256" : "\([^"]*\)".*/\1/p' "$folder/editions/manifest.json" | head -1)
find "$folder"/cache? -name '*.snapshot' ! -name "$current*" -delete
"${program[@]}" publish --rollback -- "$folder/editions" >>"$folder/publish.log" 2>&1
failing() { for admin in "${ADMINS[@]}"; do [ "$(metric "$admin" districtkg_replica_failing)" = 1.0 ] || return 1; done; }
until_true "three replicas report a failed check" failing
all_serve "$first" || fail "a replica serves a damaged edition"
"${program[@]}" publish --rollback -- "$folder/editions" >>"$folder/publish.log" 2>&1
recovered() { for admin in "${ADMINS[@]}"; do [ "$(metric "$admin" districtkg_replica_failing)" = 0.0 ] || return 1; done; }
until_true "three replicas have recovered" recovered
unload
none_failed damaged
ok "a damaged edition: refused by all, $(reads damaged) reads of the old one, none failed"

load restart
for number in 0 1 2; do
  kill "${running[replica$number]}"
  wait "${running[replica$number]}" && fail "it ended with 0" || [ $? = 143 ] || fail "a stopped replica did not end with 143"
  replica $number
  until_true "replica $number is back" serves "${PORTS[$number]}" "$first"
  until_true "haproxy sees three again" up 3
done
unload
none_failed restart
ok "a rolling restart of the program: $(reads restart) reads, none failed"

load killed
kill -9 "${running[replica1]}"
wait "${running[replica1]}" 2>/dev/null || true
until_true "haproxy sees two" up 2
lost=$(bad killed)
before=$(reads killed)
until_true "the readers go on" bash -c "[ \$(wc -l <'$folder/killed.reads') -gt $((before + 50)) ]"
[ "$(bad killed)" = "$lost" ] || fail "reads fail after the killed replica was taken out"
unload
[ "$lost" -le $READERS ] || fail "$lost reads failed, more than can have been in flight"
ok "a killed replica: $lost of $(reads killed) reads failed, with at most $READERS in flight"

kill "${running[origin]}"; wait "${running[origin]}" 2>/dev/null || true; unset "running[origin]"
replica 1
until_true "the replica starts without the publisher" serves "${PORTS[1]}" "$first"
ok "without the publisher, a replica starts from its own copy"
same_answers

if command -v systemd-analyze >/dev/null; then
  sed "s#/usr/bin/java#$(command -v true)#; s#^EnvironmentFile=.*#Environment=FOLLOW=http://127.0.0.1:$ORIGIN/#" docs/deploy/districtkg-replica.service \
    >"$folder/districtkg-replica.service"
  systemd-analyze verify "$folder/districtkg-replica.service" || fail "systemd refuses docs/deploy/districtkg-replica.service"
  ok "systemd takes docs/deploy/districtkg-replica.service"
fi
echo "all is well"
