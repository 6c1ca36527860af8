"""Applies amendments to the text of an agreement. ``docs/consolidation.md`` has the rules.

No other provision changes its number or anchor: a repealed provision keeps its place without its words, and the number
of an inserted one determines its place.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.model.amendment import Amendment, AmendmentKind
from bantin.domain.model.provision import AgreementText, Provision, ProvisionKind
from bantin.domain.provisions.anchors import WORDS, canonical
from bantin.domain.provisions.numbers import order_of
from bantin.domain.provisions.wording import language_of, read_wording

K = ProvisionKind
# Kinds of provisions whose numbering restarts in each provision that contains them.
_COUNTED_WITHIN = frozenset((K.SECTION, K.SUBSECTION, K.CLAUSE, K.POINT))
_Line = tuple[Provision, ...]


class FaultKind(StrEnum):
    """The reason why an amendment cannot be applied.

    There is no such provision; it was repealed; it exists already, or did before it was repealed; the new text has
    another number; the new text is not one provision that begins with its number; its number does not determine its
    place.
    """

    MISSING = "missing"
    REPEALED = "repealed"
    EXISTS = "exists"
    OTHER_NUMBER = "other-number"
    UNREADABLE = "unreadable"
    NO_PLACE = "no-place"


class Fault(Struct, frozen=True, array_like=True):
    """An amendment that cannot be applied; ``anchor`` is that of the conflicting or the named provision."""

    kind: FaultKind
    anchor: str


def amend(text: AgreementText, amendment: Amendment) -> AgreementText | Fault:
    """Applies ``amendment`` to ``text``; returns the new text, or the reason why that is not possible."""
    if amendment.do is AmendmentKind.INSERT:
        return _inserted(text, amendment)
    line = _find(text, amendment.at)
    if line is None:
        return Fault(FaultKind.MISSING, amendment.at)
    target = line[-1]
    if target.repealed:
        return Fault(FaultKind.REPEALED, next(one.anchor for one in line if one.repealed))
    if amendment.do is AmendmentKind.REPEAL:
        return _edited(text, target.anchor, lambda one: (repealed(one),))
    return _replaced(text, amendment, line)


class Reach(Struct, frozen=True):
    """The provisions that an amendment affects, by their anchors in Vietnamese words.

    ``touched`` are the named one and all that it contains, before or after; ``above`` are those that contain it.
    """

    touched: frozenset[str]
    above: frozenset[str]

    def meets(self, other: "Reach") -> bool:
        """Whether the order of two amendments may matter: they touch the same provision, or one within the other."""
        return bool(self.touched & (other.touched | other.above) or other.touched & self.above)


def reach(amendment: Amendment, *texts: AgreementText) -> Reach:
    """The provisions that ``amendment`` affects, given the ``texts`` before and after it."""
    lines = [line for text in texts if (line := _find(text, amendment.at))]
    inside = {_key(one.anchor) for line in lines for one in line[-1].walk()}
    above = {_key(one.anchor) for line in lines for one in line[:-1]} | set(map(_key, _bases(amendment.at)))
    return Reach(frozenset({_key(amendment.at)} | inside), frozenset(above))


def _bases(anchor: str) -> Iterator[str]:
    """The anchors that ``anchor`` is based on, from the innermost outwards."""
    step = _last_step(anchor)
    while step and step[0]:
        yield step[0]
        step = _last_step(step[0])


def repealed(provision: Provision) -> Provision:
    """``provision`` and all provisions in it without their words."""
    children = tuple(map(repealed, provision.children))
    return replace(provision, heading="", paragraphs=(), children=children, repealed=True)


def _replaced(text: AgreementText, amendment: Amendment, line: _Line) -> AgreementText | Fault:
    target = line[-1]
    new = read_wording(amendment.text, target.kind, line[:-1], language_of(text))
    if new is None:
        return Fault(FaultKind.UNREADABLE, target.anchor)
    if _key(new.anchor) != _key(target.anchor):
        return Fault(FaultKind.OTHER_NUMBER, new.anchor)
    own = {_key(one.anchor) for one in target.walk()}
    clash = _clash(text, new, own)
    new = replace(new, anchor=target.anchor, number=target.number, bare=target.bare)
    return clash or _edited(text, target.anchor, lambda _: (new,))


def _inserted(text: AgreementText, amendment: Amendment) -> AgreementText | Fault:
    existing = _find(text, amendment.at)
    if existing is not None:
        return Fault(FaultKind.EXISTS, existing[-1].anchor)
    step = _last_step(amendment.at)
    if step is None:
        return Fault(FaultKind.MISSING, amendment.at)
    base, kind = step
    above = _find(text, base) if base else ()
    if above is None:
        return Fault(FaultKind.MISSING, base)
    if any(one.repealed for one in above):
        return Fault(FaultKind.REPEALED, next(one.anchor for one in above if one.repealed))
    new = read_wording(amendment.text, kind, above, language_of(text))
    if new is None:
        return Fault(FaultKind.UNREADABLE, amendment.at)
    if _key(new.anchor) != _key(amendment.at):
        return Fault(FaultKind.OTHER_NUMBER, new.anchor)
    return _clash(text, new, frozenset()) or _placed(text, new, above)


def _placed(text: AgreementText, new: Provision, above: _Line) -> AgreementText | Fault:
    """Inserts ``new`` into ``text``, after the sibling with the next lower number."""
    base = above[-1] if above else None
    siblings = [one for one in _siblings(text, new.kind, base) if one.kind is new.kind]
    own = order_of(new.kind, new.number)
    if own is None and (siblings or new.kind is not K.ANNEX):
        return Fault(FaultKind.NO_PLACE, new.anchor)
    orders = [(order_of(new.kind, one.number), one) for one in siblings]
    earlier = [one for order, one in orders if own is not None and order is not None and order < own]
    later = [one for order, one in orders if own is not None and order is not None and order > own]
    if earlier:
        return _edited(text, earlier[-1].anchor, lambda one: (one, _like(one, new)))
    if later:
        return _edited(text, later[0].anchor, lambda one: (_like(one, new), one))
    if base is not None:
        return _edited(text, base.anchor, lambda one: (replace(one, children=(*one.children, new)),))
    if new.kind is K.ANNEX:
        return replace(text, provisions=(*text.provisions, new))
    return Fault(FaultKind.NO_PLACE, new.anchor)


def _like(sibling: Provision, new: Provision) -> Provision:
    return replace(new, bare=sibling.bare)


def _siblings(text: AgreementText, kind: ProvisionKind, base: Provision | None) -> Iterable[Provision]:
    """The provisions that are numbered together with one of ``kind`` below ``base``, in the order of the text.

    Articles are numbered throughout the main part or an annex, regardless of chapters.
    """
    tops = base.children if base else text.provisions
    if kind in _COUNTED_WITHIN:
        return tops
    return (one for top in tops for one in _outside_annexes(top))


def _outside_annexes(provision: Provision) -> Iterator[Provision]:
    yield provision
    if provision.kind is not K.ANNEX and provision.kind is not K.ARTICLE:
        for child in provision.children:
            yield from _outside_annexes(child)


def _clash(text: AgreementText, new: Provision, own: Iterable[str]) -> Fault | None:
    """The fault of a new provision that contains one that exists elsewhere; ``own`` are those that it replaces."""
    if not new.children:
        return None
    taken = {_key(one.anchor) for one in text.walk()} - set(own)
    return next((Fault(FaultKind.EXISTS, one.anchor) for one in new.walk() if _key(one.anchor) in taken), None)


def _find(text: AgreementText, anchor: str) -> _Line | None:
    """The provision with ``anchor``, in the words of either language, preceded by all those that contain it."""
    wanted = _key(anchor)

    def search(provisions: tuple[Provision, ...], above: _Line) -> _Line | None:
        for one in provisions:
            if _key(one.anchor) == wanted:
                return (*above, one)
            found = search(one.children, (*above, one))
            if found is not None:
                return found
        return None

    return search(text.provisions, ())


def _edited(text: AgreementText, anchor: str, edit: Callable[[Provision], _Line]) -> AgreementText:
    """``text`` with the provision at ``anchor`` replaced by the result of ``edit``."""

    def within(provisions: tuple[Provision, ...]) -> tuple[Provision, ...] | None:
        for place, one in enumerate(provisions):
            children = None if one.anchor == anchor else within(one.children)
            if one.anchor == anchor or children is not None:
                made = edit(one) if children is None else (replace(one, children=children),)
                return (*provisions[:place], *made, *provisions[place + 1 :])
        return None

    return replace(text, provisions=within(text.provisions) or text.provisions)


# Cached: each amendment needs the anchors of the whole text.
@lru_cache(maxsize=20_000)
def _key(anchor: str) -> str:
    """The key of a provision, which is the same for anchors in either language."""
    return canonical(anchor)


def _last_step(anchor: str) -> tuple[str, ProvisionKind] | None:
    """The anchor that ``anchor`` is based on, perhaps empty, and the kind of its provision.

    ``None`` if it is no anchor.
    """
    found = _steps().fullmatch(anchor)
    if found is None:
        return None
    kind = next(word.kind for word in WORDS if word.slug == found["word"])
    return found["base"] or "", kind


@cache
def _steps() -> re.Pattern[str]:
    slugs = "|".join(word.slug for word in WORDS)
    number = "(?:[0-9]+(?:-[0-9]+)?)?[a-z]{0,2}[0-9]*"
    return re.compile(rf"(?:(?P<base>[0-9a-z-]+)-)?(?<!tieu-)(?P<word>{slugs})(?:-{number})?")
