#!/usr/bin/env bash
# Comunica, from npm, takes our endpoint as one member of a federation: figures of ours are joined with facts of a file.
# Needs a JAVA of 21 or newer (default: java), node 18 or newer and npm, and `mvn package` before. Not run by `mvn verify`: it fetches some 60 MB.
set -euo pipefail
cd "$(dirname "$0")/../../.."
JAVA=${JAVA:-java}
jar=$PWD/target/districtkg.jar
[ -f "$jar" ] || { echo "run  mvn package  first"; exit 2; }

work=$(mktemp -d)
"$JAVA" -jar "$jar" serve --port 0 >"$work/log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 120); do
  grep -q 'answers at' "$work/log" && break
  kill -0 "$server" 2>/dev/null || { cat "$work/log"; exit 1; }
  sleep 1
done
endpoint=$(sed -n 's/.*answers at \(http[^ ]*\).*/\1/p' "$work/log")

cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @comunica/query-sparql@4

cat >federation.mjs <<'EOF'
import { QueryEngine } from '@comunica/query-sparql';

const endpoint = { type: 'sparql', value: process.argv[2] };
const file = {
  type: 'serialized',
  mediaType: 'text/turtle',
  baseIRI: 'https://example.org/',
  value: '<note> <https://example.org/of> <https://w3id.org/districtkg/id/lusong-airport> ; <https://example.org/says> "seen from the road" .',
};
const query = `
  PREFIX : <https://w3id.org/districtkg/ns#>
  SELECT ?name ?says ?due {
    ?note <https://example.org/of> ?thing ; <https://example.org/says> ?says .
    ?thing :nameEn ?name .
    ?promise :about ?thing ; a :Commitment ; :due ?due .
  } ORDER BY ?due`;

async function rows(sources, text) {
  const bindings = await (await new QueryEngine().queryBindings(text, { sources })).toArray();
  return bindings.map(row => [...row.values()].map(term => term.value).join(' | '));
}

const alone = await rows([endpoint], 'PREFIX : <https://w3id.org/districtkg/ns#> SELECT ?due { ?p a :Commitment ; :about <https://w3id.org/districtkg/id/lusong-airport> ; :due ?due } ORDER BY ?due');
const joined = await rows([endpoint, file], query);
console.log(joined.join('\n'));
if (alone.length === 0 || joined.length !== alone.length) {
  console.error(`the endpoint alone gives ${alone.length} promises, the federation ${joined.length}`);
  process.exit(1);
}
console.log(`${joined.length} passed, 0 failed`);
EOF
node federation.mjs "$endpoint"
