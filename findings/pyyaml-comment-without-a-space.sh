#!/bin/sh
# PyYAML 6.0.3: right behind a closing quote or bracket, # begins a comment without a space before it.
#
# YAML 1.2.2, 6.6: "Comments must be separated from other tokens by white space characters", and a plain value keeps such
# a sign (a#b is "a#b"). Behind a quoted value or a list both of PyYAML's parsers, its own and libyaml's, drop the rest of
# the line without a word. The package yaml of npm reports it as an error.
#
# Seen:
#   SafeLoader 'Điều'#1 -> 'Điều'
#   SafeLoader [Điều]#1 -> ['Điều']
#   SafeLoader Điều#1 -> 'Điều#1'
#   CSafeLoader 'Điều'#1 -> 'Điều'
#   CSafeLoader [Điều]#1 -> ['Điều']
#   CSafeLoader Điều#1 -> 'Điều#1'
#   npm 'Điều'#1 -> 1 error
#   npm [Điều]#1 -> 1 error
#   npm Điều#1 -> 0 errors
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyyaml==6.0.3
"$folder/venv/bin/python" - >"$folder/seen" <<'PYTHON'
import yaml

for loader in (yaml.SafeLoader, yaml.CSafeLoader):
    for text in ("'Điều'#1", "[Điều]#1", "Điều#1"):
        print(f"{loader.__name__} {text} -> {yaml.load(text, loader)!r}")
PYTHON
npm install --prefix "$folder" --silent --no-audit --no-fund yaml@2.8.1
cat >"$folder/errors.cjs" <<'JAVASCRIPT'
const { parseDocument } = require("yaml");
for (const text of ["'Điều'#1", "[Điều]#1", "Điều#1"]) {
  const { length } = parseDocument(text).errors;
  console.log(`npm ${text} -> ${length} error${length === 1 ? "" : "s"}`);
}
JAVASCRIPT
node "$folder/errors.cjs" >>"$folder/seen"
cat "$folder/seen"
cat >"$folder/expected" <<'EXPECTED'
SafeLoader 'Điều'#1 -> 'Điều'
SafeLoader [Điều]#1 -> ['Điều']
SafeLoader Điều#1 -> 'Điều#1'
CSafeLoader 'Điều'#1 -> 'Điều'
CSafeLoader [Điều]#1 -> ['Điều']
CSafeLoader Điều#1 -> 'Điều#1'
npm 'Điều'#1 -> 1 error
npm [Điều]#1 -> 1 error
npm Điều#1 -> 0 errors
EXPECTED
cmp "$folder/seen" "$folder/expected"
