#!/bin/sh
# cobalt 9.0.1: of the address of a file with a dated version, the date is read together with the format.
#
# The Akoma Ntoso Naming Convention 1.0 has the format stand behind the version and a full stop, and
# `/akn/sl/act/2004-02-13/2/eng@2004-07-21.akn` among its examples. `FrbrUri.parse` takes all up to the next slash for the date,
# so the date is "@2004-07-21.akn" and there is no format; no error is raised, and an address that the class itself has written
# is read back as another. Without a date, or with a component behind it, the format is found.
#
# Seen:
#   /akn/sl/act/2004-02-13/2/eng.pdf: date None, format pdf
#   /akn/sl/act/2004-02-13/2/eng@2004-07-21.akn: date @2004-07-21.akn, format None
#   /akn/sl/act/2004-02-13/2/eng@2004-07-21/!main.xml: date @2004-07-21, format xml
#   written and read back: /akn/sl/act/2004-02-13/2/eng@2004-07-21.pdf, format None
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check cobalt==9.0.1
"$folder/venv/bin/python" - >"$folder/seen" <<'PYTHON'
from cobalt.uri import FrbrUri

for ending in ("eng.pdf", "eng@2004-07-21.akn", "eng@2004-07-21/!main.xml"):
    address = f"/akn/sl/act/2004-02-13/2/{ending}"
    read = FrbrUri.parse(address)
    print(f"{address}: date {read.expression_date}, format {read.format}")

made = FrbrUri("sl", None, "act", None, None, "2004-02-13", "2", language="eng", expression_date="@2004-07-21", format="pdf")
written = made.manifestation_uri()
print(f"written and read back: {written}, format {FrbrUri.parse(written).format}")
PYTHON
cat "$folder/seen"
cat >"$folder/expected" <<'EXPECTED'
/akn/sl/act/2004-02-13/2/eng.pdf: date None, format pdf
/akn/sl/act/2004-02-13/2/eng@2004-07-21.akn: date @2004-07-21.akn, format None
/akn/sl/act/2004-02-13/2/eng@2004-07-21/!main.xml: date @2004-07-21, format xml
written and read back: /akn/sl/act/2004-02-13/2/eng@2004-07-21.pdf, format None
EXPECTED
cmp "$folder/seen" "$folder/expected"
