"""A release that tells something of a file under embargo is refused, and any other is not."""

import gzip
import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import brotli
import pytest

from bantin.deploy import embargo
from bantin.deploy.embargo import refuse_embargoed, texts_in
from bantin.deploy.release import Release
from bantin.domain.problems import BulletinError, Problem
from bantin.output.publish.receipt import sum_of
from tests.bulletins import COMPLETE, write

END = datetime(2030, 1, 1, 2, tzinfo=UTC)
BEFORE = END - timedelta(seconds=1)
TITLE = "Bộ A và Bộ B ký “Quy chế & kế hoạch”"
ENCODED = "B%E1%BB%99%20A%20v%C3%A0%20B%E1%BB%99%20B%20k%C3%BD%20“Quy%20chế%20%26%20kế%20hoạch”"
LEAD = "Chiều nay hai bộ ký một quy chế chưa từng được công bố."
KEPT = f"""\
---
title: {TITLE}
lead: {LEAD}
embargo: 2030-01-01T09:00+07:00
agreement: {{type: quy-che, title: Quy chế phối hợp, number: 01/2030/QC-BA-BB, parties: [co-quan-a, co-quan-b]}}
---

Nội dung.
"""
KEPT_AT = "content/articles/2030/hai-bo-ky-quy-che.md"


def told(
    folder: Path,
    files: Mapping[str, bytes | str],
    more: Mapping[str, str] | None = None,
    now: datetime = BEFORE,
) -> list[str]:
    """The files that a release of ``files`` is refused for; ``more`` are further files of the bulletin."""
    root = write(folder / "bulletin", COMPLETE, {KEPT_AT: KEPT}, more or {})
    site = write(folder / "site", files)
    made = {path: sum_of(data if isinstance(data, bytes) else data.encode()) for path, data in files.items()}
    refused: list[Problem] = []
    try:
        refuse_embargoed(Release(site, made, "https://bantin.example/"), root, now)
    except BulletinError as error:
        refused += error.problems
    assert {one.code for one in refused} <= {"embargo-broken", "unreadable-embargo"}
    return [one.location.path.removeprefix(f"{site}/") for one in refused]


def zipped(text: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(zipfile.ZipInfo("word/document.xml"), text)
    return file.getvalue()


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a.html", "<h1>Bộ A và Bộ B ký “Quy chế &amp; kế hoạch”</h1>"),
        ("a.html", "<h1>BỘ A VÀ BỘ B\n  KÝ “QUY CHẾ &#38; KẾ HOẠCH”</h1>"),
        ("a.json", '{"title": "B\\u1ed9 A v\\u00e0 B\\u1ed9 B k\\u00fd “Quy chế & kế hoạch”"}'),
        ("a.html", f'<a href="https://x.example/?text={ENCODED}">'),
        ("a.ics", "SUMMARY:Bộ A và Bộ B ký “Quy c\r\n hế & kế hoạch”\r\n"),
        ("a.txt", f"… {LEAD} …"),
        ("a.csv", "1;01/2030/QC-BA-BB;x"),
        ("pagefind/fragment/vi_1.pf_fragment", gzip.compress(f'pagefind_dcd{{"content":"{LEAD}"}}'.encode(), mtime=0)),
        ("a.html.gz", gzip.compress(LEAD.encode(), mtime=0)),
        ("a.html.br", brotli.compress(LEAD.encode())),
        ("danh-muc.docx", zipped(f"<w:t>{LEAD}</w:t>")),
        ("bai-viet/2030/hai-bo-ky-quy-che/index.html", "<p>Trang khác.</p>"),
        ("sitemap.xml", "<loc>https://bantin.example/bai-viet/2030/hai-bo-ky-quy-che/</loc>"),
    ],
)
def test_what_it_tells_is_found_however_it_is_written(path: str, data: bytes | str, tmp_path: Path) -> None:
    assert told(tmp_path, {"index.html": "<p>Trang chủ</p>", path: data}) == [path]


@pytest.mark.parametrize(
    "text",
    [
        "Quy chế phối hợp giữa hai cơ quan",
        "Bộ A và Bộ B ký",
        "101/2030/QC-BA-BB",
        "01/2030/QC-BA-BB-C",
        "hai-bo-ky-quy-che-khac",
        "embargo",
    ],
)
def test_common_words_and_other_numbers_are_harmless(text: str, tmp_path: Path) -> None:
    public = {"content/pages/a.md": f"---\ntitle: A\n---\n\n{text}\n"}
    assert told(tmp_path, {"index.html": f"<p>{text}</p>"}, public) == []


@pytest.mark.parametrize("title", ['Hai bộ ký "Quy chế", trao đổi', "Hai bộ ký “Quy chế”, trao đổi"])
@pytest.mark.parametrize(
    "written",
    [
        '{"title": "Hai bộ ký \\"Quy chế\\", trao đổi"}',
        '1,"Hai bộ ký ""Quy chế"", trao đổi",2',
        '"Hai bộ ký \\u201cQuy chế\\u201d, trao đổi"',
        "<h1>Hai bộ ký &quot;Quy chế&quot;, trao đổi</h1>",
        "SUMMARY:Hai bộ ký “Quy chế”\\, trao đổi",
        '{"text": "Mới:\\nHai bộ ký “Quy chế”, trao đổi"}',
    ],
)
def test_quotation_marks_and_their_escapes_are_not_compared(title: str, written: str, tmp_path: Path) -> None:
    kept = {"content/pages/kin.md": f"---\ntitle: '{title}'\nembargo: 2030-01-01T09:00+07:00\n---\n\nNội dung.\n"}
    assert told(tmp_path, {"a": written, "b": written.replace("trao đổi", "phối hợp")}, kept) == ["a"]


def test_an_escaped_number_is_found(tmp_path: Path) -> None:
    assert told(tmp_path, {"a.json": '{"number": "01\\/2030\\/QC-BA-BB"}'}) == ["a.json"]


def test_an_address_after_a_letter_that_is_not_ascii_is_found(tmp_path: Path) -> None:
    assert told(tmp_path, {"a.txt": "à/hai-bo-ky-quy-che éhai-bo-ky-quy-cheé"}) == ["a.txt"]


def test_each_file_that_is_given_away_is_named_once(tmp_path: Path) -> None:
    other = {"content/pages/kin.md": "---\ntitle: Hai bộ ký kết\nembargo: 2030-01-01T09:00+07:00\n---\n\nX\n"}
    assert told(tmp_path, {"a.txt": f"{TITLE}. {LEAD} Hai bộ ký kết"}, other) == ["a.txt", "a.txt"]


def test_from_the_moment_on_it_may_be_told(tmp_path: Path) -> None:
    assert told(tmp_path, {"index.html": TITLE}, now=END) == []


def test_what_a_public_file_calls_itself_is_no_secret(tmp_path: Path) -> None:
    public = {"content/articles/2029/hai-bo-ky-quy-che.md": f"---\ntitle: {TITLE}\n---\n\nNội dung.\n"}
    assert told(tmp_path, {"index.html": f"{TITLE} hai-bo-ky-quy-che"}, public) == []
    assert told(tmp_path, {"index.html": LEAD}, public) == ["index.html"]


def test_a_public_sentence_that_gives_it_away_is_found(tmp_path: Path) -> None:
    public = {"content/pages/a.md": f"---\ntitle: A\n---\n\nSắp tới, {TITLE}.\n"}
    assert told(tmp_path, {"trang/a/index.html": f"<p>Sắp tới, {TITLE}.</p>"}, public) == ["trang/a/index.html"]


def test_the_texts_of_a_translation_are_looked_for(tmp_path: Path) -> None:
    english = {KEPT_AT.replace(".md", ".en.md"): "---\ntitle: Two ministries sign a regulation\n---\n\nText.\n"}
    assert told(tmp_path, {"en/a.html": "<b>Two ministries sign a regulation</b>"}, english) == ["en/a.html"]


def test_a_file_whose_embargo_cannot_be_read_is_not_trusted(tmp_path: Path) -> None:
    broken = {"content/pages/a.md": "---\ntitle: A\nembargo: mai\n---\n\nX\n"}
    assert told(tmp_path, {"index.html": "x"}, broken) == ["content/pages/a.md"]
    said = {"content/pages/a.md": "---\ntitle: A\n---\n\nTừ embargo có nghĩa gì?\n"}
    assert told(tmp_path, {"index.html": "x"}, said) == []


def test_a_packed_file_that_is_damaged_is_searched_as_it_is(tmp_path: Path) -> None:
    damaged = {"a.gz": b"\x1f\x8bx", "b.br": b"x", "c.zip": b"PK\x03\x04" + LEAD.encode()}
    assert told(tmp_path, damaged) == ["c.zip"]


@pytest.mark.parametrize(
    ("path", "pack"),
    [("a.gz", gzip.compress), ("a.br", brotli.compress), ("a.docx", lambda data: zipped(data.decode()))],
)
def test_no_more_than_a_limit_is_unpacked_of_a_file(
    path: str, pack: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embargo, "_LARGEST", 1 << 16)
    assert max(map(len, texts_in(path, pack(bytes(1 << 22))))) <= 1 << 17
    assert LEAD in "".join(texts_in(path, pack(LEAD.encode())))
