"""From a plan's images to files of the site, by the workers, and from the image cache where they were drawn before."""

import re
from pathlib import Path

import pytest

from bantin.build.build import build
from bantin.build.request import MEMORY
from bantin.content.images.examining import digest_of_image
from bantin.content.problems import images as problems
from bantin.domain.model import ImageFacts, ImageForm
from bantin.domain.problems import BulletinError, Checked, Location
from bantin.render.images import ImageCache, draw
from bantin.render.images.cache import FOLDER
from bantin.render.images.drawing import Drawn
from bantin.runtime.workers import InProcess, Workers, local
from bantin.site.page import Image
from bantin.site.pictures import renditions
from bantin.site.social import SocialCard
from tests.bulletins import ARTICLE, COMPLETE, build_site, check_site, files_of, memory_in, request, tools, write
from tests.bulletins import SITE as SETTINGS
from tests.index.contents import SITE
from tests.pictures import drawing, moving, photo, saved

BAI, IMAGE = "content/articles/2020/bai.md", "content/articles/2020/a.png"
SHOWING = ARTICLE.replace("agreement:", "photos: [{src: a.png, alt: Ảnh}]\nagreement:")
WITH_PHOTO: dict[str, str | bytes] = {BAI: SHOWING, IMAGE: drawing()}
CUT = (whole := saved(photo()))[: len(whole) // 2]
CARDS = {"content/site.yml": f"{SETTINGS}social_cards: yes\n"}
CARD = SocialCard("a.png", "a.md", "Bản tin", "Tên", "", "")


def drawn(root: Path, data: bytes, workers: Workers | None = None, digest: str = "") -> list[Drawn]:
    write(root, {IMAGE: data})
    facts = ImageFacts(IMAGE, 480, 8, ImageForm.DRAWING, digest or digest_of_image(data))
    images: list[Image] = [*renditions(facts, SITE), CARD]
    return list(draw(images, root, ImageCache(memory_in(root / "album")), workers or InProcess()))


def test_everything_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = drawn(tmp_path, drawing())
    assert [one.value.path.rpartition(".")[2] for one in first if one.value] == ["webp", "png", "png"]
    monkeypatch.setattr("bantin.render.images.encoding.encode", None)
    monkeypatch.setattr("bantin.render.images.card.draw_card", None)
    assert drawn(tmp_path, drawing()) == first


def test_an_image_cache_that_was_spoilt_is_not_trusted(tmp_path: Path) -> None:
    first = drawn(tmp_path, drawing())
    for path in (tmp_path / "album" / FOLDER).iterdir():
        path.write_bytes(path.read_bytes()[:-1])
    assert drawn(tmp_path, drawing()) == first


def test_other_workers_draw_the_same(tmp_path: Path) -> None:
    assert drawn(tmp_path / "one", drawing()) == drawn(tmp_path / "two", drawing(), local(2))


@pytest.mark.parametrize(
    ("data", "digest", "code"),
    [(drawing(), "other", "image-changed"), (CUT, "", "damaged-image")],
)
def test_what_cannot_be_drawn_is_reported(tmp_path: Path, data: bytes, digest: str, code: str) -> None:
    found = drawn(tmp_path, data, digest=digest)
    assert [problem.code for one in found for problem in one.problems] == [code]
    assert [one.value.path for one in found if one.value] == [CARD.address]


def test_a_site_stays_as_it_was_if_an_image_cannot_be_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path, COMPLETE, WITH_PHOTO)
    build_site(root)
    before = files_of(root / "site")
    write(root, {IMAGE: drawing(1)})
    monkeypatch.setattr("bantin.render.images.drawing._encoded", _gone)
    with pytest.raises(BulletinError):
        build_site(root)
    assert files_of(root / "site") == before


def _gone(*_given: object) -> list[Drawn]:
    return [Checked(None, (problems.CHANGED.at(Location(IMAGE), path=IMAGE),))]


def test_the_original_is_not_published(tmp_path: Path) -> None:
    text = f"{SHOWING}\n![Ảnh](a.png) và [ảnh](a.png)\n"
    root = write(tmp_path, COMPLETE, WITH_PHOTO, {BAI: text})
    build_site(root)
    site = files_of(root / "site")
    found = sorted(re.sub(r"[0-9a-f]{10}", "…", path) for path in site if path.startswith("bai-viet/2020/a."))
    assert found == ["bai-viet/2020/a.480.….png", "bai-viet/2020/a.480.….webp"]
    page = site["bai-viet/2020/bai/index.html"].decode()
    assert page.count('width="480" height="8"') == 2
    shown = re.findall(r'(?:src|href|srcset)="\.\./\.\./\.\./(bai-viet/2020/a\.[^" ]*)', page)
    assert set(shown) <= set(site)
    assert len(shown) == 5


def test_a_document_that_is_an_image_stays_as_it_was_signed(tmp_path: Path) -> None:
    text = ARTICLE.replace("  scope:", "  documents: [{file: a.png, kind: signed}]\n  scope:")
    root = write(tmp_path, COMPLETE, WITH_PHOTO, {BAI: text})
    build_site(root)
    assert (root / "site/bai-viet/2020/a.png").read_bytes() == drawing()


def test_of_a_gif_that_moves_the_pictures_are_published(tmp_path: Path) -> None:
    comment = b"\x21\xfe\x06SECRET\x00"
    data = moving()[:-1] + comment + moving()[-1:]
    root = write(tmp_path, COMPLETE, {BAI: f"{ARTICLE}\n![Ảnh](a.gif)\n", "content/articles/2020/a.gif": data})
    build_site(root)
    (published,) = (root / "site/bai-viet/2020").glob("*.gif")
    assert published.read_bytes() == moving()
    page = (root / "site/bai-viet/2020/bai/index.html").read_text()
    assert f'src="../../../bai-viet/2020/{published.name}"' in page
    assert 'width="480" height="8"' in page


def test_a_card_is_drawn_for_an_article_without_a_photo(tmp_path: Path) -> None:
    another = SHOWING.replace("  type:", "  id: hai\n  type:")
    files: dict[str, str | bytes] = {"content/articles/2020/hai.md": another, IMAGE: saved(photo())}
    root = write(tmp_path, COMPLETE, files, CARDS)
    build_site(root)
    site = files_of(root / "site")
    (card,) = (path for path in site if "/card." in path)
    assert (
        f'<meta property="og:image" content="https://bantin.example/{card}">'
        in site["bai-viet/2020/bai/index.html"].decode()
    )
    assert re.search(r'og:image" content="\S+/a\.600\.\w+\.jpg"', site["bai-viet/2020/hai/index.html"].decode())


def test_no_card_is_drawn_unless_asked_for(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE)
    build_site(root)
    assert b"og:image" not in (root / "site/bai-viet/2020/bai/index.html").read_bytes()


def test_a_check_draws_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path, COMPLETE, WITH_PHOTO, CARDS)
    monkeypatch.setattr("bantin.render.images.encoding.encode", None)
    monkeypatch.setattr("bantin.render.images.card.draw_card", None)
    assert check_site(root).articles == 1


def test_the_image_cache_keeps_what_the_site_has(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE, WITH_PHOTO)
    for number in (0, 1):
        write(root, {IMAGE: drawing(number)})
        build(request(root), root / "site", tools(memory=root / MEMORY))
        assert len(list((root / MEMORY / FOLDER).iterdir())) == 2
