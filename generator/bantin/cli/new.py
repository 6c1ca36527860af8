"""``bantin new``."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import click
from msgspec import Struct

from bantin.cli.asking import ask
from bantin.cli.bulletin import read_bulletin, unsound
from bantin.cli.commands import argument, command, option
from bantin.cli.files import write_file
from bantin.cli.options import current_time, day
from bantin.cli.words import Bilingual, WrongUse, WrongValue
from bantin.content.agency import known_agencies
from bantin.content.discover import Role, Sources, role_of
from bantin.content.name_lookup import Names, in_names, named
from bantin.content.record import known_records
from bantin.content.schema.invalid import Invalid
from bantin.content.schema.values import edtf_of
from bantin.domain.model import Vocabulary
from bantin.domain.problems import Language
from bantin.domain.text.slugs import slugify
from bantin.domain.text.suggestions import nearest
from bantin.scaffold import NewAgreement, NewArticle, article_path, article_text, record_path, record_text

T = TypeVar("T")

_ASK: dict[Language, dict[str, str]] = {
    "vi": {
        "title": "Tiêu đề",
        "subject": "Tên văn bản (trích yếu)",
        "agency": "Các bên ký kết (mã, tên hoặc tên viết tắt của cơ quan, cách nhau bằng dấu phẩy)",
        "type": "Loại văn bản",
        "field": "Lĩnh vực (mã hoặc tên, cách nhau bằng dấu phẩy)",
        "signed_on": "Ngày ký (năm-tháng-ngày, bỏ trống nếu chưa rõ)",
        "done": "Đã tạo {path}. Hãy mở tệp và viết tiếp.",
        "record_done": "Đã tạo {path}. Hãy mở tệp và ghi tiếp.",
    },
    "en": {
        "title": "Headline",
        "subject": "Subject line",
        "agency": "Parties (ids, names or abbreviations of agencies, with commas between them)",
        "type": "Type of document",
        "field": "Fields (ids or names, with commas between them)",
        "signed_on": "Date of signing (year-month-day, empty if unknown)",
        "done": "There is a new article: {path}. Open it and write on.",
        "record_done": "There is a new record: {path}. Open it and fill it in.",
    },
}
_LEAST_PARTIES = 2


_NEW = Bilingual(
    """Bắt đầu một bài viết trong bản tin ở THƯ-MỤC: một tệp đúng mẫu để viết tiếp.

    Với --record là một văn bản có tệp riêng; TIÊU-ĐỀ khi đó là trích yếu. Với --about là tin về văn bản đã có.

    Chạy trong cửa sổ lệnh thì lệnh hỏi những gì chưa nêu.
    """,
    """Begin an article in the bulletin of ROOT: a valid file to fill in.

    With --record, a record with a file of its own; TITLE is its subject line. With --about, news about known records.

    In a terminal, asks for what is not given.
    """,
)
_RECORD = Bilingual(
    "Bắt đầu một văn bản có tệp riêng, không kèm bài viết.", "Begin a record of its own, without an article."
)
_ABOUT = Bilingual(
    "Mã của văn bản mà bài viết nói đến; mỗi văn bản nêu một lần.",
    "The id of a record that the article is about; give it once for each.",
)
_EITHER = Bilingual(
    "--about chỉ dùng cho bài viết về văn bản đã có, không đi cùng --record, --agency, --signed-on, --type, --field; "
    "văn bản (--record) không có --published.",
    "--about is for an article about known records, without --record, --agency, --signed-on, --type or --field; "
    "a record (--record) has no --published.",
)
_NO_RECORD = Bilingual("Không có văn bản nào có mã “{id}”.", "There is no record with the id “{id}”.")
_NO_RECORD_NEAR = Bilingual(
    "Không có văn bản nào có mã “{id}”; có phải “{near}”?",
    "There is no record with the id “{id}”; did you mean “{near}”?",
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
@option("--record", "is_record", is_flag=True, words=_RECORD)
@option("--about", "about", multiple=True, metavar="ID", words=_ABOUT)
@option("--agency", "agencies", multiple=True, words=_AGENCY)
@option("--signed-on", metavar="DATE", words=_SIGNED_ON)
@option("--type", "type_", words=_TYPE)
@option("--field", "fields", multiple=True, words=_FIELD)
@option("--published", callback=day, metavar="DATE", words=_PUBLISHED)
def new_command(  # noqa: PLR0917 - click calls it by name
    words: tuple[str, ...],
    about: tuple[str, ...],
    agencies: tuple[str, ...],
    signed_on: str | None,
    type_: str | None,
    fields: tuple[str, ...],
    published: date | None,
    *,
    is_record: bool,
) -> None:
    """Creates an article or a record."""
    root, title = _root_and_title(words)
    facts = _GivenFacts(_joined(agencies), signed_on, type_, _joined(fields))
    if (about and (is_record or facts != _GivenFacts())) or (is_record and published):
        raise WrongUse(_EITHER)
    sources, settings = read_bulletin(root)
    if settings.site is None or settings.vocabulary is None:
        raise unsound(root)
    language = settings.language
    question = _ASK[language]["subject" if is_record else "title"]
    title = _value(title, question, language, _record_title if is_record else _title)
    ids = _about(root, sources, about)
    agreement = None if ids else _agreement(facts, known_agencies(root, sources), settings.vocabulary, language)
    if is_record and agreement:
        target, text = root / record_path(title), record_text(title, agreement, language)
    else:
        day_published = published or current_time().astimezone(settings.site.timezone).date()
        article = NewArticle(title, day_published, agreement, ids)
        target, text = root / article_path(article), article_text(article, language)
    if target.exists() or (target.with_suffix("") / "index.md").exists():
        raise WrongUse(_THERE, target=target)
    write_file(target, text, root)
    click.echo(_ASK[language]["record_done" if is_record else "done"].format(path=target))


class _GivenFacts(Struct, frozen=True):
    """The facts of an agreement from the command line; ``None`` if it has none."""

    agencies: str | None = None
    signed_on: str | None = None
    type: str | None = None
    fields: str | None = None


def _agreement(given: _GivenFacts, agencies: Names, vocabulary: Vocabulary, language: Language) -> NewAgreement:
    types, fields, ask_for = vocabulary.types, vocabulary.fields, _ASK[language]
    if not types or not fields:
        raise WrongUse(_NO_TERMS)
    return NewAgreement(
        parties=_value(given.agencies, ask_for["agency"], language, _ids(agencies, least=_LEAST_PARTIES)),
        type=_value(given.type, ask_for["type"], language, _ids(named(types), least=1), default=types[0].id)[0],
        fields=_value(given.fields, ask_for["field"], language, _ids(named(fields), least=1), default=fields[0].id),
        signed_on=_value(given.signed_on, ask_for["signed_on"], language, _date, default=""),
    )


def _about(root: Path, sources: Sources, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The records that an article is to be about. Raises ``WrongUse`` for one that does not exist."""
    known = known_records(root, sources) if ids else frozenset()
    for one in ids:
        if one not in known:
            near = nearest(one, known)
            raise WrongUse(_NO_RECORD_NEAR if near else _NO_RECORD, id=one, near=near)
    return tuple(dict.fromkeys(ids))


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


def _record_title(text: str) -> str:
    if not slugify(text):
        raise WrongValue(_NO_TITLE)
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
