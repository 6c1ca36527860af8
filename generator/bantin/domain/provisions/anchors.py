"""Anchors: the address of a provision within its text, made of words and numbers: ``dieu-5-khoan-2-diem-d``.

Articles are numbered throughout a document, so an article's anchor contains neither its part nor its chapter; an annex
has its own numbering. The words are those of the language of the text.
"""

import re
from functools import cache

from msgspec import Struct

from bantin.domain.model.provision import Provision, ProvisionKind
from bantin.domain.problems import Language
from bantin.domain.provisions.numbers import slug_of

K = ProvisionKind
LEVELS: tuple[ProvisionKind, ...] = tuple(ProvisionKind)
"""All kinds, from the outermost to the innermost."""
HEADED = frozenset((K.ANNEX, K.PART, K.CHAPTER, K.SECTION, K.SUBSECTION, K.ARTICLE))
"""The kinds whose number follows a word, and that may have a heading."""


class Word(Struct, frozen=True):
    """The word of a level: in an anchor, as it is written, and in which language."""

    slug: str
    written: str
    kind: ProvisionKind
    language: Language


WORDS: tuple[Word, ...] = (
    Word("phu-luc", "Phụ lục", K.ANNEX, "vi"),
    Word("phan", "Phần", K.PART, "vi"),
    Word("chuong", "Chương", K.CHAPTER, "vi"),
    Word("muc", "Mục", K.SECTION, "vi"),
    Word("tieu-muc", "Tiểu mục", K.SUBSECTION, "vi"),
    Word("dieu", "Điều", K.ARTICLE, "vi"),
    Word("khoan", "Khoản", K.CLAUSE, "vi"),
    Word("diem", "Điểm", K.POINT, "vi"),
    Word("annex", "Annex", K.ANNEX, "en"),
    Word("appendix", "Appendix", K.ANNEX, "en"),
    Word("part", "Part", K.PART, "en"),
    Word("chapter", "Chapter", K.CHAPTER, "en"),
    Word("section", "Section", K.SECTION, "en"),
    Word("subsection", "Subsection", K.SUBSECTION, "en"),
    Word("article", "Article", K.ARTICLE, "en"),
    Word("clause", "Clause", K.CLAUSE, "en"),
    Word("point", "Point", K.POINT, "en"),
)
_NUMBER = r"[0-9a-z]+(?:-[0-9]+)?(?:-x[0-9]+)?"


def word_for(kind: ProvisionKind, language: Language) -> Word:
    """The word of ``kind`` in ``language``."""
    return next(word for word in WORDS if word.kind is kind and word.language == language)


def anchor_under(parent: str, word: Word, number: str) -> str:
    """The anchor of the provision ``number`` of a level, below the anchor that it is based on (which may be empty)."""
    own = "-".join(part for part in (word.slug, slug_of(word.kind, number)) if part)
    return f"{parent}-{own}" if parent else own


def is_anchor(text: str) -> bool:
    """Whether ``text`` has the form of an anchor."""
    return _anchors().fullmatch(text) is not None


def canonical(anchor: str) -> str:
    """``anchor`` with Vietnamese words: the same for a provision whatever the language of its anchor."""
    return _words().sub(lambda found: _vietnamese()[found[0]], anchor)


def word_of(provision: Provision) -> Word:
    """The word before the number of ``provision``, according to its anchor."""
    for word in WORDS:
        if word.kind is provision.kind and _ending(word.slug).search(provision.anchor):
            return word
    return word_for(provision.kind, "vi")


@cache
def _ending(slug: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|-)(?<!tieu-){slug}(?:-{_NUMBER})?$")


@cache
def _anchors() -> re.Pattern[str]:
    slugs = "|".join(sorted((word.slug for word in WORDS), key=len, reverse=True))
    step = rf"(?:(?:{slugs})-{_NUMBER}|phu-luc|annex|appendix)"
    return re.compile(rf"{step}(?:-{step})*")


@cache
def _words() -> re.Pattern[str]:
    slugs = "|".join(word.slug for word in WORDS if word.language == "en")
    return re.compile(rf"(?<![a-z])(?:{slugs})(?![a-z])")


@cache
def _vietnamese() -> dict[str, str]:
    return {word.slug: word_for(word.kind, "vi").slug for word in WORDS}
