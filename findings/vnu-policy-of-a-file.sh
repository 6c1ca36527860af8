#!/bin/sh
# vnu-jar 26.9.27 (the Nu HTML checker): a page on disk that says its Content-Security-Policy in a <meta> seems to break it.
#
# The checker holds what a page loads against the policy of the page. A file has no origin for it, so that whatever lies beside
# the page is foreign to 'self'; and a block of data such as JSON-LD, which CSP leaves alone as it is never run
# (HTML, "prepare the script element": a type that is no JavaScript ends it before the policy is asked), counts as an
# inline script. The same page is without fault where no policy stands in it. Both are told as warnings.
#
# Seen:
#   with a policy:    info: Inline script violates Content Security Policy (meta tag)
#   with a policy:    info: Resource violates Content Security Policy (meta tag)
#   without a policy: nothing
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --no-audit --no-fund --ignore-scripts vnu-jar@26.9.27 >/dev/null
page() {
	cat <<PAGE
<!doctype html><html lang="en"><meta charset="utf-8">$1<title>A page</title><link rel="stylesheet" href="page.css">
<script type="application/ld+json">{"@context": "https://schema.org"}</script><p>Text</p></html>
PAGE
}
: >"$folder/page.css"
page "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\">" >"$folder/with.html"
page "" >"$folder/without.html"
seen() {
	java -jar "$folder/node_modules/vnu-jar/build/dist/vnu.jar" --format json --exit-zero-always "$folder/$2" 2>&1 |
		python3 -c 'import json, sys
for one in sorted({(m["type"], m["message"].split(":")[0]) for m in json.load(sys.stdin)["messages"]}):
    print(sys.argv[1], ": ".join(one))' "$1"
}
{
	seen "with a policy:   " with.html
	seen "without a policy:" without.html
} >"$folder/seen"
cat "$folder/seen"
cat >"$folder/expected" <<'EXPECTED'
with a policy:    info: Inline script violates Content Security Policy (meta tag)
with a policy:    info: Resource violates Content Security Policy (meta tag)
EXPECTED
cmp "$folder/seen" "$folder/expected"
