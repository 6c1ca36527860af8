"""The file that says for which day a site was built. Of the pages, only home pages say it."""

from datetime import date

import msgspec

AS_OF = "as-of.json"
"""The path of the file in the site."""


def as_of_bytes(day: date) -> bytes:
    """Encodes the ``day`` for which a site was built."""
    return msgspec.json.encode({"as_of": day}) + b"\n"
