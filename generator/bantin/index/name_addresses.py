"""Addresses of names: of topics, and of those who signed."""

from collections.abc import Iterable, Mapping

from bantin.domain.text.same_name import same_name, telex
from bantin.domain.text.slugs import slugify


def told_apart(names: Iterable[str]) -> Mapping[str, str]:
    """The ids of those ``names`` that share a slug with another one, by what :func:`same_name` makes of them.

    Such an id depends on the name alone, and no slug has two hyphens, so it is never that of another name. The slug
    itself belongs to all who share it: an address that somebody knows never comes to mean somebody else.
    """
    by_slug: dict[str, set[str]] = {}
    for name in names:
        by_slug.setdefault(slugify(name), set()).add(same_name(name))
    shared = {slug: keys for slug, keys in by_slug.items() if slug and len(keys) > 1}
    ids = {key: f"{slug}--{telex(key)}" for slug, keys in shared.items() for key in keys}
    return dict(sorted(ids.items()))


def id_of(name: str, apart: Mapping[str, str]) -> str:
    """The part of its address that ``name`` has for itself; empty where nothing of it can be spelt.

    ``apart`` are the ids of the names that do not have their slugs to themselves.
    """
    return (apart and apart.get(same_name(name))) or slugify(name)


def slug_shared(name_id: str) -> str:
    """The slug that the name with the id ``name_id`` shares with others; empty where it does not."""
    slug, between, _ = name_id.partition("--")
    return slug if between else ""
