"""Lists of ids written by hand."""

import re

from bantin.content.problems import values as problems
from bantin.content.schema.invalid import Invalid
from bantin.domain.text.slugs import is_slug

_BETWEEN_IDS = re.compile(r"\s*(?:[;,|]|\bvà\b|\band\b)\s*|\s+(?=[a-z0-9]+-)")
_ROUND_IDS = " ()[]{};,."


def ids_apart(value: object) -> object:
    """Returns ``value`` unchanged. Raises ``Invalid`` if one item contains several ids, such as ``a; b``."""
    items = value if isinstance(value, list) else [value]
    for index, item in enumerate(items):
        # Fast check for the common case: the item is a single id.
        if not isinstance(item, str) or item.replace("-", "").isalnum():
            continue
        ids = _BETWEEN_IDS.split(item.strip(_ROUND_IDS))
        if len(ids) > 1 and all(map(is_slug, ids)):
            mended = ", ".join(ids)
            alone = isinstance(value, str)
            raise Invalid(problems.IDS_TOGETHER, index=index, mended=f"[{mended}]" if alone else mended)
    return value
