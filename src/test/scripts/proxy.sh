#!/usr/bin/env bash
# Tries the examples of docs/deploy for real: the packaged program behind nginx and behind HAProxy, and by TLS of its own.
# Needs nginx, haproxy, openssl, curl, keytool's Java as JAVA (default: java), and target/districtkg.jar (mvn package).
# Not part of CI. Says what it checked; ends with 1 at the first that fails.
set -euo pipefail
cd "$(dirname "$0")/../../.."
JAVA=${JAVA:-java}
NGINX_TLS=38443 NGINX_PLAIN=38080 HAPROXY_TLS=38444 HAPROXY_PLAIN=38081 OWN_TLS=38445 SERVER=38030 ADMIN=38464

folder=$(mktemp -d)
started=()
finish() {
  for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT

fail() { echo "FAILED: $*"; tail -20 "$folder/serve.log"; exit 1; }
ok() { echo "ok: $*"; }
until_answers() { for _ in $(seq 600); do curl -sk -o /dev/null --max-time 2 -f "$1" && return; sleep 0.2; done; fail "$1 never answered"; }

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=data.example.org -addext subjectAltName=DNS:data.example.org \
  -keyout "$folder/key.pem" -out "$folder/cert.pem" 2>/dev/null
cat "$folder/cert.pem" "$folder/key.pem" >"$folder/both.pem"
openssl pkcs12 -export -inkey "$folder/key.pem" -in "$folder/cert.pem" -passout pass:a-word -out "$folder/keys.p12"
echo a-word >"$folder/word"

serve() { "$JAVA" -jar target/districtkg.jar serve --data src/test/resources/yunhe "$@" >>"$folder/serve.log" 2>&1 & started+=($!); }
serve --port $SERVER --trusted-proxy 127.0.0.1 --admin-port $ADMIN --access-log "$folder/access" --log-client full
serve --port $OWN_TLS --tls-keystore "$folder/keys.p12" --tls-password-file "$folder/word"

# The examples with other ports and paths, and nothing else changed.
sed -e "s/listen 443/listen 127.0.0.1:$NGINX_TLS/; s/listen 80;/listen 127.0.0.1:$NGINX_PLAIN;/; s/127.0.0.1:3030/127.0.0.1:$SERVER/" \
  -e "s#/etc/ssl/districtkg/fullchain.pem#$folder/cert.pem#; s#/etc/ssl/districtkg/privkey.pem#$folder/key.pem#" \
  docs/deploy/nginx.conf >"$folder/site.conf"
cat >"$folder/nginx.conf" <<END
daemon off; pid $folder/nginx.pid; error_log $folder/nginx.log;
events {}
http { access_log off; client_body_temp_path $folder/body; proxy_temp_path $folder/proxy; fastcgi_temp_path $folder/f;
  uwsgi_temp_path $folder/u; scgi_temp_path $folder/s; include $folder/site.conf; }
END
nginx -t -c "$folder/nginx.conf" 2>"$folder/nginx.test" || { cat "$folder/nginx.test"; fail "nginx refuses docs/deploy/nginx.conf"; }
nginx -c "$folder/nginx.conf" & started+=($!)

sed -e "s/bind :443/bind 127.0.0.1:$HAPROXY_TLS/; s/bind :80/bind 127.0.0.1:$HAPROXY_PLAIN/; s/127.0.0.1:3030/127.0.0.1:$SERVER/" \
  -e "s#/etc/haproxy/districtkg.pem#$folder/both.pem#" docs/deploy/haproxy.cfg >"$folder/haproxy.cfg"
haproxy -c -q -f "$folder/haproxy.cfg" || fail "haproxy refuses docs/deploy/haproxy.cfg"
haproxy -db -f "$folder/haproxy.cfg" >"$folder/haproxy.log" 2>&1 & started+=($!)

until_answers "http://127.0.0.1:$SERVER/healthz/ready"
until_answers "https://127.0.0.1:$OWN_TLS/healthz/ready"
until_answers "https://127.0.0.1:$NGINX_TLS/healthz/ready"
until_answers "https://127.0.0.1:$HAPROXY_TLS/healthz/ready"

check() { # NAME TLS-PORT: what clients see through a proxy, or without one
  local name=$1 port=$2 origin="https://data.example.org:$2"
  ask() { curl -sS --max-time 30 --cacert "$folder/cert.pem" --resolve "data.example.org:$port:127.0.0.1" "$@"; }
  lying=(-H 'X-Forwarded-For: 203.0.113.9' -H 'X-Forwarded-Host: evil.example' -H 'X-Forwarded-Proto: http'
    -H 'X-Forwarded-Port: 99' -H 'Forwarded: for=203.0.113.9;host=evil.example;proto=http' -H 'X-Request-Id: mine')

  ask "$origin/robots.txt" | grep -qx "Sitemap: $origin/sitemap.xml" || fail "$name: links do not begin with $origin"
  ask "${lying[@]}" "$origin/robots.txt" | grep -qx "Sitemap: $origin/sitemap.xml" || fail "$name believes what a client says"
  ok "$name: links begin with the address that the client asked for, whatever it says of itself"

  ask -D "$folder/head" -o "$folder/answer" -H 'Accept: application/problem+json' "${lying[@]}" "$origin/id/no-such-thing"
  grep -qi '^HTTP/[0-9.]* 404' "$folder/head" || fail "$name: no 404"
  grep -qi '^strict-transport-security: max-age' "$folder/head" || fail "$name: no Strict-Transport-Security"
  grep -qi "^content-security-policy: default-src 'none'" "$folder/head" || fail "$name: no policy"
  grep -qi '^access-control-allow-origin: \*' "$folder/head" || fail "$name: no CORS"
  grep -qi '^x-request-id: mine' "$folder/head" && fail "$name: a client names its own request"
  grep -q 'errors#not-found' "$folder/answer" || fail "$name: no problem document"
  ok "$name: refusals come through whole, with the headers of TLS"

  [ "$(ask -o /dev/null -w '%{http_code}' "$origin/metrics")" = 404 ] || fail "$name: metrics are public"
  ok "$name: metrics are not public"

  ask --compressed -D "$folder/head" -o /dev/null "$origin/"
  grep -qi '^content-encoding: gzip' "$folder/head" || fail "$name: not compressed"
  ask -D "$folder/head" -o /dev/null -H 'Accept: text/csv' "$origin/sparql?query=ASK%7B%7D"
  etag=$(sed -n 's/^[Ee][Tt][Aa][Gg]: *//p' "$folder/head" | tr -d '\r')
  [ -n "$etag" ] || fail "$name: no ETag"
  code=$(ask -o /dev/null -w '%{http_code}' -H 'Accept: text/csv' -H "If-None-Match: $etag" "$origin/sparql?query=ASK%7B%7D")
  [ "$code" = 304 ] || fail "$name: $code and not 304 for $etag"
  ok "$name: compressed; 304 for a known ETag"
}

running() { curl -s "http://127.0.0.1:$ADMIN/metrics" | sed -n 's/^districtkg_requests_running //p'; }

slow() { # NAME TLS-PORT: a client that sends some bytes a second does not reach the server
  local name=$1 port=$2
  head -c 4000 /dev/zero | tr '\0' ' ' >"$folder/slow"
  curl -sk --max-time 20 --limit-rate 100 --data-binary "@$folder/slow" -H 'Content-Type: application/sparql-query' \
    "https://127.0.0.1:$port/sparql" -o /dev/null & local client=$!
  sleep 3
  kill -0 "$client" 2>/dev/null || fail "$name: the slow client was not slow"
  [ "$(running)" = 0.0 ] || fail "$name: a slow client takes a place at the server: $(running)"
  kill "$client"; wait "$client" 2>/dev/null || true
  ok "$name: a slow client takes no place at the server"
}

check nginx $NGINX_TLS
check haproxy $HAPROXY_TLS
check "TLS of its own" $OWN_TLS
slow nginx $NGINX_TLS
slow haproxy $HAPROXY_TLS

grep -q '"client" *: *"203.0.113.9"' "$folder/access" && fail "the log believes what a client says"
grep -q '"client" *: *"127.0.0.1"' "$folder/access" || fail "the log does not name the client"
ok "the log names the client that the proxy saw"

for port in $NGINX_PLAIN $HAPROXY_PLAIN; do
  curl -s -o /dev/null -w '%{http_code} %{redirect_url}' -H 'Host: data.example.org' "http://127.0.0.1:$port/about" \
    | grep -q '^301 https://data.example.org.*/about$' || fail "plain HTTP at $port does not lead to TLS"
done
ok "plain HTTP leads to TLS"

if command -v systemd-analyze >/dev/null; then
  sed "s#/usr/bin/java#$(command -v "$JAVA")#; s#/opt/districtkg/districtkg.jar#$PWD/target/districtkg.jar#; s#^WorkingDirectory=.*#WorkingDirectory=$PWD#" \
    docs/deploy/districtkg.service >"$folder/districtkg.service"
  systemd-analyze verify "$folder/districtkg.service" 2>"$folder/unit" || { cat "$folder/unit"; fail "systemd refuses docs/deploy/districtkg.service"; }
  ok "systemd takes the unit; $(systemd-analyze security --offline=true "$folder/districtkg.service" 2>/dev/null | tail -1 | sed 's/^[^A-Za-z]*//')"
fi
echo "all is well"
