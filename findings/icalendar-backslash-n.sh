#!/bin/sh
# icalendar 7.3.2: a text that holds a backslash followed by N is written as a line break.
#
# RFC 5545, 3.3.11, has a backslash within a text written as two, whatever follows it. `vText.to_ical` first replaces the two
# characters `\N` by a line break and only then escapes, so that "01\NQ" becomes "01\nQ" and every program shows two
# lines. A small `\n` in the text is escaped as it should be.
#
# Seen:
#   written: 01\nQ
#   small:   01\\nq
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.2
"$folder/venv/bin/python" - >"$folder/seen" <<'PYTHON'
from icalendar import vText

print("written:", vText(r"01\NQ").to_ical().decode())
print("small:  ", vText(r"01\nq").to_ical().decode())
PYTHON
cat "$folder/seen"
cat >"$folder/expected" <<'EXPECTED'
written: 01\nQ
small:   01\\nq
EXPECTED
cmp "$folder/seen" "$folder/expected"
