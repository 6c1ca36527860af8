"""Aliases: the former addresses of a page on its site, with or without a query."""

import re

from bantin.content.problems import values as problems
from bantin.content.schema import refusals
from bantin.content.schema.invalid import Invalid
from bantin.content.schema.texts import text_of
from bantin.domain.text.query_addresses import LONGEST, QueryAddress
from bantin.domain.text.slugs import fits

# Public patterns are used for the editors' form too. JavaScript reads them in the same way.
PATH = r"(?!/)[A-Za-z0-9_~-][A-Za-z0-9._~-]*(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?"
PATH_ALIAS = re.compile(rf"/?{PATH}")
# Without percent codes, so that a pattern can tell whether two names are the same.
_PARAMETER = r"[A-Za-z0-9._~-]+=[A-Za-z0-9._~!$'()*+,;:@/-]+"
QUERY_ALIAS = re.compile(
    rf"(?=.{{1,{LONGEST}}}$)(?!.*[?&]([^=]*)=(?:.*&)?\1=)/?(?:{PATH})?\?{_PARAMETER}(?:&{_PARAMETER})*"
)


def alias_of(value: object) -> str:
    """A former path of a page, or ``path?name=value``, without a slash at its start.

    Raises ``Invalid`` if it is not one, or too long.
    """
    text = text_of(value)
    if not _is_alias(text):
        raise refusals.alias_refusal(text, _is_alias)
    # A file is written for a path, but for no query.
    if "?" not in text and not fits(f"{text}/index.html"):
        raise Invalid(problems.LONG_FOR_ADDRESS, value=text)
    return text.removeprefix("/")


def _is_alias(text: str) -> bool:
    if "?" not in text:
        return PATH_ALIAS.fullmatch(text) is not None
    try:
        QueryAddress.parse(text)
    except ValueError:
        return False
    return True
