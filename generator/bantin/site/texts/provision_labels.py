"""What a provision is called: ``Điều 5``, ``Khoản 2``, ``Điểm đ``; and how its number stands before its words."""

from collections.abc import Iterable, Iterator, Mapping

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
"""What the levels of a text are called."""


def provision_label(provision: Provision, language: Language) -> str:
    """What a provision is called on its own level: ``Điều 5``."""
    return f"{PROVISION_KINDS[provision.kind].text(language)} {provision.number}".rstrip()


def labelled(
    provisions: Iterable[Provision], language: Language, above: str = "", label: str = ""
) -> Iterator[tuple[Provision, str]]:
    """Yields ``provisions`` and all that they contain, each with its whole label: ``Điều 5 khoản 2 điểm đ``.

    A label tells what the anchor tells: an article is named without the chapter that it stands in. ``above`` and
    ``label`` are the anchor and the label of the provision that contains these.
    """
    for provision in provisions:
        own = provision_label(provision, language)
        if above and provision.anchor.startswith(f"{above}-"):
            own = f"{label} {own[0].lower()}{own[1:]}"
        yield provision, own
        yield from labelled(provision.children, language, provision.anchor, own)


def written_number(provision: Provision, language: Language) -> str:
    """The number as Decree 30/2020/NĐ-CP has it written before the words of a provision (annex I).

    An article has its word and a full stop (``Điều 5.``), a clause the number alone (``2.``), a point a bracket
    (``đ)``); above these, the number stands with its word and nothing behind it.
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
