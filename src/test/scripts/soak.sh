#!/bin/sh
# 64 clients, good, bad and hostile, for ten minutes, with reloads in between; fails where memory is not flat, where a fault of ours
# is answered, or where anything hangs. Words go to the soak:  src/test/scripts/soak.sh --minutes 1
set -eu
cd "$(dirname "$0")/../../.."
exec mvn -q -ntp -DskipTests package exec:exec@bench -Dtool=Soak -Dwords="$*"
