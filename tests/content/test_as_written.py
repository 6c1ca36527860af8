"""Typed values are published unchanged in every style of YAML, or a problem is reported.

The typed value is determined without a parser: the characters between the colon and the end of the line, by YAML's
rules for each style. Bantin makes two exceptions: spaces at both ends are stripped, and no-break spaces count as
spaces. A comment begins with ``# `` at least two spaces after a value.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import NamedTuple

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bantin.content.agency import read_agency
from bantin.content.discover import Role, SourceFile
from bantin.domain.model import Agency, Agreement, Article
from bantin.domain.problems import Checked
from tests.bulletins import ARTICLE
from tests.content.readings import read_article
from tests.content.strategies import bounded

_WORDS = (
    "Bộ Văn hóa", "Thể thao và Du lịch", "Nguyễn Văn A", "Chủ nhiệm", "số 1", "an ninh", "01/QCPH-BCA", "đ", "ký",
    "M'gar", "lead", "title", "null", "~", "yes", "unknown", "2020-05-05", "https://a.vn/#b",
)  # fmt: skip
_SIGNS = (
    *" ,:;.#!?-–—…\"'“”‘’«»()[]{}<>&*|%@`\\/=+_^~$•·\u00a0\u3000：",
    ", ", ": ", " #", "# ", "  # ", " - ", "- ", "' ", '" ', "...", "---", " : ", "''", '""', "\\n", "\t",
)  # fmt: skip
typed = st.lists(st.sampled_from(_WORDS) | st.sampled_from(_SIGNS), min_size=1, max_size=6).map("".join)

Style = Callable[[str], str]


def trimmed(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("\u00a0", " ").strip()


# Values that cannot be cut, since they are not texts: a day, a number, an id, an answer.
_NO_TEXT = re.compile(r"[0-9TXZ:+.~?%-]+|[a-z0-9]+(?:-[a-z0-9]+)+|yes|no|true|false|indefinite|unknown")
_COMMENT = re.compile(r"([ \t]*)#(?=[ \t#!]|$)")


def without_comment(text: str) -> str:
    """A plain value ends where a properly separated comment begins; it may consist of a comment only."""
    if _COMMENT.match(text):
        return ""
    for found in _COMMENT.finditer(text):
        before = text[: found.start()]
        if "\t" in found[1] or len(found[1]) > 1 or (found[1] and _NO_TEXT.fullmatch(before)):
            return before
    return text


def plainly(text: str) -> str:
    """The value of a text typed without quotes, or with quotes that belong to the generated text."""
    single = re.fullmatch(r"[ \t]*'((?:[^'\n]|'')*)'[ \t]*(?:[ \t]#(?:[ \t#!].*)?)?", text)
    double = re.fullmatch(r"[ \t]*\"([^\"\\\n]*)\"[ \t]*(?:[ \t]#(?:[ \t#!].*)?)?", text)
    if single:
        return trimmed(single[1].replace("''", "'"))
    return trimmed(double[1] if double else without_comment(text))


def plainly_in_braces(text: str) -> str:
    """The same in braces, where a comma after the last value has no meaning."""
    return plainly(re.sub(r"[\s,]*,\s*$", "", text))


def in_single_quotes(text: str) -> str:
    return "'{}'".format(text.replace("'", "''"))


def in_double_quotes(text: str) -> str:
    return '"{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"'))


def folded(text: str) -> str:
    return f">-\n{' ' * 12}{text}"


def literal(text: str) -> str:
    return f"|\n{' ' * 12}{text}"


# The ways to type a text as a value, with the resulting value.
STYLES: Mapping[str, tuple[Style, Callable[[str], str]]] = {
    "plain": (str, plainly),
    "single": (in_single_quotes, trimmed),
    "double": (in_double_quotes, trimmed),
    "folded": (folded, trimmed),
    "literal": (literal, trimmed),
}


def in_article_instead_of(old: str, new: str) -> str:
    assert ARTICLE.count(old) == 1
    return ARTICLE.replace(old, new)


def _agreement(article: Article) -> Agreement:
    assert article.agreement
    return article.agreement


_TITLE, _LEAD, _AUTHORS = "title: Hai cơ quan ký quy chế", "lead: Sa-pô.", "authors: [Người viết]"
_SIGNATORY = "  signatories: [{name: Nguyễn Văn A, party: co-quan-a}]"
_SCOPE = "  scope: central"


class Key(NamedTuple):
    """A place for a text in an article: ``old`` is the text that it replaces; and its value in the model."""

    old: str
    new: str
    value: Callable[[Article], str]


def _name(article: Article) -> str:
    return _agreement(article).signatories[0].person.name


def _position(article: Article) -> str:
    return _agreement(article).signatories[0].person.position


def _venue(article: Article) -> str:
    return _agreement(article).signed_at.venue


def _note(article: Article) -> str:
    return _agreement(article).events[0].note


def _source(article: Article) -> str:
    assert article.source
    return article.source.name


_PHOTO = f"{_LEAD}\nphotos:\n  - src: a.jpg\n    alt: A\n    caption: {{}}"
KEYS: Mapping[str, Key] = {
    "title": Key(_TITLE, "title: {}", lambda article: article.title),
    "lead": Key(_LEAD, "lead: {}", lambda article: article.lead),
    "authors": Key(_AUTHORS, "authors:\n  - {}", lambda article: "".join(article.authors)),
    "author": Key(_AUTHORS, "authors: {}", lambda article: "".join(article.authors)),
    "license": Key(_LEAD, f"{_LEAD}\nlicense: {{}}", lambda article: article.license),
    "caption": Key(_LEAD, _PHOTO, lambda article: article.photos[0].caption),
    "agreement.title": Key("  title: Quy chế phối hợp", "  title: {}", lambda article: _agreement(article).title),
    "number": Key(_SCOPE, f"{_SCOPE}\n  number: {{}}", lambda article: _agreement(article).number),
    "name": Key(_SIGNATORY, "  signatories:\n    - name: {}\n      party: co-quan-a", _name),
    "position": Key(_SIGNATORY, "  signatories:\n    - name: A\n      position: {}", _position),
    "note": Key(_SCOPE, f"{_SCOPE}\n  events:\n    - kind: reviewed\n      note: {{}}", _note),
    "venue": Key(_SCOPE, f"{_SCOPE}\n  signed_at:\n    venue: {{}}", _venue),
}
FLOWS: Mapping[str, Key] = {
    "name": Key(_SIGNATORY, "  signatories: [{{name: {}, party: co-quan-a}}]", _name),
    "position": Key(_SIGNATORY, "  signatories:\n    - {{name: A, position: {}}}", _position),
    "venue": Key(_SCOPE, f"{_SCOPE}\n  signed_at: {{{{place: Hà Nội, venue: {{}}}}}}", _venue),
    "source": Key(_LEAD, f"{_LEAD}\nsource: {{{{name: {{}}, code: A}}}}", _source),
}


def assert_as_written(text: str, said: str, value: Callable[[Article], str]) -> None:
    """The text of an article gives the value that it said, or a problem."""
    reading = read_article(text)
    if reading.problems:
        return
    assert reading.value is not None
    assert value(reading.value) == said


def given_as_nothing(said: str) -> bool:
    """Whether the text gives no value: it is empty, or one of the words for that."""
    return said in ("", "~", "null", "unknown")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("key", KEYS)
@bounded
@given(text=typed)
@example(text="Hội nghị số #1 giữa A và B")
@example(text="Bộ Công an #")
@example(text="“Bộ Công an”")
def test_a_text_in_a_block_is_what_was_typed(key: str, style: str, text: str) -> None:
    write, meaning = STYLES[style]
    # Leading spaces of a block scalar determine its indentation.
    assume(style not in ("folded", "literal") or text.strip(" \t\u00a0\u3000") == text)
    old, new, value = KEYS[key]
    said = meaning(text)
    assume(not given_as_nothing(said))
    assert_as_written(in_article_instead_of(old, new.format(write(text))), said, value)


@pytest.mark.parametrize("style", ["plain", "single", "double"])
@pytest.mark.parametrize("key", FLOWS)
@bounded
@given(text=typed)
@example(text="Bộ Văn hóa, Thể thao và Du lịch")
@example(text="Nguyễn Văn A, Chủ nhiệm")
@example(text="A, B, C")
@example(text="Bộ Văn hóa}  # ")
def test_a_text_in_braces_is_what_was_typed(key: str, style: str, text: str) -> None:
    write, meaning = STYLES[style]
    old, new, value = FLOWS[key]
    said = plainly_in_braces(text) if style == "plain" else meaning(text)
    assume(not given_as_nothing(said))
    assert_as_written(in_article_instead_of(old, new.format(write(text))), said, value)


def read_agency_of(text: str) -> Checked[Agency]:
    return read_agency(SourceFile("content/agencies/bo.yml", Role.AGENCY, 0, 0), text.encode())


@pytest.mark.parametrize("style", ["plain", "single", "double"])
@pytest.mark.parametrize(
    "pattern", ["name: {}\n", "name:\n  vi: {}\n", "name: {{vi: {}, en: A}}\n", "name: {{en: A, vi: {}}}\n"]
)
@bounded
@given(text=typed)
@example(text="Bộ Văn hóa, Thể thao và Du lịch")
def test_the_name_of_an_agency_is_what_was_typed(pattern: str, style: str, text: str) -> None:
    write, meaning = STYLES[style]
    said = plainly_in_braces(text) if "{{" in pattern and style == "plain" else meaning(text)
    assume(not given_as_nothing(said))
    agency = read_agency_of(pattern.format(write(text)))
    assert agency.problems or (agency.value and agency.value.name.vi == said)


@bounded
@given(st.lists(typed, min_size=1, max_size=4))
@example(texts=["#Bộ Văn hóa", "#Bộ Văn hóa", "Bộ Văn hóa"])
def test_the_lines_of_a_lead_are_those_that_were_typed(texts: list[str]) -> None:
    """A plain text over several lines: each line as it was typed, with a space between them."""
    assume(all(text.strip(" \t\u00a0\u3000") == text and not _COMMENT.match(text) for text in texts))
    # These begin another style.
    assume(texts[0][:1] not in "'\">|")
    said = trimmed(" ".join([*texts[:-1], without_comment(texts[-1])]))
    assume(not given_as_nothing(said))
    lines = "\n  ".join(texts)
    assert_as_written(in_article_instead_of("lead: Sa-pô.", f"lead: {lines}"), said, lambda article: article.lead)
