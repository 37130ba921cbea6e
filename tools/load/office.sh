#!/usr/bin/env bash
# Two hundred people at once, from nothing: starts a portal on a new folder, lets the office work, stops it.
#   tools/load/office.sh [USERS [MINUTES [PORT]]]         200 people, 10 minutes, port 8290 where nothing is said
# The server of `mvn package` is used as it is. Figures of the server are read every ten seconds into
# tools/load/target/figures.csv; what Gatling measured is in tools/load/target/gatling. MAVEN holds further options of Maven;
# JFR=FILE records the server with the flight recorder.
set -eu
users=${1:-200}
minutes=${2:-10}
port=${3:-8290}
root=$(CDPATH='' cd -- "$(dirname "$0")/../.." && pwd)
out=$root/tools/load/target
. "$root/tools/load/portal.sh"
[ -z "${JFR-}" ] || jcmd "$server" JFR.start name=load settings=profile > /dev/null
echo "second,heap,threads,resident,connections,failed,cpu" > "$out/figures.csv"
(
  begun=$(date +%s)
  while kill -0 $portal 2> /dev/null; do
    curl -s "http://127.0.0.1:$port/api/v1/metrics" | awk -v at=$(($(date +%s) - begun)) -v rss="$(awk '/VmRSS/ { print $2 * 1024 }' "/proc/$server/status" 2> /dev/null)" '
      /^jvm_memory_used_bytes\{area="heap"/ { heap += $NF }
      /^jvm_threads_live_threads/ { threads = $NF }
      /^proffer_pool_in_use/ { pool = $NF }
      /^proffer_http_seconds_count.*5xx/ { failed += $NF }
      /^process_cpu_usage/ { cpu = $NF }
      END { print at "," heap "," threads "," rss "," pool "," failed + 0 "," cpu }' >> "$out/figures.csv"
    sleep 10
  done
) &
code=0
mvn -q ${MAVEN-} -f "$root/tools/load/pom.xml" test-compile exec:exec -Dproffer.address="http://127.0.0.1:$port" \
  -Dproffer.logins="$out/logins" -Dproffer.users="$users" -Dproffer.minutes="$minutes" || code=$?
[ -z "${JFR-}" ] || jcmd "$server" JFR.dump name=load filename="$JFR" > /dev/null
tail -n +2 "$out/figures.csv" | awk -F, '
  NR == 1 { h = $2; t = $3; r = $4 } { H = $2; T = $3; R = $4; if ($3 > most) most = $3 }
  END { printf "heap %.0f to %.0f MB, threads %d to %d (most %d), resident %.0f to %.0f MB\n", h / 1e6, H / 1e6, t, T, most, r / 1e6, R / 1e6 }'
exit $code
