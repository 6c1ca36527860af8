"""Files of other word processors are converted by LibreOffice, which neither runs macros nor uses the network."""

import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from bantin.importing.material import Material, Notice, NoticeKind, Paragraph, Place, PlaceKind, Refusal, Unreadable
from bantin.importing.readers.word.office_conversion import convert_to_docx, with_counted_notice
from bantin.importing.readers.word.reading import read_word
from tests.conftest import missing
from tests.domain.text.garblers import in_tcvn3
from tests.importing.readers.word.files import p, word_file
from tests.importing.readers.word.test_package import zipped

TCVN3 = "".join(f"\\'{ord(char):02x}" if ord(char) > 0x7F else char for char in in_tcvn3("Lưu trữ ở tỉnh"))
RTF = rf"{{\rtf1\ansi{{\fonttbl{{\f0 .VnTime;}}}}\f0 {TCVN3}\par}}"
SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "draw": "drawing",
        "svg": "svg-compatible",
        "style": "style",
    }.items()
)
NUMBERED = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-prefix="Điều " '
    'style:num-suffix="." style:num-format="1"/></text:list-style>'
)
PLACE = 'svg:width="2cm" svg:height="2cm" text:anchor-type="as-char"'
LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'


@pytest.fixture
def office() -> None:
    if not shutil.which("soffice"):
        missing("LibreOffice")


@pytest.fixture
def requests() -> Iterator[tuple[str, list[str]]]:
    """The address of a server on this machine, and the paths that it is asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - the names of methods of HTTP

        def log_message(self, *_args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()
        thread.join()


def opendocument(body: str, styles: str = "") -> bytes:
    automatic = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    content = f"<office:document-content {SPACES} office:version='1.2'>{automatic}<office:body><office:text>{body}"
    manifest = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in {"/": "application/vnd.oasis.opendocument.text", "content.xml": "text/xml"}.items()
    )
    space = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    return zipped(
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", f"{content}</office:text></office:body></office:document-content>".encode()),
        ("META-INF/manifest.xml", f"<manifest:manifest {space}>{manifest}</manifest:manifest>".encode()),
    )


def converted(data: bytes, folder: Path, name: str = "source", seconds: int = 120) -> list[str]:
    (folder / name).write_bytes(data)
    result = convert_to_docx(folder / name, folder, seconds)
    assert result.resolve().is_relative_to(folder.resolve())
    return [block.text for block in read_word(result.read_bytes(), name).blocks if isinstance(block, Paragraph)]


@pytest.mark.usefixtures("office")
def test_rich_text_is_converted_whatever_its_name_and_its_fonts_are_decoded(tmp_path: Path) -> None:
    assert converted(RTF.encode(), tmp_path, "-x y.doc") == ["Lưu trữ ở tỉnh"]


@pytest.mark.usefixtures("office")
def test_an_opendocument_is_converted_without_fetching_anything(
    tmp_path: Path, requests: tuple[str, list[str]]
) -> None:
    server, asked = requests
    image = f'<draw:frame {PLACE}><draw:image {LINK} xlink:href="{server}/a.png"/></draw:frame>'
    assert converted(opendocument(f"<text:p>Quy chế {image}</text:p>"), tmp_path) == ["Quy chế"]
    assert asked == []


def read(path: Path, folder: Path) -> Material:
    return with_counted_notice(read_word(convert_to_docx(path, folder, 120).read_bytes(), path.name))


@pytest.mark.usefixtures("office")
def test_numbers_that_libreoffice_has_counted_are_told(tmp_path: Path) -> None:
    items = "<text:list-item><text:p>Phạm vi</text:p></text:list-item>" * 2
    listed = opendocument(f"<text:p>Quy chế</text:p><text:list text:style-name='L'>{items}</text:list>", NUMBERED)
    (tmp_path / "a.odt").write_bytes(listed)
    material = read(tmp_path / "a.odt", tmp_path)
    assert [block.labelled for block in material.blocks if isinstance(block, Paragraph)] == [
        "Quy chế",
        "Điều 1. Phạm vi",
        "Điều 2. Phạm vi",
    ]
    place = Place(PlaceKind.PARAGRAPH, 2)
    assert material.notices == (Notice(NoticeKind.COUNTED_ELSEWHERE, "Điều 1. Phạm vi", place),)


@pytest.mark.usefixtures("office")
def test_a_file_without_lists_tells_of_no_numbers(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(rb"{\rtf1 1. a\par}")
    assert read(tmp_path / "a.rtf", tmp_path).notices == ()


@pytest.mark.usefixtures("office")
def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        converted(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), tmp_path)
    assert refused.value.refusal is Refusal.DAMAGED


@pytest.mark.usefixtures("office")
def test_a_conversion_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        converted(RTF.encode(), tmp_path, seconds=0)
    assert refused.value.refusal is Refusal.TOO_COSTLY


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"Quy ch", Refusal.UNKNOWN_KIND),
        (b"%PDF-1.7", Refusal.UNKNOWN_KIND),
        (b"PK\x03\x04", Refusal.DAMAGED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), Refusal.ENCRYPTED),
        (word_file(p("a")), Refusal.UNKNOWN_KIND),
    ],
)
def test_other_files_are_refused_before_any_program_runs(
    tmp_path: Path, data: bytes, refusal: Refusal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unreadable) as refused:
        converted(data, tmp_path)
    assert refused.value.refusal is refusal


def test_without_libreoffice_the_tool_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unreadable) as refused:
        converted(RTF.encode(), tmp_path)
    assert (refused.value.refusal, refused.value.detail) == (Refusal.TOOL_MISSING, "LibreOffice")
