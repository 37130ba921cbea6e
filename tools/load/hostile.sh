#!/usr/bin/env bash
# Fifty people at work while hostile containers and mail are imported, from nothing: whether the pages stay as quick.
#   tools/load/hostile.sh FOLDER [USERS [MINUTES [PORT]]]      50 people, 5 minutes each, port 8290 where nothing is said
# FOLDER: the extracted suite of containers. Starts a portal on a new folder; lets people work a minute to warm up, then MINUTES
# alone, then MINUTES while Siege sends every file of FOLDER and has it imported, again and again. Ends with 1 if 99 of 100
# requests then take more than twice as long as without, if a request failed, or if an import found no end.
set -eu
folder=$(CDPATH='' cd -- "$1" && pwd)
users=${2:-50}
minutes=${3:-5}
port=${4:-8290}
root=$(CDPATH='' cd -- "$(dirname "$0")/../.." && pwd)
out=$root/tools/load/target
mkdir -p "$out"
. "$root/tools/load/portal.sh"
people() { # minutes name: what Gatling says is kept in $out/NAME.log; gives the 99th percentile in ms
  mvn -q ${MAVEN-} -f "$root/tools/load/pom.xml" test-compile exec:exec -Dproffer.address="http://127.0.0.1:$port" -Dproffer.mail=false \
    -Dproffer.logins="$out/logins" -Dproffer.users="$users" -Dproffer.minutes="$1" > "$out/$2.log" 2>&1 || echo "$2: see $out/$2.log" >&2
  grep -q 'Global: count of failed events is 0.0 : true' "$out/$2.log" || { echo "requests failed: see $out/$2.log" >&2; return 1; }
  sed -n 's/^> response time 99th percentile[^0-9]*\([0-9,]*\).*/\1/p' "$out/$2.log" | tr -d ','
}
people 1 warm > /dev/null
alone=$(people "$minutes" alone)
echo "alone: 99 of 100 requests of $users people within $alone ms"
java -cp "$out/test-classes" org.proffer.load.Siege "http://127.0.0.1:$port" "$out/logins" "$folder" $((minutes * 60 + 60)) > "$out/siege.log" 2>&1 &
siege=$!
besieged=$(people "$minutes" besieged)
echo "while hostile files are imported: within $besieged ms"
code=0
wait $siege || code=$?
cat "$out/siege.log"
[ "$(cat "$home/server/server.pid")" = "$server" ] && kill -0 "$server" || { echo "the server is another one"; code=1; }
[ "$besieged" -le $((2 * alone)) ] || { echo "more than twice as long"; code=1; }
exit $code
