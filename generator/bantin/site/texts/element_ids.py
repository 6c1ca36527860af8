"""Element ids (eId) of provisions by the Akoma Ntoso Naming Convention 1.0: ``art_5__para_2__point_dd``."""

from collections.abc import Iterable, Mapping
from itertools import chain, count

from bantin.domain.model import Provision, ProvisionKind
from bantin.domain.text.slugs import slugify

_ABBREVIATIONS: Mapping[ProvisionKind, str] = {
    ProvisionKind.ANNEX: "att",
    ProvisionKind.PART: "part",
    ProvisionKind.CHAPTER: "chp",
    ProvisionKind.SECTION: "sec",
    ProvisionKind.SUBSECTION: "subsec",
    ProvisionKind.ARTICLE: "art",
    ProvisionKind.CLAUSE: "para",
    ProvisionKind.POINT: "point",
}
_UNNUMBERED = "nn"


def element_ids(provisions: Iterable[Provision]) -> Mapping[str, str]:
    """The ids of ``provisions`` and of all that they contain, by their anchors.

    Articles are numbered throughout the text or annex, so their ids do not contain chapters, and do not change when a
    chapter is inserted. The standard forbids duplicate ids: if two provisions would have the same one, a count is added
    to that of the later one (``art_5-2``).
    """
    found: dict[str, str] = {}
    _add(provisions, "", "", found, set())
    return found


def _add(provisions: Iterable[Provision], above: str, annex: str, found: dict[str, str], taken: set[str]) -> None:
    for provision in provisions:
        within = annex if provision.kind is ProvisionKind.ARTICLE else above
        first = f"{within}{_ABBREVIATIONS[provision.kind]}_{number_id(provision.number)}"
        own = next(one for one in chain([first], (f"{first}-{n}" for n in count(2))) if one not in taken)
        taken.add(own)
        found[provision.anchor] = own
        inner = f"{own}__"
        _add(provision.children, inner, inner if provision.kind is ProvisionKind.ANNEX else annex, found, taken)


def number_id(number: str) -> str:
    """A number as part of an id: ``5a``, ``iv``; ``dd`` for ``đ``, which follows ``d``, and ``nn`` where there is none.

    By Decree 34/2016/NĐ-CP (article 68), points have the letters a, b, c, d, đ, e: folding *đ* would give two points
    the same id.
    """
    return slugify(number.lower().replace("đ", "dd")) or _UNNUMBERED
