"""Articles that are public for a time only, and the warnings of links to them."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from bantin.domain.problems import Location, Problem
from bantin.index import Bulletin
from bantin.site import addresses, problems
from bantin.site.addresses import WORDS


class Expiry(Struct, frozen=True):
    """The article in the file ``path`` is public ``until`` a moment, in the words of its file, and then ``is_over``."""

    path: str
    until: str
    is_over: bool


def expiries_of(bulletin: Bulletin) -> Iterator[tuple[str, Expiry]]:
    """The articles that are public for a time only, by source file and by address from the root of all languages.

    Those that contain an agreement are left out: its record stays.
    """
    for one in bulletin.in_all_languages:
        site, over = one.directory.site, {article.path for article in one.expired}
        for article in (*one.articles, *one.expired):
            if article.expires and not article.agreement:
                expiry = Expiry(article.path, str(article.expires), article.path in over)
                yield article.path, expiry
                yield site.prefix + addresses.article(WORDS[site.language], article), expiry


def expiry_problems(target: str, at: Location, expiries: Mapping[str, Expiry]) -> tuple[Problem, ...]:
    """The warning of a link at a place, if its ``target``, a path or an address, is one of ``expiries``."""
    one = expiries.get(target)
    if one is None:
        return ()
    kind = problems.LINK_TO_EXPIRED if one.is_over else problems.LINK_TO_EXPIRING
    return (kind.at(at, path=one.path, until=one.until),)
