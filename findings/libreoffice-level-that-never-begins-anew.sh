#!/bin/sh
# LibreOffice 7.4.7: a level of a list that goes on over the levels above (w:lvlRestart 0) begins anew, and converts so.
#
# ECMA-376 part 1, 17.9.10: a level restarts each time that a level above is used, but with w:lvlRestart 0 it never does.
# Vietnamese documents need that: the articles of a law are counted through all its chapters. LibreOffice reads such a list
# without a warning, shows each chapter from article 1, and what it converts has no w:lvlRestart any more: also a file
# that is converted only to be read by others says numbers that its author never saw.
#
# Seen, where the standard has Chapter I, Article 1, Chapter II, Article 2:
#   Chapter I
#   Article 1
#   Chapter II
#   Article 1
#   w:lvlRestart in the converted file: 0
set -eu
case $(soffice --version) in
"LibreOffice 7.4.7"*) ;;
*) echo "it was seen in LibreOffice 7.4.7" >&2 && exit 1 ;;
esac
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0
"$folder/venv/bin/python" - "$folder/a.docx" <<'PYTHON'
import sys

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

LEVEL = (
    '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/>{}<w:suff w:val="space"/><w:lvlText w:val="{}"/></w:lvl>'
)
levels = LEVEL.format(0, "upperRoman", "", "Chapter %1")
levels += LEVEL.format(1, "decimal", '<w:lvlRestart w:val="0"/>', "Article %2")
document = docx.Document()
numbering = document.part.numbering_part.element
for old in list(numbering):
    numbering.remove(old)
abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
numbering.append(parse_xml(abstract))
numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="1"><w:abstractNumId w:val="1"/></w:num>'))
for level in (0, 1, 0, 1):
    properties = document.add_paragraph()._p.get_or_add_pPr()
    numbers = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    properties.append(parse_xml(numbers))
document.save(sys.argv[1])
PYTHON
convert() {
	soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to "$1" --outdir "$folder/$2" "$folder/a.docx" \
		>/dev/null 2>&1
}
convert 'txt:Text (encoded):UTF8' text
convert docx word
{
	sed 's/^\xef\xbb\xbf//; s/^[[:space:]]*//; s/[[:space:]]*$//; /^$/d' "$folder/text/a.txt"
	restarts=$(unzip -p "$folder/word/a.docx" word/numbering.xml | grep -c lvlRestart || true)
	echo "w:lvlRestart in the converted file: $restarts"
} >"$folder/seen"
cat "$folder/seen"
cat >"$folder/expected" <<'EXPECTED'
Chapter I
Article 1
Chapter II
Article 1
w:lvlRestart in the converted file: 0
EXPECTED
cmp "$folder/seen" "$folder/expected"
