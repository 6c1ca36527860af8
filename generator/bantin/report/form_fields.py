"""The fields of the editors' form that problems are about, by their labels: who writes in the form sees no lines."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import get_args

from pydantic import BaseModel

from bantin.content.schema.agency import AgencyFields
from bantin.content.schema.article import ArticleFields, PageFields
from bantin.content.schema.field_marks import Labelled, marks
from bantin.content.schema.record import RecordFields
from bantin.content.schema.site import SiteFields, VocabularyFields
from bantin.domain.problems import Language, Location
from bantin.report.excerpt import lines_of_file
from bantin.report.formats import FieldOf
from bantin.site.cms import words

_FILES: tuple[tuple[str, type[BaseModel]], ...] = (
    ("content/articles/", ArticleFields),
    ("content/agreements/", RecordFields),
    ("content/pages/", PageFields),
    ("content/agencies/", AgencyFields),
    ("content/site.yml", SiteFields),
    ("content/vocabulary.yml", VocabularyFields),
)
_KEY = re.compile(r"(?P<indent>\s*(?:- +)*)(?P<key>[a-z_]+)\s*:(?:\s|$)")
_INNER_KEY = re.compile(r"[{,]\s*([a-z_]+)\s*:\s")
_FENCE = "---"


def form_fields(root: Path, language: Language) -> FieldOf:
    """Returns a function for the labels of fields in files below ``root``: ``Các bên ký kết › Vai trò``.

    The last file is cached, since one file may have many problems.
    """
    return partial(_field, lru_cache(maxsize=1)(partial(lines_of_file, root)), language)


def _field(lines_of: Callable[[str], Sequence[str]], language: Language, location: Location) -> str:
    fields = next((fields for beginning, fields in _FILES if location.path.startswith(beginning)), None)
    lines = lines_of(location.path) if fields and location.line else ()
    if fields is None or not 0 < location.line <= len(lines):
        return ""
    if location.path.endswith(".md") and _is_text(lines, location.line):
        return (words.RECORD_TEXT if fields is RecordFields else words.BODY).text(language)
    return " › ".join(_labels(fields, keys_at(lines, location), language))


def _is_text(lines: Sequence[str], line: int) -> bool:
    """Whether ``line``, which counts from 1, is below the front matter."""
    ends = [number for number, text in enumerate(lines, start=1) if text.rstrip() == _FENCE]
    return len(ends) > 1 and line > ends[1]


def keys_at(lines: Sequence[str], location: Location) -> list[str]:
    """Returns the keys of the value at ``location``, outermost first, as far as their lines show them."""
    at = lines[location.line - 1]
    inner = _INNER_KEY.findall(at[: max(0, location.column - 1) + location.width + 1]) if location.column else []
    keys, depth = inner[-1:], len(at) + 1
    for text in reversed(lines[: location.line]):
        found = _KEY.match(text)
        if text.rstrip() == _FENCE or depth == 0:
            break
        # The indentation of a line with a value only, such as an item of a list, is that of its first letter.
        indent = len(found["indent"]) if found else len(text) - len(text.lstrip(" -"))
        if text.strip() and indent < depth and (found or text is at):
            keys = [found["key"], *keys] if found else keys
            depth = indent
    return keys


def _labels(fields: type[BaseModel], keys: Sequence[str], language: Language) -> Iterator[str]:
    """Yields the labels of ``keys`` up to one that the schema does not know."""
    inside = [fields]
    for key in keys:
        holder = next((one for one in inside if key in one.model_fields), None)
        if holder is None:
            return
        labelled = marks(holder, Labelled).get(key)
        if labelled:
            yield labelled.label.text(language)
        inside = list(_models(holder.model_fields[key].annotation))


def _models(hint: object) -> Iterator[type[BaseModel]]:
    """Yields the mappings that a value of this type may be or hold."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
    for inner in get_args(hint):
        yield from _models(inner)
