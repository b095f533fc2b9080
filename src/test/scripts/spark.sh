#!/bin/sh
# Builds the data set on Apache Spark and compares it with what one machine builds: see docs/building.md. Words: "local" (default), or
# "cluster": a master and two workers on this machine, of which one is killed while it works; "sql": queries
# over the statements that analytics.sh made. Needs a JAVA of 25 or newer (default: java).
set -eu
cd "$(dirname "$0")/../../.."
mode=${1:-local}
JAVA=${JAVA:-java}
mvn -q -ntp -DskipTests package
mvn -q -ntp -f src/spark/pom.xml compile dependency:copy-dependencies -DexcludeScope=system -DoutputDirectory="$PWD/target/spark/jars"

export SPARK_HOME="$PWD/target/spark" SPARK_LOCAL_IP=127.0.0.1 SPARK_LOCAL_HOSTNAME=127.0.0.1 SPARK_SCALA_VERSION=2.13
own="$PWD/target/spark/classes:$PWD/target/districtkg.jar"
all="$own:$PWD/target/spark/jars/*"
opens=
for name in lang lang.invoke lang.reflect io net nio util util.concurrent util.concurrent.atomic; do
  opens="$opens --add-opens=java.base/java.$name=ALL-UNNAMED"
done
for name in nio.ch nio.cs util.calendar; do
  opens="$opens --add-opens=java.base/sun.$name=ALL-UNNAMED"
done

if [ "$mode" = sql ]; then
  exec "$JAVA" -Xmx2g $opens -cp "$all" -Dspark.master='local[2]' -Dspark.ui.enabled=false -Dspark.driver.host=127.0.0.1 \
    -Dspark.driver.bindAddress=127.0.0.1 districtkg.spark.StatementsQuery target/analytics/statements src/test/resources/analytics/*.sql
fi

work=target/spark/run
rm -rf "$work"
mkdir -p "$work"
started=
stop() { for pid in $started; do kill "$pid" 2>/dev/null || true; done; }
trap stop EXIT

master='local[2]'
if [ "$mode" = cluster ]; then
  master=spark://127.0.0.1:7177
  "$JAVA" $opens -cp "$all" org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 7177 --webui-port 0 >"$work/master.log" 2>&1 &
  started="$started $!"
  sleep 5
  for number in 1 2; do
    "$JAVA" $opens -cp "$all" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores 1 --memory 2g --webui-port 0 \
      --work-dir "$PWD/$work/worker$number" "$master" >"$work/worker$number.log" 2>&1 &
    started="$started $!"
    last=$!
  done
fi

"$JAVA" -Xmx3g $opens -cp "$all" -Dspark.master="$master" -Dspark.ui.enabled=false -Dspark.driver.host=127.0.0.1 -Dspark.driver.bindAddress=127.0.0.1 \
  -Dspark.executor.memory=2g -Dspark.executor.extraClassPath="$own" \
  districtkg.spark.PlacesJob ontology data "$work/parts" >"$work/job.log" 2>&1 &
job=$!
started="$started $job"
if [ "$mode" = cluster ]; then
  # Once three parts are there, a worker and its executor end without warning.
  until [ "$(ls "$work/parts" 2>/dev/null | grep -c '^part')" -ge 3 ]; do
    kill -0 "$job" 2>/dev/null || break
    sleep 1
  done
  for child in $(ps -o pid= --ppid "$last"); do kill -9 "$child"; done
  kill -9 "$last"
  echo "killed a worker after $(ls "$work/parts" | grep -c '^part') parts"
fi
wait "$job" || { tail -20 "$work/job.log"; exit 1; }
grep -v ' \(INFO\|WARN\) ' "$work/job.log"

began=$(date +%s)
"$JAVA" -Xmx3g -jar target/districtkg.jar export --cache none "$work/whole.nq"
echo "one machine without Spark: $(($(date +%s) - began)) s"
# The questions and the description are added when the parts are put together.
grep -v '<https://w3id.org/districtkg/graph/\(questions\|void\)> \.$' "$work/whole.nq" | LC_ALL=C sort -u >"$work/expected"
cat "$work"/parts/part-*.nq | LC_ALL=C sort -u >"$work/found"
cmp "$work/expected" "$work/found"
echo "the parts are equal to the export of one machine: $(wc -l <"$work/found") quads"
