"""Checks between fields, which the form makes before it saves; `bantin check` makes them as well."""

from collections.abc import Mapping, Sequence

from bantin.content.problems import dates
from bantin.domain.problems import Language
from bantin.site.cms import words
from bantin.site.views import Json

_Fields = Sequence[Mapping[str, Json]]


def cross_checks(fields: _Fields, language: Language) -> Mapping[str, Json]:
    """The checks for a form that has an agreement, or is one; none for other forms.

    ``order`` are pairs of dates, the second not before the first, each with its path of keys and its label; ``parties``
    and ``signatories`` are the paths of lists whose agencies are checked; ``told`` are the messages.
    """
    paths = _labels(fields, "")
    above = "agreement." if "agreement.parties" in paths else ""
    if f"{above}parties" not in paths:
        return {}
    signed, effective, expires = (f"{above}{one}" for one in ("signed_on", "effective_on", "expires_on"))
    pairs = [(signed, effective), (signed, expires), (effective, expires)]
    if above:
        pairs += [(signed, "published"), ("published", "expires"), ("published", "updated")]
    return {
        "order": tuple(tuple({"path": one, "label": paths[one]} for one in pair) for pair in pairs),
        "parties": f"{above}parties",
        "signatories": f"{above}signatories",
        "told": {
            "order": dates.OUT_OF_ORDER.wording(language).message,
            "twice": words.PARTY_TWICE.text(language),
            "stranger": words.NOT_PARTY.text(language),
        },
    }


def _labels(fields: _Fields, above: str) -> Mapping[str, Json]:
    """The labels of fields and of those in mappings, by their paths of keys."""
    found: dict[str, Json] = {}
    for one in fields:
        found[f"{above}{one['name']}"] = one["label"]
        inner = one.get("fields")
        if one.get("widget") == "object" and isinstance(inner, tuple):
            found.update(_labels([field for field in inner if isinstance(field, Mapping)], f"{above}{one['name']}."))
    return found
