"""Parses the new wording of one provision in an amending agreement, for its place in the amended text."""

from collections.abc import Sequence

from msgspec.structs import replace

from bantin.domain.model.provision import AgreementText, Provision, ProvisionKind
from bantin.domain.problems import Language
from bantin.domain.provisions.anchors import word_for, word_of
from bantin.domain.provisions.labels import bare_label
from bantin.domain.provisions.reading import read_text
from bantin.domain.provisions.writing import label_of

K = ProvisionKind
_INNER = frozenset((K.CLAUSE, K.POINT))
_QUOTED = (("“", "”"), ('"', '"'), ("«", "»"))


def read_wording(text: str, kind: ProvisionKind, above: Sequence[Provision], language: Language) -> Provision | None:
    """Parses ``text`` as one provision of ``kind`` with all that it contains; ``None`` if it is anything else.

    It begins with its number, and may be in quotation marks. ``above`` are the provisions that will contain it, from
    the outermost on, which determine its anchor together with its number. ``language`` is that of the words of anchors.
    """
    heads = _heads(kind, above, language)
    own = _with_word(_unquoted(text), kind, language)
    found = read_text("\n\n".join([*map(label_of, heads), own]))
    provision = _only_one(found, heads)
    if provision is None or provision.kind is not kind:
        return None
    annex = next((one.anchor for one in reversed(above) if one.kind is K.ANNEX), "")
    inner_base, base = (heads[-1].anchor if heads else ""), (above[-1].anchor if above else "")
    return _moved(provision, inner_base, base, annex)


def _unquoted(text: str) -> str:
    """``text`` without the quotation marks around it, and the full stop after them."""
    bare = text.strip()
    for opening, closing in _QUOTED:
        inner = bare.rstrip(".;")
        if bare.startswith(opening) and inner.endswith(closing):
            return inner[len(opening) : -len(closing)].strip()
    return bare


def _heads(kind: ProvisionKind, above: Sequence[Provision], language: Language) -> tuple[Provision, ...]:
    """Empty provisions inside which the parser takes a number for one of ``kind``.

    The meaning of ``1.`` depends on its place.
    """
    if kind in _INNER:
        article = Provision(K.ARTICLE, "1", f"{word_for(K.ARTICLE, language).slug}-1")
        clause = Provision(K.CLAUSE, "1", f"{article.anchor}-{word_for(K.CLAUSE, language).slug}-1")
        return (article, clause) if kind is K.POINT else (article,)
    if kind is K.ARTICLE:
        return ()
    return tuple(
        replace(one, heading="", paragraphs=(), children=(), bare=False) for one in above if one.kind is not K.ANNEX
    )


def _with_word(text: str, kind: ProvisionKind, language: Language) -> str:
    """``text`` with the word of its level before a bare number, which only its neighbours would explain."""
    first, *rest = text.split("\n", 1)
    label = bare_label(first) if kind in (K.PART, K.SECTION) else None
    if label is None:
        return text
    return "\n".join([f"{word_for(kind, language).written} {label.number}. {label.rest}", *rest])


def _only_one(text: AgreementText, heads: Sequence[Provision]) -> Provision | None:
    """The only provision inside ``heads``; ``None`` if there is anything else."""
    if text.preamble or text.bases or text.formula or text.closing:
        return None
    inside = text.provisions
    for head in heads:
        if len(inside) != 1 or inside[0].anchor != head.anchor or inside[0].heading or inside[0].paragraphs:
            return None
        inside = inside[0].children
    return inside[0] if len(inside) == 1 else None


def _moved(provision: Provision, inner_base: str, base: str, annex: str) -> Provision:
    """``provision`` with its anchors below ``base`` instead of ``inner_base``, in the annex ``annex``."""
    if inner_base and provision.anchor.startswith(f"{inner_base}-"):
        own = provision.anchor.removeprefix(f"{inner_base}-")
        anchor = f"{base}-{own}" if base else own
    else:
        anchor = f"{annex}-{provision.anchor}" if annex else provision.anchor
    children = tuple(_moved(child, inner_base, base, annex) for child in provision.children)
    return replace(provision, anchor=anchor, children=children, line=0)


def language_of(text: AgreementText) -> Language:
    """The language of the words in the anchors of ``text``."""
    return next((word_of(provision).language for provision in text.walk() if provision.number), "vi")
