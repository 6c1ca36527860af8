"""A checker of iCalendar, independent of the library that writes it: the grammar of RFC 5545, line by line."""

import re

# RFC 5545, 3.1: a name, parameters with values that are quoted if necessary, and a value.
_LINE = re.compile(r'([A-Z-]+)((?:;[A-Z-]+=(?:[^";:,]+|"[^"]*"))*):(.*)', re.DOTALL)
_TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME", "X-WR-CALDESC"}
# 3.3.11: a backslash escapes itself, a semicolon, a comma or a line break; the latter three must be escaped.
_TEXT = re.compile(r"(?:[^\\;,]|\\[\\;,nN])*")
_TEXTS_IN_A_LIST = re.compile(rf"{_TEXT.pattern}(?:,{_TEXT.pattern})*")
_DATE, _UTC = re.compile(r"\d{8}"), re.compile(r"\d{8}T\d{6}Z")
_MOST_OCTETS = 75


def unfold(text: str) -> list[str]:
    """The content lines of ``text``."""
    assert text.endswith("\r\n")
    return text.removesuffix("\r\n").replace("\r\n ", "").split("\r\n")


def unescape(value: str) -> str:
    """The text that is encoded as ``value``."""
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)


def check_lines(text: str) -> None:
    """Fails at the first line of ``text`` that violates RFC 5545."""
    assert not re.search(r"(?<!\r)\n|\r(?!\n)", text), "a line that does not end with CR LF"
    for physical in text.split("\r\n"):
        assert len(physical.encode()) <= _MOST_OCTETS, f"a line of more than {_MOST_OCTETS} octets: {physical}"
    open_components: list[str] = []
    for line in unfold(text):
        assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", line), f"a control character: {line!r}"
        match = _LINE.fullmatch(line)
        assert match, f"a line without a name: {line}"
        name, value = match[1], match[3]
        if name == "BEGIN":
            open_components.append(value)
        elif name == "END":
            assert open_components.pop() == value, f"a component that was not begun: {value}"
        check_value(name, match[2], value)
    assert open_components == []


def check_value(name: str, parameters: str, value: str) -> None:
    """Fails if a value does not match its type."""
    if name in _TEXTS:
        assert _TEXT.fullmatch(value), f"a text that is not escaped: {value}"
    elif name == "CATEGORIES":
        assert _TEXTS_IN_A_LIST.fullmatch(value), f"a text that is not escaped: {value}"
    elif name == "DTSTART":
        assert parameters == ";VALUE=DATE", f"a date that does not say so: {parameters}"
        assert _DATE.fullmatch(value), f"no date: {value}"
    elif name == "DTSTAMP":
        assert _UTC.fullmatch(value), f"a time that is not in UTC: {value}"
