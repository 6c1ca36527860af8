"""VALIDATE: the text of an agreement: the order of its provisions, its references, and its size."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from bantin.content.problems import provisions as problems
from bantin.domain.model.provision import AgreementText, Provision, ProvisionKind
from bantin.domain.problems import Location, Problem
from bantin.domain.provisions.anchors import canonical, word_of
from bantin.domain.provisions.numbers import Order, letters_between, order_of
from bantin.domain.provisions.references import Document, Reference, anchors_meant, find_references
from bantin.domain.provisions.writing import label_of

K = ProvisionKind
MOST_PROVISIONS = 20_000
LONGEST_PROVISION = 100_000
"""Characters of a provision, without those that it contains."""
# Problems of one kind of check that are reported for one text; fixing these shows the rest.
_ENOUGH = 20
_NEAR = 500
_RESTARTING = frozenset((K.CHAPTER, K.SECTION, K.SUBSECTION))
_UNUSED_LETTERS = frozenset("fjwz")
_OTHER_DOCUMENTS = (
    r"sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ|\b(?:bộ luật|luật|hiến pháp|pháp lệnh|nghị định|thông tư|nghị quyết"
    r"|quyết định|hiệp định|công ước|điều lệ)\b|[0-9]/[0-9A-ZĐ]"
    r"|\b(?:amend\w*|replac\w*|repeal\w*|insert\w*|law|act|decree|circular|convention|treaty)\b"
)
_QUOTING = frozenset('“”"«»')


def check_provisions(
    text: AgreementText, path: str, *, clauses: int | None = None, key: str = "clauses"
) -> Iterator[Problem]:
    """Reports doubtful places in the ``text`` in the file ``path``.

    ``clauses`` is the number of articles stated in the facts under ``key``; it is compared if the text has articles.
    """
    count = sum(1 for _ in text.walk())
    if count > MOST_PROVISIONS:
        yield problems.TOO_MANY_PROVISIONS.at(Location(path), count=count, most=MOST_PROVISIONS)
        return
    yield from _check_lengths(text, path)
    yield from _first_of(_check_orders(text, path))
    yield from _first_of(_check_letters(text, path))
    yield from _first_of(_check_references(text, path))
    articles = [one for one, path_to in _with_paths(text) if one.kind is K.ARTICLE and path_to[0].kind is not K.ANNEX]
    if clauses is not None and articles and len(articles) != clauses:
        place = Location(path, articles[-1].line)
        yield problems.ARTICLES_COUNTED.at(place, count=len(articles), stated=clauses, key=key)


def _first_of(found: Iterator[Problem]) -> Iterator[Problem]:
    for place, problem in enumerate(found):
        if place == _ENOUGH:
            return
        yield problem


def _with_paths(text: AgreementText) -> Iterator[tuple[Provision, tuple[Provision, ...]]]:
    """Every provision with the path to it, itself included."""
    left: list[tuple[Provision, ...]] = [(one,) for one in reversed(text.provisions)]
    while left:
        path_to = left.pop()
        yield path_to[-1], path_to
        left.extend((*path_to, child) for child in reversed(path_to[-1].children))


def _place(one: Provision, path: str) -> Location:
    return Location(path, one.line)


def _shown(one: Provision) -> str:
    """The number of a provision, as written in sentences."""
    if one.kind in (K.CLAUSE, K.POINT) or not one.bare:
        return f"{word_of(one).written} {one.number}".strip()
    return label_of(one)


def _check_lengths(text: AgreementText, path: str) -> Iterator[Problem]:
    for one in text.walk():
        length = len(one.heading) + sum(map(len, one.paragraphs))
        if length > LONGEST_PROVISION:
            place = _place(one, path)
            yield problems.PROVISION_TOO_LONG.at(place, found=_shown(one), length=length, most=LONGEST_PROVISION)


def _check_orders(text: AgreementText, path: str) -> Iterator[Problem]:
    """Reports gaps, duplicates and wrong order in each sequence: the articles of a text or annex, or siblings."""
    sequences: dict[tuple[str, ProvisionKind, str], list[Provision]] = {}
    for one, path_to in _with_paths(text):
        above = path_to[-2] if len(path_to) > 1 else None
        if one.kind is K.ARTICLE:
            above = next((outer for outer in path_to if outer.kind is K.ANNEX), None)
        word = word_of(one).slug if one.kind is K.ANNEX else ""
        sequences.setdefault((above.anchor if above else "", one.kind, word), []).append(one)
    last: dict[ProvisionKind, Provision] = {}
    for (_, kind, _), sequence in sequences.items():
        previous = last.get(kind) if kind in _RESTARTING else None
        yield from _check_sequence(sequence, previous, path)
        last[kind] = sequence[-1]


def _check_sequence(sequence: Sequence[Provision], before: Provision | None, path: str) -> Iterator[Problem]:
    """Checks a sequence, which may continue the one that ended with ``before``."""
    seen: dict[Order, Provision] = {}
    previous: Provision | None = None
    last: Order | None = None
    for one in sequence:
        own = _order(one)
        if own is None:
            continue
        missing = _missing(last, one, own)
        if missing and last is None and before is not None and _missing(_order(before), one, own) is None:
            missing = None
        if own in seen:
            place = _place(one, path)
            yield problems.PROVISION_TWICE.at(place, found=_shown(one), first=seen[own].line, anchor=one.anchor)
        elif last and previous and own < last:
            yield problems.PROVISION_OUT_OF_ORDER.at(_place(one, path), found=_shown(one), previous=_shown(previous))
        elif missing:
            expected = f"{word_of(one).written} {missing}"
            yield problems.PROVISION_MISSING.at(_place(one, path), found=_shown(one), expected=expected)
        seen.setdefault(own, one)
        if last is None or own > last:
            previous, last = one, own


def _order(one: Provision) -> Order | None:
    return order_of(one.kind, one.number)


def _missing(last: Order | None, one: Provision, own: Order) -> str | None:
    """The number missing between ``last`` and ``one``, whose place in the sequence is ``own``.

    ``None`` if none is missing or the order is wrong.
    """
    if last is not None and own.count <= last.count:
        return None
    if one.kind is K.POINT:
        previous = "abcdđefghijklmnopqrstuvwxyz"[last.count - 1] if last else ""
        return next(iter(letters_between(previous, one.number, english=word_of(one).language == "en")), None)
    expected = (last.count if last else 0) + 1
    if own.count in (expected, 0):
        return None
    return f"{one.number.rpartition('.')[0]}.{expected}" if "." in one.number else str(expected)


def _check_letters(text: AgreementText, path: str) -> Iterator[Problem]:
    for one in text.walk():
        if one.kind is K.POINT and one.number[0] in _UNUSED_LETTERS and word_of(one).language == "vi":
            yield problems.UNUSUAL_POINT_LETTER.at(_place(one, path), found=one.number)


def _check_references(text: AgreementText, path: str) -> Iterator[Problem]:
    """Reports references of the text to missing provisions of itself, unless they may mean another document."""
    known = {canonical(one.anchor): one for one in text.walk()}
    if not any(one.kind is K.ARTICLE for one in known.values()):
        return
    for one, path_to in _with_paths(text):
        for paragraph in one.paragraphs:
            for reference in _own_references(paragraph, path_to):
                anchors = [canonical(anchor) for anchor in anchors_meant(reference, path_to)]
                if anchors and not any(_leads(anchor, known) for anchor in anchors):
                    words = paragraph[reference.start : reference.end]
                    yield problems.REFERENCE_TO_NO_PROVISION.at(_place(one, path), text=words, anchor=anchors[0])


def _own_references(paragraph: str, path_to: Sequence[Provision]) -> Iterator[Reference]:
    """The references of a paragraph that are certainly to its own text; ``path_to`` leads to its provision."""
    if _QUOTING.intersection(paragraph):
        return
    references = find_references(paragraph)
    if references:
        around = any(_speaks_of_others(outer.heading, *outer.paragraphs[:1]) for outer in path_to)
        sure = not around and _others().search(paragraph) is None
        yield from (reference for reference in references if _means_this(reference, paragraph, sure=sure))


def _means_this(reference: Reference, paragraph: str, *, sure: bool) -> bool:
    """Tells references to this text from those that may mean another document; ``sure`` if none is named nearby."""
    if not reference.names(K.ARTICLE, K.CLAUSE, K.POINT) or reference.document is Document.OTHER:
        return False
    if not reference.within and not reference.names(K.ARTICLE):
        return False
    if reference.within or reference.document is Document.THIS:
        return True
    return sure and paragraph[reference.end : reference.end + 1] in ("", ".", ",", ";", ")")


def _leads(anchor: str, known: dict[str, Provision]) -> bool:
    """Finds whether a link to ``anchor`` leads to a provision, or to an article whose clauses are numbered ``2.1``."""
    if anchor in known:
        return True
    above = known.get(anchor.rpartition("-khoan-")[0])
    return above is not None and any("." in child.number for child in above.children)


def _speaks_of_others(*texts: str) -> bool:
    """Looks in the beginnings of ``texts`` for words that name another document, which references nearby may mean."""
    return any(_others().search(text, 0, _NEAR) for text in texts)


@cache
def _others() -> re.Pattern[str]:
    return re.compile(_OTHER_DOCUMENTS, re.IGNORECASE)
