#!/bin/sh
# Measures aggregates over 11 million made-up statements in DuckDB, and over 100,000 of them in our engine and in Virtuoso: see
# docs/analytics.md. Needs 3 GB of memory, 1 GB of disk and, for Virtuoso, its programs (Debian: virtuoso-opensource-7-bin).
set -eu
cd "$(dirname "$0")/../../.."
exec mvn -q -ntp test-compile exec:exec@bench -Dtool=AnalyticsBenchmark -Dwords="target/analytics ${*:-11000000 100000 virtuoso}"
