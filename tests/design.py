"""The colours of the default theme, and their contrasts."""

import re

PAIRS = (
    ("--ink", "--ground", "text"),
    ("--ink", "--panel", "text"),
    ("--muted", "--ground", "small text"),
    ("--muted", "--panel", "small text"),
    ("--link", "--ground", "links"),
    ("--link", "--panel", "links"),
    ("--on-accent", "--accent", "menu and buttons"),
    ("--mark", "--ground", "bars of charts"),
    ("--focus", "--ground", "the outline of what has the focus"),
)
"""Pairs of foreground and background colours, with their purpose."""

_COLOUR = re.compile(r"(--[a-z-]+): (#[0-9a-f]{3,6});")


def schemes(style: str) -> tuple[dict[str, str], dict[str, str]]:
    """The colours of the light and the dark scheme, by name."""
    light, dark = style.split("prefers-color-scheme: dark", 1)
    by_light = dict(_COLOUR.findall(light))
    return by_light, {**by_light, **dict(_COLOUR.findall(dark.split("}", 1)[0]))}


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
