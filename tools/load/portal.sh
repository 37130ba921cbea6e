# Sourced: starts a portal on a new folder. Needs root (the checkout), out and port; gives home, portal, server, and $out/logins.
home=$(mktemp -d)/home
mkdir -p "$out"
# Everybody comes from one address, and few logins stand for all people.
export PROFFER_LIMITS="login=10000/100000,search=10000/100000,import=600/6000"
java ${JAVA_OPTIONS-} -Dproffer.home="$home" -Dproffer.port="$port" -Dproffer.keycloak= \
  -cp "$root/wildfly-config/target/classes:$root/wildfly-config/target/lib/*" org.proffer.launcher.Launcher \
  "$root/wildfly-config/target/server" "$root/ear/target/proffer.ear" > "$out/portal.log" 2>&1 &
portal=$!
trap 'kill $portal 2> /dev/null; wait $portal 2> /dev/null || true; rm -rf "$(dirname "$home")"' EXIT
until grep -q 'Stop with Ctrl-C' "$out/portal.log"; do
  kill -0 $portal 2> /dev/null || { cat "$out/portal.log"; exit 1; }
  sleep 1
done
awk '$1 ~ /^(prosecutor|paralegal|supervisor)$/ && NF == 2 { print $1, $2 }' "$out/portal.log" > "$out/logins"
server=$(cat "$home/server/server.pid")
