#!/bin/sh
# Loads the export of all data into other stores, asks them every question of the catalogue, and lists the answers that differ from
# ours: see docs/stores.md. Words name the stores; without any:  src/test/scripts/stores.sh tdb2 rdf4j virtuoso
# Needs a JAVA of 21 or newer (default: java). Virtuoso needs its programs; on Debian: apt-get install virtuoso-opensource-7-bin
set -eu
cd "$(dirname "$0")/../../.."
mvn -q -ntp -DskipTests package
mkdir -p target/stores
"${JAVA:-java}" -Xmx4g -jar target/districtkg.jar export --cache none target/stores/export.nq
exec mvn -q -ntp test-compile exec:exec@bench -Dtool=StoreComparison -Dwords="target/stores/export.nq target/stores ${*:-tdb2 rdf4j virtuoso}"
