"""Values that several kinds of ``bantin new`` share: how they are read, and how the new file is written."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bantin.cli.asking import ask
from bantin.cli.files import write_file
from bantin.cli.names import id_of
from bantin.cli.root import find_root
from bantin.cli.words import Bilingual, WrongUse, WrongValue
from bantin.content.files import SITE
from bantin.content.name_lookup import Names, in_names
from bantin.content.schema.invalid import Invalid
from bantin.content.schema.values import edtf_of
from bantin.domain.problems import LANGUAGES, Language, Location, Problem
from bantin.domain.text.slugs import fits, is_slug, slugify
from bantin.scaffold import short_slug

T = TypeVar("T")

_NO_QUOTES = Bilingual(
    "Hãy đặt tiêu đề trong dấu nháy: {command} 'Quy chế phối hợp …'",
    "Put the title in quotes: {command} 'Quy chế phối hợp …'",
)
_MISSING = Bilingual("Còn thiếu: {question}", "Missing: {question}")
_THERE = Bilingual("Đã có {target}; hãy chọn {other}.", "{target} is there already; choose {other}.")
_NO_WORDS = Bilingual(
    "{what} phải có chữ hoặc số để tạo thành địa chỉ.", "{what} needs letters or digits, to make an address of."
)
_NO_ID = Bilingual(
    "“{text}” không dùng làm mã được; mã chỉ có chữ thường không dấu, chữ số và dấu -, ví dụ {slug}",
    "“{text}” cannot be an id, which has only lower-case letters without marks, digits and hyphens, such as {slug}",
)
_NO_DATE = Bilingual("“{text}” không phải là ngày; hãy viết {meant}.", "“{text}” is not a date; write {meant}.")
_DATES = Bilingual("2012-11-20, 2012-11, 2012 hoặc XXXX-08-18", "2012-11-20, 2012-11, 2012 or XXXX-08-18")
_TOO_FEW = Bilingual("cần ít nhất {least} trong số: {known}", "at least {least} of: {known}")
PROBLEM = Bilingual("{problem}", "{problem}")
_TITLE = Bilingual("tiêu đề", "a title")

_OTHER_TITLE = Bilingual("tiêu đề khác", "another title")
_SAMPLE_ID = "co-quan-a"


def root_and_words(words: tuple[str, ...], most: int, command: str) -> tuple[Path, tuple[str, ...]]:
    """The root of the bulletin, and the other words of the command.

    The first word is the root if there are ``most``, or if there is a bulletin in a folder of this name. Without one,
    the bulletin is that of the working folder. Raises ``WrongUse`` for more words, of which a title
    consists that was not put in quotes.
    """
    if len(words) > most:
        raise WrongUse(_NO_QUOTES, command=command)
    if len(words) == most or (words and (Path(words[0]) / SITE).is_file()):
        return Path(words[0]), words[1:]
    return find_root(Path()), words


def given(value: str | None, question: Bilingual, language: Language) -> str:
    """The ``value``. Raises ``WrongUse`` if there is none."""
    if not value:
        raise WrongUse(_MISSING, question=question.of(language))
    return value


def given_or_asked(
    value: str | None, question: str, language: Language, read: Callable[[str], T], default: str | None = None
) -> T:
    """Reads the given ``value``, or an answer at the terminal, or the default; raises ``WrongUse`` without any."""
    if value is None and sys.stdin.isatty():
        return ask(question, read, language, default)
    if value is None and default is None:
        raise WrongUse(_MISSING, question=question)
    return read(value if value is not None else default or "")


def joined(values: tuple[str, ...]) -> str | None:
    """The values of an option as one list; ``None`` if it was not given."""
    return ",".join(values) or None


def title_of(text: str) -> str:
    """The title, of which a file name can be made. Raises ``WrongValue`` otherwise."""
    if not slugify(text):
        raise WrongValue(_NO_WORDS, what=_TITLE)
    return text.strip()


def id_for(name: str, given_id: str | None, what: Bilingual) -> str:
    """The id of a new file: ``given_id``, or else one made of its ``name``. Raises ``WrongValue`` if not valid."""
    text = name if given_id is None else given_id
    slug = short_slug(text) if slugify(text) else ""
    if given_id is None and slug:
        return slug
    if given_id is None:
        raise WrongValue(_NO_WORDS, what=what)
    if not is_slug(given_id) or not fits(f"{given_id}.md"):
        raise WrongValue(_NO_ID, text=given_id, slug=slug or _SAMPLE_ID)
    return given_id


def date_of(text: str) -> str:
    """The date, which may be known in part, or ``""``. Raises ``WrongValue`` if it is none."""
    if text:
        try:
            edtf_of(text)
        except Invalid as error:
            raise WrongValue(_NO_DATE, text=text, meant=error.values.get("mended") or _DATES) from error
    return text


def ids_of(names: Names, least: int) -> Callable[[str], tuple[str, ...]]:
    """A function that reads a list of at least ``least`` ids or names."""
    known = ", ".join(sorted(names.ids))

    def read(text: str) -> tuple[str, ...]:
        chosen = tuple(dict.fromkeys(id_of(one, names) for one in in_names(text, names)))
        if len(chosen) < least:
            raise WrongValue(_TOO_FEW, least=least, known=known)
        return chosen

    return read


def read_as(read: Callable[[str], T], text: str) -> T:
    """Reads ``text`` with a function of the schema. Raises ``WrongValue`` with the problem that this reports."""
    try:
        return read(text)
    except Invalid as error:
        told = error.kind.at(Location(""), **error.values)
        raise WrongValue(PROBLEM, problem=told_of(told)) from error


def told_of(problem: Problem) -> Bilingual:
    """The message and the hint of ``problem``, in both languages."""
    vi, en = (f"{problem.message(language)} {problem.hint(language)}".strip() for language in LANGUAGES)
    return Bilingual(vi, en)


def create(target: Path, text: str, root: Path, other: Bilingual = _OTHER_TITLE) -> None:
    """Writes the new file ``target``. Raises ``WrongUse`` if it is there already: ``other`` says what to change."""
    beside = target.with_suffix("") / "index.md" if target.suffix == ".md" else target
    if target.exists() or beside.exists():
        raise WrongUse(_THERE, target=target, other=other)
    write_file(target, text, root)
