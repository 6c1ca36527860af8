"""Valid inputs of each kind, and random damage to them, reproducible by its seed."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath
from random import Random

from tests.bulletins import ARTICLE, COMPLETE, SITE, UNSEARCHED
from tests.content.documents.offices import docx, opendocument, rtf, xlsx
from tests.content.documents.pdfs import pdf
from tests.content.strategies import HTML, MARKDOWN, YAML
from tests.pictures import drawing, moving, photo, saved

Files = dict[str, str | bytes]
Change = Callable[[Random, Files], Files]
"""Changes files of a valid bulletin: returns the files to write instead; an empty path removes one."""

_BODY = """\
## Nội dung

Hai bên *ký* **quy chế** ngày 05/05/2020, xem [bài](ba.md#muc) và <https://a.example/>.[^1]

- một
- hai

| a | b |
|---|---|
| c | d |

![Lễ ký](a.png "Chú thích")

<details><summary>Thêm</summary>

Chữ.

</details>

[^1]: Chú thích.
"""
_HEAD, _, _ = ARTICLE.rpartition("\nNội dung.")
_SETTINGS = f"""\
{SITE}search: off
theme: mine
sections: {{tin-tuc: {{vi: Tin tức, en: News}}}}
links:
  - {{label: Cổng, to: https://a.example/}}
languages: [vi, en]
"""
_FIGURES = '{"v": 1, "at": "2026-01-01T00:00:00+07:00", "today": 1, "week": 2, "month": 3, "total": 4}'
_TEMPLATE = '{% extends "default/page.html" %}{% block main %}{{ page.title }}{% endblock %}\n'
_ARTICLE = "content/articles/2020/bai.md"
_DOCUMENTS = {"a.pdf": "signed", "b.docx": "annex", "c.xlsx": "annex", "d.odt": "annex", "e.rtf": "annex"}


def bulletin() -> Files:
    """A bulletin with every kind of input."""
    documents = "".join(f"    - {{file: {name}, kind: {kind}}}\n" for name, kind in _DOCUMENTS.items())
    head = _HEAD.replace("agreement:\n", "photos: [{src: a.png, alt: Lễ ký}]\naliases: [/tin/1.html]\nagreement:\n")
    head = head.replace("  text_public:", f"  documents:\n{documents}  text_public:")
    return {
        **COMPLETE,
        **UNSEARCHED,
        "content/site.yml": _SETTINGS,
        _ARTICLE: f"{head}\n{_BODY}",
        "content/articles/2020/ba.md": ARTICLE.replace("Hai cơ quan", "Ba cơ quan") + "\n## Mục {#muc}\n",
        "content/articles/2020/bai.en.md": "---\ntitle: Two agencies\n---\n\nText.\n",
        "content/pages/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\n\nChữ.\n",
        "content/articles/2020/a.png": drawing(width=48),
        "content/media/b.jpg": saved(photo(60, 40), "JPEG"),
        "content/media/c.gif": moving(),
        "content/media/d.webp": saved(photo(60, 40), "WEBP"),
        "content/articles/2020/a.pdf": pdf("Quy chế", "Điều 1"),
        "content/articles/2020/b.docx": docx("Quy chế", "Điều 1"),
        "content/articles/2020/c.xlsx": xlsx("Quy chế"),
        "content/articles/2020/d.odt": opendocument("text", "Quy chế"),
        "content/articles/2020/e.rtf": rtf("Quy chế"),
        "content/root/CNAME": "bantin.example\n",
        "content/root/.well-known/security.txt": "Contact: mailto:a@b.example\n",
        "content/counter.json": _FIGURES,
        "themes/mine/theme.yml": "name: Mine\nextends: default\n",
        "themes/mine/templates/page.html": _TEMPLATE,
        "themes/mine/locale/vi/LC_MESSAGES/messages.po": 'msgid ""\nmsgstr ""\n\nmsgid "Home"\nmsgstr "Trang nhất"\n',
        "themes/mine/static/more.css": "p { margin: 0 }\n",
    }


_JINJA = (
    *("{{ page.", "{% block x %}", "{% endblock %}", "{{", "}}", "{%", "%}", "{# ", "#}", "| safe", "()", "[0]"),
    *("{% include 'page.html' %}", "{% extends 'page.html' %}", "{% import 'x' as y %}", "{{ x.y.z }}", "{{ 1/0 }}"),
)
_CSS = ("}", "{", "url(", "@import 'x';", "/*", "*/", "\\", "..", "//", ".css", "main.css", "extends: ", "mine")
_ROOT = ("\n", "/", " ", "\0", "/* ", "301", "http://", "../", '"', "{", "}", "[", "1e999", "null", "-1", '"v": ')
_PDF = (
    *("obj", "endobj", "stream", "endstream", "/Length 99999999", "/Kids [1 0 R]", "xref", "trailer", "<<", ">>"),
    *("%%EOF", "/Filter /FlateDecode", "/Encrypt 1 0 R", "(", ")", "0 65535 f", "/Count -1", "1 0 R"),
)
_NUMBERS = ("0", "-1", "65535", "4294967295", "99999999999999999999")
_NAMES = (
    *("a", "Á", "\u0301", " ", ".", "..", "con", "-", "_", "%", "#", "?", "&", "'", '"', "<", "\\", ":", "*", "\n"),
    *("\t", "\u202e", "\u200b", "😀", "đ", "x" * 60, ".md", ".en", ".vi", ".fr", "index", "2020", "~", "$", ";"),
    *("\x7f", "\ufeff"),
)


def damaged(dice: Random, data: bytes, pieces: Sequence[str]) -> bytes:
    """``data`` with a few pieces changed, removed, doubled, swapped or inserted."""
    for _ in range(dice.choice((1, 1, 2, 3, 6))):
        at = dice.randrange(len(data) + 1)
        cut = dice.choice((0, 0, 1, 2, 8, 40, 400))
        match dice.randrange(7):
            case 0:
                data = data[:at] + dice.choice(pieces).encode() + data[at + cut :]
            case 1:
                data = data[:at] + dice.randbytes(dice.choice((1, 1, 2, 8))) + data[at + cut :]
            case 2:
                data = data[:at] + data[at : at + cut] * dice.choice((2, 3, 50)) + data[at + cut :]
            case 3:
                data = data[: dice.choice((at, at, len(data) // 2, 0))] or data
            case 4:
                other = dice.randrange(len(data) + 1)
                data = data[:at] + data[other : other + cut] + data[at:]
            case 5:
                found = list(re.finditer(rb"\d+", data))
                if found:
                    number = dice.choice(found)
                    data = data[: number.start()] + dice.choice(_NUMBERS).encode() + data[number.end() :]
            case _:
                lines = data.split(b"\n")
                one, two = dice.randrange(len(lines)), dice.randrange(len(lines))
                lines[one], lines[two] = lines[two], lines[one]
                data = b"\n".join(lines)
    return data


def _in_one_of(paths: Sequence[str], pieces: Sequence[str]) -> Change:
    def change(dice: Random, files: Files) -> Files:
        path = dice.choice(paths)
        data = files[path]
        return {path: damaged(dice, data if isinstance(data, bytes) else data.encode(), pieces)}

    return change


def _front_matter(dice: Random, files: Files) -> Files:
    path = dice.choice((_ARTICLE, _ARTICLE, "content/articles/2020/bai.en.md", "content/pages/gioi-thieu.md"))
    head, fence, body = str(files[path]).removeprefix("---\n").partition("\n---\n")
    return {path: b"---\n" + damaged(dice, head.encode(), YAML) + (fence + body).encode()}


def _markdown(dice: Random, files: Files) -> Files:
    head, fence, body = str(files[_ARTICLE]).partition("\n---\n")
    return {_ARTICLE: (head + fence).encode() + damaged(dice, body.encode(), MARKDOWN + HTML)}


def _names(dice: Random, files: Files) -> Files:
    """Renames a file, or moves it to another folder."""
    path = dice.choice([path for path in files if path.startswith(("content/articles/", "content/media/"))])
    place = PurePosixPath(path)
    parts = [part for part in place.parts if part != place.name]
    made = (
        "".join(dice.choices(_NAMES, k=dice.choice((1, 2, 3, 8))))
        .replace("/", "")
        .encode()[:200]
        .decode(errors="ignore")
    )
    name = dice.choice((made, place.stem + made + place.suffix, made + place.suffix, place.stem + made))
    if dice.random() < 0.3:
        parts.insert(dice.randrange(1, len(parts) + 1), made)
    if name in ("", ".", "..") or "\0" in name or any(part in ("", ".", "..") for part in parts):
        return {}
    return {"/".join((*parts, name)): files[path]}


_TREE = ("themes/mine/theme.yml", "themes/mine/templates/page.html", "themes/mine/static/more.css")
_PO = "themes/mine/locale/vi/LC_MESSAGES/messages.po"
KINDS: Mapping[str, Change] = {
    "front matter": _front_matter,
    "Markdown": _markdown,
    "settings": _in_one_of(["content/site.yml"], YAML),
    "vocabulary and agencies": _in_one_of(
        ["content/vocabulary.yml", "content/agencies/co-quan-a.yml", "content/agencies/co-quan-b.yml"], YAML
    ),
    "themes": _in_one_of([*_TREE, _TREE[1], _PO], (*_JINJA, *_CSS, *HTML)),
    "PDF": _in_one_of(["content/articles/2020/a.pdf"], _PDF),
    "pictures": _in_one_of(
        ["content/articles/2020/a.png", "content/media/b.jpg", "content/media/c.gif", "content/media/d.webp"], _NUMBERS
    ),
    "office files": _in_one_of([f"content/articles/2020/{name}" for name in list(_DOCUMENTS)[1:]], (*HTML, *_NUMBERS)),
    "root files": _in_one_of(
        ["content/root/CNAME", "content/root/.well-known/security.txt", "content/counter.json"], _ROOT
    ),
    "names": _names,
}
"""The changes for each kind of input."""
