#!/usr/bin/env bash
# Checks the alert rules of docs/deploy with promtool (Debian: apt-get install prometheus), and that they fire when they should.
# That each metric exists is tested by MonitoringFilesTest.
set -euo pipefail
cd "$(dirname "$0")/../../.."
promtool check rules docs/deploy/prometheus-rules.yml
promtool test rules src/test/resources/monitoring/prometheus-rules-test.yml
