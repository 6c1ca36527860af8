"""Labels of provisions (``Điều 5``, ``Khoản 2``, ``Điểm đ``), and their numbers as written before their words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bantin.domain.model import Label, Provision, ProvisionKind
from bantin.domain.problems import Language

PROVISION_KINDS: Mapping[ProvisionKind, Label] = {
    ProvisionKind.ANNEX: Label("Phụ lục", "Annex"),
    ProvisionKind.PART: Label("Phần", "Part"),
    ProvisionKind.CHAPTER: Label("Chương", "Chapter"),
    ProvisionKind.SECTION: Label("Mục", "Section"),
    ProvisionKind.SUBSECTION: Label("Tiểu mục", "Subsection"),
    ProvisionKind.ARTICLE: Label("Điều", "Article"),
    ProvisionKind.CLAUSE: Label("Khoản", "Clause"),
    ProvisionKind.POINT: Label("Điểm", "Point"),
}
"""The names of the levels of a text."""


_NAMING = frozenset({ProvisionKind.ARTICLE, ProvisionKind.CLAUSE, ProvisionKind.POINT})
# Within a label, an article keeps its capital, as in laws: 'khoản 2 Điều 5'.
_CAPITAL = ("Điều", "Phụ lục")


def provision_label(provision: Provision, language: Language) -> str:
    """The label of a provision on its own level: ``Điều 5``."""
    return f"{PROVISION_KINDS[provision.kind].text(language)} {provision.number}".rstrip()


def labelled(
    provisions: Iterable[Provision], language: Language, above: str = "", label: str = ""
) -> Iterator[tuple[Provision, str]]:
    """Yields ``provisions`` and all that they contain, each with its full label: ``Điều 5 khoản 2 điểm đ``.

    A label corresponds to the anchor: that of an article does not contain its chapter. ``above`` and ``label`` are the
    anchor and the label of the provision that contains these.
    """
    for provision in provisions:
        own = provision_label(provision, language)
        if above and provision.anchor.startswith(f"{above}-"):
            own = f"{label} {own[0].lower()}{own[1:]}"
        yield provision, own
        yield from labelled(provision.children, language, provision.anchor, own)


def full_name(path: Sequence[Provision], language: Language) -> str:
    """The name of the last provision of ``path`` in its document: ``Điểm d khoản 2 Điều 5``.

    ``path`` begins with the outermost one. Levels above an article are omitted, since articles are numbered throughout.
    """
    named = [one for one in path if one.kind in _NAMING] or path[-1:]
    annex = [path[0]] if path[0].kind is ProvisionKind.ANNEX and len(path) > 1 else []
    labels = [provision_label(one, language) for one in (*annex, *named)]
    if language == "en":
        return ", ".join((labels[0], *(label[0].lower() + label[1:] for label in labels[1:])))
    first, *above = reversed(labels)
    return " ".join(
        (first, *(label if label.startswith(_CAPITAL) else label[0].lower() + label[1:] for label in above))
    )


def written_number(provision: Provision, language: Language) -> str:
    """The number before the words of a provision, in the style of Decree 30/2020/NĐ-CP (annex I).

    An article has its word and a full stop (``Điều 5.``), a clause only the number (``2.``), a point a bracket
    (``đ)``); outer levels have their word and the number without punctuation.
    """
    match provision.kind:
        case ProvisionKind.ARTICLE:
            return f"{provision_label(provision, language)}."
        case ProvisionKind.CLAUSE:
            return f"{provision.number}."
        case ProvisionKind.POINT:
            return f"{provision.number})"
        case _:
            return provision_label(provision, language)
