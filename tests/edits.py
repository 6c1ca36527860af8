"""Edits of a bulletin between builds, for tests that compare a warm build with a cold one."""

import os
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

from bantin.build.build import build
from bantin.build.request import MEMORY, PublishedSite
from tests.bulletins import ARTICLE, SITE, files_of, request, tools, write
from tests.pictures import drawing
from tests.repositories import MAY_6, commit

Edit = Callable[[Path, Random], None]
"""Changes something in the bulletin in a folder."""

ANOTHER = ARTICLE.replace("Hai cơ quan", "Ba cơ quan").replace("2020-05", "2020-04")
LINKING = ANOTHER.replace("Nội dung.", "Xem [bài kia](bai.md).").replace("agreement:\n", "agreement:\n  id: ba\n")
ILLUSTRATED = ANOTHER.replace("agreement:\n", "photos: [{src: a.png, alt: x}]\nagreement:\n  id: anh\n")
CROWD = {f"content/articles/2020/bai-{number}.md": ANOTHER.replace("Ba", f"Bài {number}") for number in range(8)}


def build_warm(root: Path, **changes: object) -> PublishedSite:
    return build(request(root, **changes), root / "site", tools(memory=root / MEMORY))


def cold(root: Path, **changes: object) -> dict[str, bytes]:
    """The files of the site of the bulletin in ``root``, built without a cache."""
    with tempfile.TemporaryDirectory() as folder:
        build(request(root, **changes), Path(folder) / "site", tools())
        return files_of(Path(folder) / "site")


def replace_in(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    if file.exists():
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def edit(root: Path, dice: Random) -> None:
    path = dice.choice(sorted((root / "content/articles").rglob("*.md")))
    replace_in(root, path.relative_to(root).as_posix(), "ký quy chế", f"ký quy chế {dice.randrange(3)}")


def edit_text(root: Path, dice: Random) -> None:
    path = dice.choice(sorted((root / "content/articles").rglob("*.md")))
    with path.open("a", encoding="utf-8") as file:
        note = f"[^{dice.randrange(1_000_000)}]"  # a footnote that is defined twice is an error
        file.write(dice.choice(["\n## Mục\n", "\nThêm một câu.\n", f"\n{note}\n\n{note}: Chú thích.\n"]))


def add(root: Path, dice: Random) -> None:
    number = dice.randrange(100)
    text = ANOTHER.replace("2020-04", f"20{dice.randrange(10, 21)}-0{dice.randrange(1, 10)}")
    write(root, {f"content/articles/2018/moi-{number}.md": text.replace("Ba", f"Mới {number}")})


def join_or_leave(root: Path, dice: Random) -> None:
    """Adds or removes an article whose signatory, topic and day are those of another one or of none."""
    path = root / "content/articles/2020/nhom.md"
    if path.exists():
        path.unlink()
        return
    text = ANOTHER.replace("authors:", f"tags: [Biển {dice.randrange(2)}]\nauthors:").replace("Ba cơ", "Bốn cơ")
    write(root, {"content/articles/2020/nhom.md": text.replace("Nguyễn Văn A", f"Lê {dice.choice('AB')}")})


def rename(root: Path, dice: Random) -> None:
    path = dice.choice(sorted((root / "content/articles/2020").glob("bai-*.md")))
    path.rename(path.with_name(f"bai-doi-{dice.randrange(1000)}.md"))


def delete(root: Path, dice: Random) -> None:
    found = sorted((root / "content/articles/2020").glob("bai-*.md"))
    if len(found) > 1:
        dice.choice(found).unlink()


def take_down(root: Path, dice: Random) -> None:
    """Takes an article off the site, or changes what is said of one, or brings it back."""
    file = dice.choice(sorted((root / "content/articles/2020").glob("bai-*.md")))
    lines = [line for line in file.read_text().splitlines(keepends=True) if not line.startswith("gone:")]
    gone = dice.choice(
        ["", "gone: {on: 2020-06, reason: Nhầm.}\n", "gone: {on: 2020-07, reason: Sai., replaced_by: bai}\n"]
    )
    file.write_text("".join((lines[0], gone, *lines[1:])))


def rename_agency(root: Path, dice: Random) -> None:
    write(root, {"content/agencies/co-quan-a.yml": f"name: Cơ quan {dice.choice('AÁÀ')}\nlevel: central\n"})


def add_agency(root: Path, dice: Random) -> None:
    number = dice.randrange(5)
    write(root, {f"content/agencies/con-{number}.yml": f"name: Con {number}\nparent: co-quan-a\n"})


def change_settings(root: Path, dice: Random) -> None:
    write(
        root,
        {
            "content/site.yml": f"{SITE}page_size: {dice.randrange(2, 6)}\nfeed_size: {dice.randrange(1, 4)}\n"
            f"former_versions: {dice.choice(('yes', 'no'))}\n"
        },
    )


def change_vocabulary(root: Path, dice: Random) -> None:
    replace_in(root, "content/vocabulary.yml", "vi: Quy chế", f"vi: Quy chế {dice.randrange(3)}")


def change_theme(root: Path, dice: Random) -> None:
    macro = '{% extends "default/base.html" %}{% block footer %}<p>' + str(dice.randrange(3)) + "</p>{% endblock %}"
    write(root, {"themes/default/templates/base.html": macro})


def change_style(root: Path, dice: Random) -> None:
    write(root, {"themes/default/static/main.css": f"p {{ margin: {dice.randrange(4)}px }}"})


def touch(root: Path, dice: Random) -> None:
    path = dice.choice(sorted((root / "content").rglob("*.*")))
    os.utime(path, ns=(dice.randrange(10**18), dice.randrange(10**18)))


def meddle(root: Path, dice: Random) -> None:
    """Changes or removes files of the site, as somebody might by hand."""
    path = dice.choice(sorted((root / "site").rglob("*.html")))
    path.write_text("changed") if dice.random() < 0.5 else path.unlink()


def commit_all(root: Path, dice: Random) -> None:
    """Commits all files: they do not change, but the commits of their last change do."""
    commit(root, at=MAY_6 + timedelta(days=dice.randrange(3)))


def change_photo(root: Path, dice: Random) -> None:
    """Replaces a photo by one of the same size, with a time of modification that differs for certain."""
    path = root / "content/articles/2020/a.png"
    write(root, {"content/articles/2020/a.png": drawing(dice.randrange(3))})
    os.utime(path, ns=(0, dice.randrange(10**18)))


def translate(root: Path, dice: Random) -> None:
    """Makes the bulletin bilingual, or changes one of its translations."""
    text = f"---\ntitle: Two agencies {dice.randrange(3)}\nslug: two\n---\n\nText {dice.randrange(3)}.\n"
    write(root, {"content/site.yml": f"{SITE}languages: [vi, en]\n", "content/articles/2020/bai.en.md": text})


CHANGES: list[Edit] = [
    edit, edit_text, add, join_or_leave, rename, delete, take_down, rename_agency, add_agency, change_settings,
    change_vocabulary, change_theme, change_style, touch, meddle, commit_all, change_photo, translate,
]  # fmt: skip
