"""``bantin new``."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from generator.cli.bulletin import read_bulletin, unsound
from generator.cli.files import write_file
from generator.cli.options import DAY, current_time, day
from generator.content.agency import known_agencies
from generator.content.naming import Names, in_names, named
from generator.content.schema.invalid import Invalid
from generator.content.schema.values import edtf_of
from generator.errors import Language
from generator.scaffold import NewArticle, article_path, article_text
from generator.text.slugs import slugify

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


@click.command("new")
@click.argument("words", metavar="[ROOT] TITLE", nargs=-1)
@click.option("--agency", "agencies", multiple=True, help="A party; give it once for each.")
@click.option("--signed-on", metavar="DATE", help="The day of signing: 2012-11-20, 2012-11, 2012 or XXXX-08-18.")
@click.option("--type", "type_", help="The type of document.  [default: the first of vocabulary.yml]")
@click.option("--field", "fields", multiple=True, help="A field; give it once for each.  [default: the first]")
@click.option("--published", type=DAY, callback=day, help="The day of publication.  [default: today]")
def new_command(  # noqa: PLR0917 - click calls it by name
    words: tuple[str, ...],
    agencies: tuple[str, ...],
    signed_on: str | None,
    type_: str | None,
    fields: tuple[str, ...],
    published: date | None,
) -> None:
    """Begin an article in the bulletin of ROOT: a valid file to fill in.

    In a terminal, asks for what is not given.
    """
    root, title = _root_and_title(words)
    sources, settings = read_bulletin(root)
    if settings.site is None or settings.vocabulary is None:
        raise unsound(root)
    if not settings.vocabulary.types or not settings.vocabulary.fields:
        raise click.UsageError("vocabulary.yml needs a type and a field before there can be an article.")
    ask = _ASK[settings.language]
    types, known_fields = settings.vocabulary.types, settings.vocabulary.fields
    article = NewArticle(
        title=_value(title, ask["title"], _title),
        published=published or current_time().astimezone(settings.site.timezone).date(),
        parties=_value(_joined(agencies), ask["agency"], _ids(known_agencies(root, sources), least=_LEAST_PARTIES)),
        type=_value(type_, ask["type"], _ids(named(types), least=1), default=types[0].id)[0],
        fields=_value(_joined(fields), ask["field"], _ids(named(known_fields), least=1), default=known_fields[0].id),
        signed_on=_value(signed_on, ask["signed_on"], _date, default=""),
    )
    target = root / article_path(article)
    if target.exists():
        raise click.UsageError(f"{target} is there already; choose another title.")
    write_file(target, article_text(article, settings.language))
    click.echo(ask["done"].format(path=target))


def _root_and_title(words: tuple[str, ...]) -> tuple[Path, str | None]:
    if len(words) > len(("ROOT", "TITLE")):
        raise click.UsageError("Put the title in quotes: bantin new 'Quy chế phối hợp …'")
    *root, title = words or ("",)
    return Path(*root), title or None


def _value(given: str | None, question: str, read: Callable[[str], T], default: str | None = None) -> T:
    """What was given; or else what somebody at a terminal answers, asked again until it can be read; or the default."""
    if given is None and sys.stdin.isatty():
        answer: T = click.prompt(question, default=default, value_proc=read, show_default=bool(default), err=True)
        return answer
    if given is None and default is None:
        raise click.UsageError(f"Missing: {question}")
    return read(given if given is not None else default or "")


def _joined(values: tuple[str, ...]) -> str | None:
    return ",".join(values) or None


def _title(text: str) -> str:
    if not slugify(text):
        raise click.BadParameter("a title needs letters or digits, to make an address of.")
    return text.strip()


def _date(text: str) -> str:
    if text:
        try:
            edtf_of(text)
        except Invalid as error:
            meant = error.values.get("mended") or "2012-11-20, 2012-11, 2012 or XXXX-08-18"
            raise click.BadParameter(f"{text!r} is not a date; write {meant}.") from error
    return text


def _ids(names: Names, least: int) -> Callable[[str], tuple[str, ...]]:
    known = ", ".join(sorted(names.ids))

    def read(text: str) -> tuple[str, ...]:
        chosen = tuple(dict.fromkeys(_id(one, names, known) for one in in_names(text, names)))
        if len(chosen) < least:
            raise click.BadParameter(f"at least {least} of: {known}")
        return chosen

    return read


def _id(text: str, names: Names, known: str) -> str:
    """The id that ``text`` is, or is a name of."""
    meanings = names.meanings(text)
    if len(meanings) == 1:
        return meanings[0]
    if meanings:
        raise click.BadParameter(f"{text!r} may be any of these: {names.told(meanings)}; write the id.")
    near = names.near(text)
    hint = f"did you mean {near!r}?" if near else f"known: {known}"
    raise click.BadParameter(f"there is no {text!r}; {hint}")
