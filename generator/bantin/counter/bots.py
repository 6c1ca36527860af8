"""Bots: programs that say so in the name of their browser, or have no name."""

from functools import lru_cache

from crawleruseragents import is_crawler

# Servers write "-" into their logs for what a request does not have.
_NAMELESS = (b"", b"-")
# What `bantin verify` and `bantin links` call themselves.
_OURS = b"bantin/"
_LONGEST_NAME = 512  # no browser has a longer one; what is cut off tells nothing


@lru_cache(maxsize=4_096)
def _is_bot(agent: bytes) -> bool:
    name = agent.strip()
    return name in _NAMELESS or name.startswith(_OURS) or is_crawler(name.decode("latin-1"))


def is_bot(agent: bytes) -> bool:
    """Whether a ``User-Agent`` is that of a known crawler, or missing, as with no browser."""
    return _is_bot(agent[:_LONGEST_NAME])
