"""The features of a site, which the settings can turn off, and the addresses that belong to them."""

from bantin.domain.model import Feature
from bantin.site.addresses import ATOM, JSON_FEED, RSS, AddressWords


def feature_of(words: AddressWords, address: str) -> Feature | None:
    """The feature that ``address`` belongs to; ``None`` for pages that every site has."""
    first, *more = address.split("/")
    name = more[-1] if more else first
    if name in (ATOM, RSS, JSON_FEED):
        return Feature.FEEDS
    if name == f"{words.calendar}.ics":
        return Feature.CALENDARS
    if name == "index.json" or (first == words.register and name.endswith((".docx", ".xlsx"))):
        return Feature.DATA
    if first == words.articles or (first == words.register and more and _is_year(words, more[0])):
        # Articles and records are content; lists of them are features.
        return None
    if first == words.agencies and words.paired_with in more[1:2]:
        return Feature.REGISTER
    return {
        words.agencies: Feature.AGENCIES,
        words.archive: Feature.ARCHIVE,
        words.data: Feature.DATA,
        words.fields: Feature.VOCABULARY,
        words.glossary: Feature.GLOSSARY,
        words.people: Feature.REGISTER,
        words.register: Feature.REGISTER,
        words.statistics: Feature.STATISTICS,
        words.types: Feature.VOCABULARY,
    }.get(first)


def _is_year(words: AddressWords, part: str) -> bool:
    """Whether ``part`` of an address precedes the name of an article or a record."""
    return part.isdigit() or part == words.undated
