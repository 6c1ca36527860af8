"""Until its embargo ends, no byte of a site holds a word of a file, not even a packed one or one about an image."""

import gzip
import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from bantin.build.build import build
from bantin.cli.engine import find_engine
from bantin.domain.text.folding import fold
from tests.bulletins import ARTICLE, COMPLETE, SITE, build_site, codes_of, files_of, request, tools, write
from tests.content.documents.pdfs import pdf
from tests.repositories import commit

MOMENTS = {
    "Asia/Ho_Chi_Minh": "2026-11-30T23:30:00+07:00",
    "UTC": "2026-11-30T23:30:00Z",
    "America/New_York": "2026-11-30T23:30:00-05:00",
    "Pacific/Kiritimati": "2026-11-30T23:30:00+14:00",
}
# One word for each thing that must not be known, and where it stands once it may be.
SECRET = (
    "bimattieude", "bimatsapo", "bimatnoidung", "bimattacgia", "bimatnguon", "bimatchude", "bimatmota", "bimatchuthich",
    "bimatduongdan", "bimatvanban", "bimatso", "bimatnguoiky", "bimatchucvu", "bimattep", "bimatcoquan",
    "bimatdieukhoan",
    "bimattrang", "bimatheadline", "bimatbanghi", "bimatgiaidoan", "bimatdiachicu",
)  # fmt: skip
UNDER_EMBARGO = """\
---
title: Lễ ký Bimattieude
published: 2026-11-25T08:00+07:00
embargo: {moment}
slug: bimatduongdan
aliases: [/bimatdiachicu.html]
lead: Sa-pô Bimatsapo.
authors: [Bimattacgia]
source: {{name: Báo Bimatnguon}}
tags: [Bimatchude]
photos: [{{src: anh.png, alt: Ảnh Bimatmota, caption: Bimatchuthich}}]
agreement:
  id: bimatvanban
  type: quy-che
  title: Quy chế Bimatvanban
  number: 01/QC-BIMATSO
  parties: [co-quan-a, co-quan-kin]
  signatories: [{{name: Nguyễn Bimatnguoiky, party: co-quan-a, position: Bimatchucvu}}]
  signed_on: 2026-11-20
  fields: [an-ninh]
  scope: central
  text_public: yes
  documents: [{{file: bimattep.pdf, kind: signed}}]
  events: [{{kind: effective, on: 2026-12-15, note: Bimatgiaidoan}}]
---

Nội dung Bimatnoidung, xem [bản ký](bimattep.pdf).
"""
RECORD = """\
---
type: quy-che
title: Quy chế Bimatbanghi
embargo: {moment}
parties: [co-quan-a, co-quan-b]
signatories: [{{name: Trần Văn B, party: co-quan-a}}]
signed_on: 2026-11-20
effective_on: 2026-11-20
fields: [an-ninh]
scope: central
text_public: yes
relations: [{{kind: amends, to: cong-khai}}]
amends: [{{to: cong-khai, at: dieu-1, do: repeal}}]
---
Điều 1. Bimatdieukhoan
Hai bên phối hợp.
"""
PUBLIC_RECORD = """\
---
type: quy-che
title: Quy chế công khai
parties: [co-quan-a, co-quan-b]
signatories: [{name: Trần Văn B, party: co-quan-a}]
signed_on: 2020-01-01
effective_on: 2020-01-01
fields: [an-ninh]
scope: central
text_public: yes
relations: [{kind: related, to: bimatvanban}]
---
Điều 1. Phạm vi
Hai bên phối hợp.
"""


def bulletin(root: Path, zone: str) -> Path:
    """A bulletin in ``zone`` with a public article and record, and something of each kind under embargo."""
    moment = MOMENTS[zone]
    folder = "content/articles/2026/ky"
    described = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "Bimatmota"
    picture = Image.new("RGB", (480, 320), (9, 9, 200))
    picture.save(described, "PNG", exif=exif)
    told = ARTICLE.replace("agreement:", "about: [bimatvanban]\nagreement:\n  id: cu")
    site = SITE.replace("Asia/Ho_Chi_Minh", zone) + "languages: [vi, en]\n"
    return write(
        root,
        COMPLETE,
        {
            "content/site.yml": site,
            "content/articles/2020/bai.md": told,
            f"{folder}/index.md": UNDER_EMBARGO.format(moment=moment),
            f"{folder}/index.en.md": "---\ntitle: Signing Bimatheadline\nlead: Lead.\n---\n\nText.\n",
            f"{folder}/anh.png": described.getvalue(),
            f"{folder}/bimattep.pdf": pdf("Văn bản Bimatvanban"),
            "content/agencies/co-quan-kin.yml": f"name: Cục Bimatcoquan\nembargo: {moment}\n",
            "content/agreements/bimatbanghi.md": RECORD.format(moment=moment),
            "content/agreements/cong-khai.md": PUBLIC_RECORD,
            "content/pages/bimattrang.md": f"---\ntitle: Trang Bimattrang\nembargo: {moment}\n---\n\nBimattrang.\n",
        },
    )


def unpacked(path: str, data: bytes) -> Iterator[bytes]:
    """The bytes of a file, and all that is packed in it."""
    yield path.encode()
    yield data
    if data.startswith(b"\x1f\x8b"):
        yield gzip.decompress(data)
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                yield from unpacked(name, packed.read(name))
    if path.endswith((".png", ".jpg", ".webp", ".avif", ".gif")):
        with Image.open(io.BytesIO(data)) as image:
            yield repr((image.info, dict(image.getexif()))).encode()


def known_words(folder: Path) -> set[str]:
    """The words of ``SECRET`` in any file below ``folder``."""
    texts = [
        fold(part.decode(errors="replace")).lower().replace("-", "")
        for path, data in files_of(folder).items()
        for part in unpacked(path, data)
    ]
    return {word for word in SECRET if any(word in text for text in texts)}


@pytest.mark.parametrize("zone", MOMENTS)
def test_not_a_byte_is_public_before_and_everything_from_the_moment_on(zone: str, tmp_path: Path) -> None:
    root = bulletin(tmp_path, zone)
    moment = datetime.fromisoformat(MOMENTS[zone])
    context = replace(tools(), find_engine=find_engine)
    before = build(request(root, as_of=None, now=moment - timedelta(seconds=1)), root / "site", context)
    assert before.edition.next_change == moment
    assert known_words(root / "site") == set()
    build(request(root, as_of=None, now=moment), root / "site", context)
    # A photo is published without its metadata, so that what it shows is told by the page alone.
    assert known_words(root / "site") == set(SECRET)


def test_former_versions_of_public_files_do_not_name_it_either(tmp_path: Path) -> None:
    root = bulletin(tmp_path, "Asia/Ho_Chi_Minh")
    settings, article, record = (
        root / path for path in ("content/site.yml", "content/articles/2020/bai.md", "content/agreements/cong-khai.md")
    )
    settings.write_text(settings.read_text() + "former_versions: yes\n")
    naming = {file: file.read_text() for file in (article, record)}
    for day, change in ((20, "phối hợp xưa"), (21, ""), (22, "phối hợp nay")):
        for file, text in naming.items():
            silent = text.replace("about: [bimatvanban]\n", "").replace("to: bimatvanban", "to: cu")
            file.write_text(silent.replace("Hai", change) if change else text)
        commit(root, at=datetime(2026, 11, day, tzinfo=UTC))
    moment = datetime.fromisoformat(MOMENTS["Asia/Ho_Chi_Minh"])
    build_site(root, as_of=None, now=moment - timedelta(seconds=1), history=True)
    former = [path for path in files_of(root / "site") if "phien-ban" in path]
    assert former == ["bai-viet/2020/bai/phien-ban/index.html", "van-ban/2020/cong-khai/phien-ban/index.html"]
    assert known_words(root / "site") == set()
    build_site(root, as_of=None, now=moment, history=True)
    assert known_words(root / "site") == set(SECRET)


def test_a_preview_with_drafts_shows_what_is_under_embargo(tmp_path: Path) -> None:
    root = bulletin(tmp_path, "UTC")
    build_site(root, drafts=True)
    assert known_words(root / "site") == set(SECRET)


def test_a_public_text_cannot_link_to_what_is_under_embargo(tmp_path: Path) -> None:
    root = bulletin(tmp_path, "UTC")
    write(root, {"content/pages/dan.md": "---\ntitle: Trang\n---\n\n[Bài](/articles/2026/ky/index.md)\n"})
    assert "link-to-hidden" in codes_of(root)
