#!/bin/sh
# LibreOffice 7.4.7: in a .docx that it writes, the letter ư of Vietnamese text in fonts of TCVN3 stands in no text element.
#
# TCVN3 (TCVN 5712:1993) has the letter ư at the code 173, which is the soft hyphen of Latin-1. LibreOffice takes it for a
# hyphen whatever the font, and writes <w:softHyphen/> between two text elements: who joins the text elements, as
# converters do, loses the letter without a trace. The other letters, which are wrong characters of Latin-1, come through,
# so that a table of TCVN3 seems to do.
#
# Seen:
#   text elements:  l êng
#   between them:   softHyphen
set -eu
case $(soffice --version) in
"LibreOffice 7.4.7"*) ;;
*) echo "it was seen in LibreOffice 7.4.7" >&2 && exit 1 ;;
esac
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
printf '%s' "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 .VnTime;}}\\f0 l\\'ad\\'eang\\par}" >"$folder/a.rtf"
soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to docx --outdir "$folder" "$folder/a.rtf" \
	>/dev/null 2>&1
python3 - "$folder/a.docx" >"$folder/seen" <<'PYTHON'
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

with zipfile.ZipFile(sys.argv[1]) as package:
    document = ElementTree.fromstring(package.read("word/document.xml"))
w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
print("text elements: ", *(text.text for text in document.iter(f"{w}t")))
print("between them:  ", *(one.tag.removeprefix(w) for one in document.iter(f"{w}softHyphen")))
PYTHON
cat "$folder/seen"
cat >"$folder/expected" <<'EXPECTED'
text elements:  l êng
between them:   softHyphen
EXPECTED
cmp "$folder/seen" "$folder/expected"
