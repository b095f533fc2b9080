#!/usr/bin/env bash
# A drill: documents are written, the publisher's machine is lost, and its data are restored from a backup on another one.
# Shows that the restored data give the same edition, that a replica answered all the time, and that a snapshot of another version is rebuilt.
# Needs curl, tar, JAVA (default: java) and target/districtkg.jar (mvn package), or the command to run as DISTRICTKG. Ends with 1 at a failure.
set -euo pipefail
cd "$(dirname "$0")/../../.."
read -ra program <<<"${DISTRICTKG:-${JAVA:-java} -Xmx512m -jar target/districtkg.jar}"
WRITER=38331 REPLICA=38332

folder=$(mktemp -d)
started=()
finish() {
  for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT
fail() { echo "FAILED: $*"; tail -n 20 "$folder"/*.log; exit 1; }
ok() { echo "ok: $*"; }
edition() { curl -s --max-time 5 "http://127.0.0.1:$1/healthz/ready" | sed -n 's/.*"ready","edition":"\([^"]*\)".*/\1/p'; }
until_edition() { for _ in $(seq 600); do [ "$(edition "$1")" = "$2" ] && return; sleep 0.1; done; fail "port $1 does not serve $2"; }
until_ready() { for _ in $(seq 600); do [ -n "$(edition "$1")" ] && return; sleep 0.1; done; fail "port $1 is not ready"; }

first=$folder/first second=$folder/second
mkdir -p "$first" "$second" "$folder/backup"

# The publisher: data to which only the server writes, tokens and the audit log beside them.
cp -r src/test/resources/yunhe "$first/data"
rm -rf "$first/data/texts"
printf 'ann %s\n' "$(head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n')" >"$first/tokens.txt"
chmod 600 "$first/tokens.txt"
"${program[@]}" serve --port $WRITER --cache none --data "$first/data" --writable --tokens "$first/tokens.txt" >"$folder/writer.log" 2>&1 &
writer=$!
started+=("$writer")
until_ready $WRITER
before=$(edition $WRITER)

printf 'Authorization: Bearer %s\n' "$(cut -d' ' -f2 "$first/tokens.txt")" >"$folder/header"
sed 's/ann/&/' "$first/data/yunhe-press-2021.ttl" | sed '0,/@en/s/"@en/ (corrected)"@en/' >"$folder/body.ttl"
status=$(curl -s -o "$folder/answer.log" -w '%{http_code}' -X PUT -H "@$folder/header" -H 'Content-Type: text/turtle' --data-binary "@$folder/body.ttl" \
  "http://127.0.0.1:$WRITER/data?graph=https://w3id.org/districtkg/graph/yunhe-press-2021")
[ "$status" = 204 ] || fail "the document was not accepted: $status"
accepted=$(edition $WRITER)
[ "$accepted" != "$before" ] || fail "the document changed nothing"
ok "a document was accepted: edition $accepted"

# What is published, and the backup: data, tokens, audit log. Editions need none, because they follow from the data.
"${program[@]}" publish --cache none --data "$first/data" -- "$folder/editions" >"$folder/publish.log" 2>&1
tar -C "$first" -czf "$folder/backup/data.tar.gz" .
"${program[@]}" serve --port $REPLICA --follow "$folder/editions" --follow-every 1 --follow-cache "$folder/cache" >"$folder/replica.log" 2>&1 &
started+=($!)
until_edition $REPLICA "$accepted"

# The machine is lost, without a stop.
kill -9 "$writer"
wait "$writer" 2>/dev/null || true
rm -rf "$first" "$folder/editions"
sleep 2
[ "$(edition $REPLICA)" = "$accepted" ] || fail "the replica does not answer without the publisher"
ok "the publisher is gone, and the replica still serves $accepted"

# Restored on another machine.
tar -C "$second" -xzf "$folder/backup/data.tar.gz"
"${program[@]}" validate --data "$second/data" >"$folder/validate.log" 2>&1 || fail "the restored data have faults"
"${program[@]}" publish --cache none --data "$second/data" -- "$folder/editions" >>"$folder/publish.log" 2>&1
restored=$(sed -n 's/.*"edition" : "\([^"]*\)".*/\1/p' "$folder/editions/manifest.json" | head -1)
[ "$restored" = "$accepted" ] || fail "the restored data are edition $restored and not $accepted"
grep -q yunhe-press-2021 "$second/audit.jsonl" || fail "the audit log was not restored"
ok "the restored data give edition $restored again, and the audit log has the change"

# An upgrade: a snapshot of another format is refused, and written again from the data.
"${program[@]}" snapshot --cache none --data "$second/data" -- "$folder/old.snapshot" >"$folder/snapshot.log" 2>&1
printf '\001' | dd of="$folder/old.snapshot" bs=1 seek=4 conv=notrunc 2>/dev/null
if "${program[@]}" query --snapshot "$folder/old.snapshot" 'ASK {}' >"$folder/refused.log" 2>&1; then fail "a snapshot of format 1 was accepted"; fi
grep -q "snapshot-format" "$folder/refused.log" || fail "the reason is another one"
"${program[@]}" snapshot --cache none --data "$second/data" -- "$folder/old.snapshot" >"$folder/snapshot.log" 2>&1
"${program[@]}" query --format csv --snapshot "$folder/old.snapshot" 'ASK {}' | grep -qi true || fail "the new snapshot does not answer"
ok "a snapshot of another format is refused, and one written again is served"
echo "all is well"
