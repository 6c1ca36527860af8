"""Packages: the ZIP files of Open Packaging Conventions (ECMA-376, part 2), with their types and relationships."""

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from io import BytesIO

from msgspec import Struct

from bantin.render.xml_characters import in_xml

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_PATH = "docProps/core.xml"
# The first day that ZIP files know: the day of the build would change the bytes.
_DAY = (1980, 1, 1, 0, 0, 0)


class Part(Struct, frozen=True):
    """A part of a package: its path, its media type, the pieces of its XML, and the parts that it refers to.

    ``related`` are the types of relationships with paths relative to the part's folder; their ids are ``rId1``,
    ``rId2`` and so on, in their order.
    """

    path: str
    media_type: str
    pieces: Iterable[str]
    related: tuple[tuple[str, str], ...] = ()


def package(parts: Iterable[Part], main: str, title: str, author: str) -> bytes:
    """The package whose main part is at the path ``main``; ``parts`` are written one at a time, piece by piece."""
    out = BytesIO()
    types = {_CORE_PATH: _CORE}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts:
            types[part.path] = part.media_type
            _write(archive, part.path, part.pieces)
            if part.related:
                folder, _, name = part.path.rpartition("/")
                related = [(f"{RELATIONS}/{kind}", path) for kind, path in part.related]
                _write(archive, f"{folder}/_rels/{name}.rels", _relationships(related))
        _write(archive, _CORE_PATH, _properties(title, author))
        core = (f"{_PACKAGE}/relationships/metadata/core-properties", _CORE_PATH)
        _write(archive, "_rels/.rels", _relationships([(f"{RELATIONS}/officeDocument", main), core]))
        _write(archive, "[Content_Types].xml", _content_types(types))
    return out.getvalue()


def xml_text(text: str) -> str:
    """``text`` escaped for XML; characters that XML cannot represent become ``U+FFFD``."""
    return in_xml(escape(text))


def _write(archive: zipfile.ZipFile, path: str, pieces: Iterable[str]) -> None:
    info = zipfile.ZipInfo(path, _DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0  # the same on every system
    with archive.open(info, "w") as entry:
        for piece in pieces:
            entry.write(piece.encode())


def _relationships(related: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    for number, (kind, path) in enumerate(related, 1):
        yield f'<Relationship Id="rId{number}" Type="{kind}" Target="{path}"/>'
    yield "</Relationships>"


def _content_types(types: Mapping[str, str]) -> Iterator[str]:
    yield f'{XML}<Types xmlns="{_PACKAGE}/content-types">'
    yield '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    for path, media_type in types.items():
        yield f'<Override PartName="/{path}" ContentType="{media_type}"/>'
    yield "</Types>"


def _properties(title: str, author: str) -> Iterator[str]:
    yield (
        f'{XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{xml_text(title)}</dc:title><dc:creator>{xml_text(author)}</dc:creator></cp:coreProperties>"
    )
