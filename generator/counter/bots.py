"""Bots: programs that say so in the name of their browser."""

from functools import lru_cache

from crawleruseragents import is_crawler

_LONGEST_NAME = 512  # no browser has a longer one; what is cut off tells nothing


@lru_cache(maxsize=4_096)
def _is_bot(agent: bytes) -> bool:
    return not agent or is_crawler(agent.decode("latin-1"))


def is_bot(agent: bytes) -> bool:
    """Whether a ``User-Agent`` is that of a known crawler, or missing, as with no browser."""
    return _is_bot(agent[:_LONGEST_NAME])
