#!/bin/sh
# Measures the parts of an answer, each alone, by JMH. A word chooses:  src/test/scripts/parts.sh Parts.parsing
set -eu
cd "$(dirname "$0")/../../.."
exec mvn -q -ntp test-compile exec:exec@bench -Dtool=Parts -Dwords="$*"
