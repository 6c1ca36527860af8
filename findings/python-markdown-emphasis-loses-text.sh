#!/bin/sh
# Markdown 3.11.3 (Python-Markdown): emphasis around code spans can swallow a comma and print a code span twice.
#
# CommonMark reads *`x`**`x`*, hết as one emphasis with both spans (and two asterisks between them), and the comma behind
# it. Python-Markdown sets the first asterisk aside, puts the first span into <strong> as well, and drops ", ". Nothing is
# raised or logged: the text of the page is not what was written.
#
# Seen:
#   <p>*<code>x</code><strong><code>x</code></strong> hết</p>
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check markdown==3.11.3
"$folder/venv/bin/python" - >"$folder/seen" <<'PYTHON'
import markdown

print(markdown.markdown("*`x`**`x`*, hết"))
PYTHON
cat "$folder/seen"
cat >"$folder/expected" <<'EXPECTED'
<p>*<code>x</code><strong><code>x</code></strong> hết</p>
EXPECTED
cmp "$folder/seen" "$folder/expected"
