#!/bin/sh
# Caddy 2.6.2: an error page that `file_server { status 410 }` sends comes without its text to whoever has asked before.
#
# The directive replaces the status of the answer, whatever that was. A browser that comes back sends the ETag which Caddy gave
# it with the error page; the answer would be 304 (not modified, without a body), and becomes 410 without a body. So the reader
# sees the page once, and an empty window from then on. A request for a range gets a part with the status of a whole.
#
# Seen:
#   first request:   410, 12 bytes
#   with the ETag:   410, 0 bytes
#   a range of it:   410, 4 bytes
set -eu
case $(caddy version) in
2.6.2* | v2.6.2*) ;;
*) echo "it was seen in Caddy 2.6.2, which Debian 12 has" >&2 && exit 1 ;;
esac
folder=$(mktemp -d)
caddy=
trap 'test -z "$caddy" || kill "$caddy" 2>/dev/null || true; rm -rf "$folder"' EXIT
mkdir "$folder/site"
echo '<p>gone</p>' >"$folder/site/index.html"
port=$(python3 -c 'import socket
with socket.socket() as found:
    found.bind(("127.0.0.1", 0))
    print(found.getsockname()[1])')
cat >"$folder/Caddyfile" <<CADDYFILE
{
	admin off
	auto_https off
}
http://127.0.0.1:$port {
	root * $folder/site
	file_server {
		status 410
	}
}
CADDYFILE
XDG_DATA_HOME="$folder" XDG_CONFIG_HOME="$folder" caddy run --config "$folder/Caddyfile" >/dev/null 2>&1 &
caddy=$!
seen() {
	label=$1
	shift
	curl --silent --retry 20 --retry-delay 1 --retry-connrefused --output /dev/null --dump-header "$folder/head" \
		--write-out "$label %{http_code}, %{size_download} bytes\n" "$@" "http://127.0.0.1:$port/"
}
{
	seen "first request:  "
	etag=$(sed -n 's/^[Ee][Tt]ag: \(.*\)\r$/\1/p' "$folder/head")
	seen "with the ETag:  " --header "If-None-Match: $etag"
	seen "a range of it:  " --header "Range: bytes=0-3"
} >"$folder/seen"
cat "$folder/seen"
cat >"$folder/expected" <<'EXPECTED'
first request:   410, 12 bytes
with the ETag:   410, 0 bytes
a range of it:   410, 4 bytes
EXPECTED
diff "$folder/expected" "$folder/seen"
