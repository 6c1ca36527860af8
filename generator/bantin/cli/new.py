"""``bantin new``."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from bantin.cli.asking import ask
from bantin.cli.bulletin import read_bulletin, unsound
from bantin.cli.commands import argument, command, option
from bantin.cli.files import write_file
from bantin.cli.options import current_time, day
from bantin.cli.words import Bilingual, WrongUse, WrongValue
from bantin.content.agency import known_agencies
from bantin.content.discover import Role, role_of
from bantin.content.name_lookup import Names, in_names, named
from bantin.content.schema.invalid import Invalid
from bantin.content.schema.values import edtf_of
from bantin.domain.problems import Language
from bantin.domain.text.slugs import slugify
from bantin.scaffold import NewArticle, article_path, article_text

T = TypeVar("T")

_ASK: dict[Language, dict[str, str]] = {
    "vi": {
        "title": "Tiêu đề",
        "agency": "Các bên ký kết (mã, tên hoặc tên viết tắt của cơ quan, cách nhau bằng dấu phẩy)",
        "type": "Loại văn bản",
        "field": "Lĩnh vực (mã hoặc tên, cách nhau bằng dấu phẩy)",
        "signed_on": "Ngày ký (năm-tháng-ngày, bỏ trống nếu chưa rõ)",
        "done": "Đã tạo {path}. Hãy mở tệp và viết tiếp.",
    },
    "en": {
        "title": "Headline",
        "agency": "Parties (ids, names or abbreviations of agencies, with commas between them)",
        "type": "Type of document",
        "field": "Fields (ids or names, with commas between them)",
        "signed_on": "Date of signing (year-month-day, empty if unknown)",
        "done": "There is a new article: {path}. Open it and write on.",
    },
}
_LEAST_PARTIES = 2


_NEW = Bilingual(
    """Bắt đầu một bài viết trong bản tin ở THƯ-MỤC: một tệp đúng mẫu để viết tiếp.

    Chạy trong cửa sổ lệnh thì lệnh hỏi những gì chưa nêu.
    """,
    """Begin an article in the bulletin of ROOT: a valid file to fill in.

    In a terminal, asks for what is not given.
    """,
)
_AGENCY = Bilingual("Một bên ký kết; mỗi bên nêu một lần.", "A party; give it once for each.")
_SIGNED_ON = Bilingual(
    "Ngày ký: 2012-11-20, 2012-11, 2012 hoặc XXXX-08-18.",
    "The day of signing: 2012-11-20, 2012-11, 2012 or XXXX-08-18.",
)
_TYPE = Bilingual(
    "Loại văn bản.  [mặc định: loại đầu tiên trong vocabulary.yml]",
    "The type of document.  [default: the first of vocabulary.yml]",
)
_FIELD = Bilingual(
    "Một lĩnh vực; mỗi lĩnh vực nêu một lần.  [mặc định: lĩnh vực đầu tiên]",
    "A field; give it once for each.  [default: the first]",
)
_PUBLISHED = Bilingual("Ngày đăng.  [mặc định: hôm nay]", "The day of publication.  [default: today]")
_NO_TERMS = Bilingual(
    "vocabulary.yml cần có một loại văn bản và một lĩnh vực thì mới viết bài được.",
    "vocabulary.yml needs a type and a field before there can be an article.",
)
_THERE = Bilingual("Đã có {target}; hãy chọn tiêu đề khác.", "{target} is there already; choose another title.")
_NO_QUOTES = Bilingual(
    "Hãy đặt tiêu đề trong dấu nháy: bantin new 'Quy chế phối hợp …'",
    "Put the title in quotes: bantin new 'Quy chế phối hợp …'",
)
_MISSING = Bilingual("Còn thiếu: {question}", "Missing: {question}")
_NO_TITLE = Bilingual(
    "tiêu đề phải có chữ hoặc số để tạo thành địa chỉ.", "a title needs letters or digits, to make an address of."
)
_REFUSED = Bilingual(
    "bài viết không thể có tên tệp {name}; hãy thêm một từ vào tiêu đề.",
    "no article can be in a file called {name}; add a word to the title.",
)
_NO_DATE = Bilingual("“{text}” không phải là ngày; hãy viết {meant}.", "“{text}” is not a date; write {meant}.")
_DATES = Bilingual("2012-11-20, 2012-11, 2012 hoặc XXXX-08-18", "2012-11-20, 2012-11, 2012 or XXXX-08-18")
_SEVERAL = Bilingual(
    "“{one}” có thể là một trong: {told}; hãy ghi mã", "“{one}” may be any of these: {told}; write the id"
)
_NEAR = Bilingual("không có “{one}”; có phải “{near}”?", "there is no “{one}”; did you mean “{near}”?")
_UNKNOWN = Bilingual("không có “{one}”; hiện có: {known}", "there is no “{one}”; known: {known}")
_TOO_FEW = Bilingual("cần ít nhất {least} trong số: {known}", "at least {least} of: {known}")


@command("new", _NEW)
@argument("words", metavar="[ROOT] TITLE", nargs=-1)
@option("--agency", "agencies", multiple=True, words=_AGENCY)
@option("--signed-on", metavar="DATE", words=_SIGNED_ON)
@option("--type", "type_", words=_TYPE)
@option("--field", "fields", multiple=True, words=_FIELD)
@option("--published", callback=day, metavar="DATE", words=_PUBLISHED)
def new_command(  # noqa: PLR0917 - click calls it by name
    words: tuple[str, ...],
    agencies: tuple[str, ...],
    signed_on: str | None,
    type_: str | None,
    fields: tuple[str, ...],
    published: date | None,
) -> None:
    """Begins an article."""
    root, title = _root_and_title(words)
    sources, settings = read_bulletin(root)
    if settings.site is None or settings.vocabulary is None:
        raise unsound(root)
    if not settings.vocabulary.types or not settings.vocabulary.fields:
        raise WrongUse(_NO_TERMS)
    language = settings.language
    words_of = _ASK[language]
    types, known_fields = settings.vocabulary.types, settings.vocabulary.fields
    article = NewArticle(
        title=_value(title, words_of["title"], language, _title),
        published=published or current_time().astimezone(settings.site.timezone).date(),
        parties=_value(
            _joined(agencies), words_of["agency"], language, _ids(known_agencies(root, sources), least=_LEAST_PARTIES)
        ),
        type=_value(type_, words_of["type"], language, _ids(named(types), least=1), default=types[0].id)[0],
        fields=_value(
            _joined(fields), words_of["field"], language, _ids(named(known_fields), least=1), default=known_fields[0].id
        ),
        signed_on=_value(signed_on, words_of["signed_on"], language, _date, default=""),
    )
    target = root / article_path(article)
    if target.exists() or (target.with_suffix("") / "index.md").exists():
        raise WrongUse(_THERE, target=target)
    write_file(target, article_text(article, settings.language), root)
    click.echo(words_of["done"].format(path=target))


def _root_and_title(words: tuple[str, ...]) -> tuple[Path, str | None]:
    if len(words) > len(("ROOT", "TITLE")):
        raise WrongUse(_NO_QUOTES)
    *root, title = words or ("",)
    return Path(*root), title or None


def _value(
    given: str | None, question: str, language: Language, read: Callable[[str], T], default: str | None = None
) -> T:
    """Reads the ``given`` value, or an answer at the terminal, or the default; raises ``WrongUse`` without any."""
    if given is None and sys.stdin.isatty():
        return ask(question, read, language, default)
    if given is None and default is None:
        raise WrongUse(_MISSING, question=question)
    return read(given if given is not None else default or "")


def _joined(values: tuple[str, ...]) -> str | None:
    return ",".join(values) or None


def _title(text: str) -> str:
    slug = slugify(text)
    if not slug:
        raise WrongValue(_NO_TITLE)
    if role_of(f"content/articles/undated/{slug}.md") is not Role.ARTICLE:
        raise WrongValue(_REFUSED, name=f"{slug}.md")
    return text.strip()


def _date(text: str) -> str:
    if text:
        try:
            edtf_of(text)
        except Invalid as error:
            raise WrongValue(_NO_DATE, text=text, meant=error.values.get("mended") or _DATES) from error
    return text


def _ids(names: Names, least: int) -> Callable[[str], tuple[str, ...]]:
    known = ", ".join(sorted(names.ids))

    def read(text: str) -> tuple[str, ...]:
        chosen = tuple(dict.fromkeys(_id(one, names, known) for one in in_names(text, names)))
        if len(chosen) < least:
            raise WrongValue(_TOO_FEW, least=least, known=known)
        return chosen

    return read


def _id(text: str, names: Names, known: str) -> str:
    """Resolves an id or a name to an id."""
    meanings = names.meanings(text)
    if len(meanings) == 1:
        return meanings[0]
    if meanings:
        raise WrongValue(_SEVERAL, one=text, told=names.listed(meanings))
    near = names.near(text)
    raise WrongValue(_NEAR if near else _UNKNOWN, one=text, near=near, known=known)
