#!/bin/sh
# markdown-it-py 4.3.0 and markdown-it 14.1.0: behind three block quote signs, a tab counts for more columns than it has.
#
# CommonMark 0.31.2, 2.2: tabs are not expanded, but where spaces count a tab reaches to the next column that four divides.
# Behind "> > > " that is two columns further, too few for code; the reference parser (commonmark.js) makes a paragraph of
# it. Both markdown-its, which otherwise pass all examples of the specification, make a block of code. Behind two signs,
# where the tab is four columns wide, all three agree.
#
# Seen:
#   two: commonmark code, markdown-it code, markdown-it-py code
#   three: commonmark paragraph, markdown-it code, markdown-it-py code
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --silent --no-audit --no-fund commonmark@0.31.2 markdown-it@14.1.0
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check markdown-it-py==4.3.0
cat >"$folder/js.cjs" <<'JAVASCRIPT'
const { Parser, HtmlRenderer } = require("commonmark");
const MarkdownIt = require("markdown-it");
const text = process.argv[2];
const kind = (html) => (html.includes("<code>") ? "code" : "paragraph");
const reference = kind(new HtmlRenderer().render(new Parser().parse(text)));
console.log(`commonmark ${reference}, markdown-it ${kind(new MarkdownIt("commonmark").render(text))}`);
JAVASCRIPT
cat >"$folder/py.py" <<'PYTHON'
import sys

from markdown_it import MarkdownIt

print("code" if "<code>" in MarkdownIt("commonmark").render(sys.argv[1]) else "paragraph")
PYTHON
seen() {
	text=$(printf '%s\tb' "$2")
	echo "$1: $(node "$folder/js.cjs" "$text"), markdown-it-py $("$folder/venv/bin/python" "$folder/py.py" "$text")"
}
{
	seen two '> > '
	seen three '> > > '
} >"$folder/seen"
cat "$folder/seen"
cat >"$folder/expected" <<'EXPECTED'
two: commonmark code, markdown-it code, markdown-it-py code
three: commonmark paragraph, markdown-it code, markdown-it-py code
EXPECTED
cmp "$folder/seen" "$folder/expected"
