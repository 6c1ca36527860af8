"""YAML that can be typed as it stands, for hints: texts between brackets and braces."""

import re
from collections.abc import Iterable, Mapping

# Nothing that YAML gives a meaning to, anywhere.
_PLAIN = re.compile(r"[^\W_][\w .()/’–+%-]*(?<! )")
_NOT_TEXT = ("null",)


def flow_text(text: str) -> str:
    """``text`` as it can stand between brackets: quoted where it must be."""
    if _PLAIN.fullmatch(text) and text not in _NOT_TEXT:
        return text
    return quoted_text(text)


def quoted_text(text: str) -> str:
    """``text`` between single quotes, as one value whatever it holds."""
    return f"""'{text.replace("'", "''")}'"""


def flow_list(texts: Iterable[str]) -> str:
    """A list: ``[thiên tai, cứu hộ]``."""
    return f"[{', '.join(map(flow_text, texts))}]"


def flow_keys(values: Mapping[str, str]) -> str:
    """Keys with the texts that they have, but for empty ones: ``rank: Đại tá, position: Cục trưởng``."""
    return ", ".join(f"{key}: {flow_text(text)}" for key, text in values.items() if text)
