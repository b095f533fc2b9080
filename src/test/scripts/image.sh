#!/usr/bin/env bash
# Builds the container image without a daemon and without a base (scratch), and a runtime by jlink with the modules that the program needs;
# then starts the program from the unpacked layers by that runtime, and compares answers with those of the whole JDK.
# Needs Maven, a JDK with jlink (JAVA_HOME), curl. Ends with 1 at a failure.
set -euo pipefail
cd "$(dirname "$0")/../../.."
JDK=${JAVA_HOME:?name a JDK}
PORT=38430
folder=$(mktemp -d)
server=
finish() { [ -z "$server" ] || kill "$server" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$folder"; }
trap finish EXIT
fail() { echo "FAILED: $*"; tail -n 20 "$folder"/*.log; exit 1; }
ok() { echo "ok: $*"; }

[ -n "${SKIP_BUILD:-}" ] || mvn -q -B -Pimage compile jib:buildTar -Dimage.base=scratch
mkdir "$folder/image" "$folder/root"
tar -C "$folder/image" -xf target/jib-image.tar
for layer in $(python3 -c "import json; print(*json.load(open('$folder/image/manifest.json'))[0]['Layers'])"); do
  tar --warning=no-unknown-keyword -C "$folder/root" -xzf "$folder/image/$layer"
done
ok "the image has $(du -sm target/jib-image.tar | cut -f1) MB without a base"

# Locales and charsets are found by name, so jdeps does not see them: reports in GBK, numbers and dates in Chinese. jdk.unsupported: SIGHUP.
modules=$("$JDK/bin/jdeps" --print-module-deps --ignore-missing-deps --multi-release 25 --recursive \
  --class-path "$folder/root/app/libs/*" "$folder/root/app/classes"),jdk.localedata,jdk.charsets,jdk.unsupported,jdk.zipfs,jdk.crypto.ec,jdk.management
"$JDK/bin/jlink" --add-modules "$modules" --include-locales=en,zh --strip-debug --no-header-files --no-man-pages --compress zip-6 --output "$folder/root/opt/java"
ok "a runtime by jlink has $(du -sm "$folder/root/opt/java" | cut -f1) MB; the JDK has $(du -sm "$JDK" | cut -f1)"

addresses=("/" "/?lang=zh" "/id/yunhe-2021.ttl" "/search?q=GDP" "/api/v1/places" "/download/statements.csv" "/sparql?query=SELECT%20*%20%7B?s%20?p%20?o%7D")
answers() { for path in "${addresses[@]}"; do curl -sS --fail -H 'Host: data.example.org' "http://127.0.0.1:$PORT$path" | sha256sum || fail "$1: $path"; done; }
ready() { for _ in $(seq 600); do curl -sf -o /dev/null "http://127.0.0.1:$PORT/healthz/ready" && return; kill -0 "$server" 2>/dev/null || fail "$1 ended"; sleep 0.1; done; fail "$1 is not ready"; }
stop() { kill "$server"; wait "$server" 2>/dev/null || true; server=; }
cp -r src/test/resources/yunhe "$folder/root/app/districtkg/small"
options=(-Xmx512m --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)

# One snapshot for both, because blank nodes have other names in each build.
(cd "$folder/root/app/districtkg" && "$folder/root/opt/java/bin/java" "${options[@]}" -cp "$folder/root/app/resources:$folder/root/app/classes:$folder/root/app/libs/*" \
  districtkg.Main snapshot --cache none --data small -- small.snapshot) >"$folder/snapshot.log" 2>&1 || fail "snapshot by the small runtime"
words=(districtkg.Main serve --port $PORT --snapshot /app/districtkg/small.snapshot)

"$JDK/bin/java" "${options[@]}" -cp "$folder/root/app/resources:$folder/root/app/classes:$folder/root/app/libs/*" "${words[@]/\/app/$folder/root/app}" >"$folder/jdk.log" 2>&1 & server=$!
ready "the JDK"
answers "the JDK" >"$folder/expected"
stop
"$folder/root/opt/java/bin/java" "${options[@]}" -cp "$folder/root/app/resources:$folder/root/app/classes:$folder/root/app/libs/*" "${words[@]/\/app/$folder/root/app}" >"$folder/jlink.log" 2>&1 & server=$!
ready "the small runtime"
answers "the small runtime" >"$folder/answered"
cmp "$folder/expected" "$folder/answered" || fail "the small runtime answers differently"
ok "the program of the image answers ${#addresses[@]} addresses by the small runtime as by the JDK"
stop
echo "all is well"
