"""Unique ids of names, of topics and signers, for their addresses."""

from collections.abc import Iterable, Mapping

from bantin.domain.text.same_name import same_name, telex
from bantin.domain.text.slugs import slugify


def distinct_ids(names: Iterable[str]) -> Mapping[str, str]:
    """The ids of those ``names`` that share a slug with another one, by their :func:`same_name` keys.

    Such an id depends on the name alone, and has two hyphens in a row, which no slug has, so it is never that of
    another name. The slug itself is shared by all of them, so an address never changes its meaning.
    """
    by_slug: dict[str, set[str]] = {}
    for name in names:
        by_slug.setdefault(slugify(name), set()).add(same_name(name))
    shared = {slug: keys for slug, keys in by_slug.items() if slug and len(keys) > 1}
    ids = {key: f"{slug}--{telex(key)}" for slug, keys in shared.items() for key in keys}
    return dict(sorted(ids.items()))


def id_of(name: str, distinct: Mapping[str, str]) -> str:
    """The unique part of the address of ``name``; empty if no character of it can be spelt in ASCII.

    ``distinct`` are the ids of names that share a slug (see :func:`distinct_ids`).
    """
    return (distinct and distinct.get(same_name(name))) or slugify(name)


def slug_shared(name_id: str) -> str:
    """The slug that the name with the id ``name_id`` shares with others; empty if it shares none."""
    slug, between, _ = name_id.partition("--")
    return slug if between else ""
