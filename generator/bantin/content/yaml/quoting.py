"""Writing YAML for suggestions that can be copied: texts, lists and mappings between brackets and braces."""

import re
from collections.abc import Iterable, Mapping

# Characters without special meaning in YAML, wherever they are.
_PLAIN = re.compile(r"[^\W_][\w .()/’–+%-]*(?<! )")
_NOT_TEXT = ("null",)


def flow_text(text: str) -> str:
    """Writes ``text`` for use between brackets: quoted where it must be."""
    if _PLAIN.fullmatch(text) and text not in _NOT_TEXT:
        return text
    return quoted_text(text)


def quoted_text(text: str) -> str:
    """Writes ``text`` between single quotes, as one value whatever it contains."""
    return f"""'{text.replace("'", "''")}'"""


def flow_list(texts: Iterable[str]) -> str:
    """Writes a list: ``[thiên tai, cứu hộ]``."""
    return f"[{', '.join(map(flow_text, texts))}]"


def flow_keys(values: Mapping[str, str]) -> str:
    """Writes keys with their texts, leaving out empty ones: ``rank: Đại tá, position: Cục trưởng``."""
    return ", ".join(f"{key}: {flow_text(text)}" for key, text in values.items() if text)
