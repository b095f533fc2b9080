#!/bin/sh
# Measures our server against stock Fuseki, started from its released jar in the same run: see docs/benchmark.md.
# Words go to the benchmark:  src/test/scripts/benchmark.sh --engines ours,tdb2,mem --triples 10_000_000
set -eu
cd "$(dirname "$0")/../../.."
fuseki=6.0.0
exec mvn -q -ntp -DskipTests package \
  dependency:copy -Dartifact="org.apache.jena:jena-fuseki-server:$fuseki" -DoutputDirectory=target/benchmark \
  exec:exec@bench -Dtool=Benchmark -Dwords="--fuseki target/benchmark/jena-fuseki-server-$fuseki.jar $*"
