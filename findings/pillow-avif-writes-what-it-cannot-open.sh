#!/bin/sh
# Pillow 13.0.0 with its libavif: saves an AVIF with a side of more than 32,768 pixels, which it cannot identify again.
#
# AV1 allows 65,536 pixels on a side. The encoder takes that; the decoder of libavif refuses more than 32,768 by default
# (`imageDimensionLimit`), and Pillow does not lift it. The error speaks of an unknown format, not of the size, so that
# the file seems broken. WebP refuses when it is saved (16,383), JPEG as well (65,500).
#
# Seen:
#   32768: saved, opened as (32768, 1)
#   32769: saved, UnidentifiedImageError
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pillow==13.0.0
"$folder/venv/bin/python" - >"$folder/seen" <<'PYTHON'
import io

from PIL import Image, UnidentifiedImageError

for width in (32_768, 32_769):
    file = io.BytesIO()
    Image.new("RGB", (width, 1)).save(file, "AVIF")
    try:
        print(f"{width}: saved, opened as {Image.open(io.BytesIO(file.getvalue())).size}")
    except UnidentifiedImageError:
        print(f"{width}: saved, UnidentifiedImageError")
PYTHON
cat "$folder/seen"
cat >"$folder/expected" <<'EXPECTED'
32768: saved, opened as (32768, 1)
32769: saved, UnidentifiedImageError
EXPECTED
cmp "$folder/seen" "$folder/expected"
