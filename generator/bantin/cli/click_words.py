"""Translation of click's own messages into Vietnamese.

Click translates with gettext, which has one language for the whole process and takes it from the locale. A bulletin
has a language of its own, so click's English messages are matched against these templates instead.
"""

import re
from collections.abc import Mapping
from functools import cache

_PHRASES: Mapping[str, str] = {
    "{value} is not one of {choices}.": "{value} không phải là một trong {choices}.",
    "{value} does not match the format {format}.": "{value} không đúng dạng {format}.",
    "{value} does not match the formats {formats}.": "{value} không đúng dạng nào trong {formats}.",
    "{value} is not a valid {number_type}.": "{value} không phải là {number_type}.",
    "{value} is not in the range {range}.": "{value} không nằm trong khoảng {range}.",
    "{name} {filename} does not exist.": "Không có {name} {filename}.",
    "{name} {filename} is a file.": "{filename} là tệp, không phải {name}.",
    "{name} {filename} is a directory.": "{filename} là thư mục, không phải {name}.",
    "{name} {filename} is not readable.": "Không đọc được {name} {filename}.",
    "{name} {filename} is not writable.": "Không ghi được {name} {filename}.",
    "{name} {filename} is not executable.": "Không chạy được {name} {filename}.",
    "Option {option} does not take a value.": "Tùy chọn {option} không nhận giá trị.",
    "Option {option} requires an argument.": "Tùy chọn {option} cần một giá trị.",
    "Option {option} requires {nargs} arguments.": "Tùy chọn {option} cần {nargs} giá trị.",
    "Got unexpected extra argument ({args})": "Thừa đối số: {args}",
    "Got unexpected extra arguments ({args})": "Thừa đối số: {args}",
    "Missing command.": "Thiếu lệnh.",
    "Value must be an iterable.": "Giá trị phải là một danh sách.",
    "Takes {nargs} values but 1 was given.": "Cần {nargs} giá trị, nhưng chỉ có 1.",
    "Takes {nargs} values but {len} were given.": "Cần {nargs} giá trị, nhưng có {len}.",
    "Argument {argument} takes {nargs} values.": "Đối số {argument} cần {nargs} giá trị.",
    "Could not open file {filename}: {message}": "Không mở được tệp {filename}: {message}",
    # Last, because it also matches messages of more specific templates above.
    "{value} is not {choice}.": "{value} không phải là {choice}.",
}
_WORDS: Mapping[str, str] = {
    "File": "tệp",
    "Directory": "thư mục",
    "Path": "đường dẫn",
    "integer": "số nguyên",
    "integer range": "số nguyên",
    "float": "số",
    "float range": "số",
}
_TRANSLATED = ("name", "number_type")
"""Placeholders that stand for a word of click's own, not for user input."""

_METAVARS: Mapping[str, str] = {
    "OPTIONS": "TÙY CHỌN",
    "COMMAND": "LỆNH",
    "ARGS": "ĐỐI SỐ",
    "ROOT": "THƯ-MỤC",
    "DIR": "THƯ-MỤC",
    "DIRECTORY": "THƯ-MỤC",
    "PATH": "ĐƯỜNG-DẪN",
    "FILE": "TỆP",
    "SOURCE": "NGUỒN",
    "TEXT": "CHỮ",
    "OLD": "CŨ",
    "NEW": "MỚI",
    "TITLE": "TIÊU-ĐỀ",
    "DATE": "NGÀY",
    "INTEGER RANGE": "SỐ",
    "INTEGER": "SỐ",
    "FLOAT RANGE": "SỐ",
    "FLOAT": "SỐ",
    "TARGET": "ĐÍCH",
    "NAME": "TÊN",
    "AGENCY": "CƠ-QUAN",
    "RECORD": "VĂN-BẢN",
    "KIND": "LOẠI",
    "RELEASE": "BẢN",
    "LOGS": "NHẬT-KÝ",
    "NETWORK": "MẠNG",
    "URL": "URL",
    "CSV": "CSV",
    "HOST": "MÁY",
    "PORT": "CỔNG",
    "or": "hoặc",
}
_METAVAR = re.compile("|".join(rf"(?<![a-zA-Z]){name}(?![a-zA-Z])" for name in sorted(_METAVARS, key=len)[::-1]))


def in_vietnamese(message: str) -> str:
    """Translates a message of click's into Vietnamese; returns any other message unchanged."""
    for pattern, template in _patterns():
        found = pattern.fullmatch(message)
        if found:
            values = found.groupdict()
            shown = {name: _WORDS.get(value, value) if name in _TRANSLATED else value for name, value in values.items()}
            translated = template.format(**shown)
            return translated[0].upper() + translated[1:]
    return message


def metavar_in_vietnamese(metavar: str) -> str:
    """Translates the placeholder of a value in a usage line, such as ``[ROOT]``."""
    return _METAVAR.sub(lambda found: _METAVARS[found[0]], metavar)


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    return [(_pattern(phrase), translated) for phrase, translated in _PHRASES.items()]


def _pattern(phrase: str) -> re.Pattern[str]:
    """Compiles a pattern for messages of click's with the template ``phrase``."""
    pieces = re.split(r"\{(\w+)\}", phrase)
    return re.compile("".join(_piece(piece, name=at % 2 == 1) for at, piece in enumerate(pieces)), re.DOTALL)


def _piece(piece: str, *, name: bool) -> str:
    if not name:
        return re.escape(piece)
    return f"(?P<{piece}>{'|'.join(_WORDS) if piece in _TRANSLATED else '.+'})"
