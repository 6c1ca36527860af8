"""Recognises bots by their ``User-Agent``, or by the lack of one."""

from functools import lru_cache

from crawleruseragents import is_crawler

# Servers log "-" for a missing header.
_NAMELESS = (b"", b"-")
# The agent name of `bantin verify` and `bantin links`.
_OURS = b"bantin/"
_LONGEST_NAME = 512  # no browser has a longer one; the rest is ignored


@lru_cache(maxsize=4_096)
def _is_bot(agent: bytes) -> bool:
    name = agent.strip()
    return name in _NAMELESS or name.startswith(_OURS) or is_crawler(name.decode("latin-1"))


def is_bot(agent: bytes) -> bool:
    """Whether a ``User-Agent`` is that of a known crawler, or missing, which is never the case for a browser."""
    return _is_bot(agent[:_LONGEST_NAME])
