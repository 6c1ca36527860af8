"""Options and arguments that several commands share."""

import os
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from bantin.cli.commands import argument, option
from bantin.cli.root import root_of
from bantin.cli.words import Bilingual, WrongUse, WrongValue
from bantin.domain.text.previews import is_preview_id

F = TypeVar("F", bound=Callable[..., Any])

FORMATS = ("text", "json", "github", "gitlab")
SANDBOXED = "sandboxed"
THEMES = ("trusted", SANDBOXED)
LANGUAGE = Bilingual(
    "Ngôn ngữ trả lời.  [mặc định: của bản tin, hoặc của máy]",
    "What to talk in.  [default: as the bulletin, or else this machine]",
)
JOBS = Bilingual("Số tiến trình cùng làm.  [mặc định: mọi lõi]", "Processes to work with.  [default: all cores]")
VERBOSE = Bilingual("In đủ mọi cảnh báo, không rút gọn.", "Tell of every warning in full.")
_BASE_URL = Bilingual(
    "Địa chỉ của trang web, thay cho địa chỉ trong site.yml.", "The site's address, in place of the one in site.yml."
)
_AS_OF = Bilingual(
    "Ngày (tính đến hết ngày), hoặc thời điểm có múi giờ, được dùng thay cho lúc này.",
    "The day, up to its end, or the moment with its offset, to build for instead of now.",
)
_DRAFTS = Bilingual("Cho thấy cả bản nháp và bài hẹn ngày đăng.", "Show drafts and scheduled articles too.")
_STRICT = Bilingual("Coi cảnh báo là lỗi.", "Take warnings for errors.")
_THEMES = Bilingual(
    "Tin giao diện như một chương trình (mặc định), hay chạy mẫu trang cách ly với máy này (sandboxed).",
    "Trust themes as programs (the default), or run templates in a sandbox, away from this machine.",
)
_FORMAT = Bilingual("Dạng của các vấn đề được in ra.", "How problems are told.")
_QUIET = Bilingual("Chỉ in lỗi.", "Tell of errors only.")
_NOT_A_DAY = Bilingual(
    "“{text}” không phải là một ngày; hãy viết năm-tháng-ngày, ví dụ 2026-11-20",
    "“{text}” is no day; write year-month-day, such as 2026-11-20",
)
_NOT_A_MOMENT = Bilingual(
    "“{text}” không phải là một thời điểm; hãy viết cả múi giờ, ví dụ 2026-11-20T09:30+07:00",
    "“{text}” is no moment; write its offset too, such as 2026-11-20T09:30+07:00",
)
_NO_DAY = Bilingual("hãy viết một ngày trong các năm {first} đến {last}", "write a day of the years {first} to {last}")
_NO_ADDRESS = Bilingual(
    "hãy viết địa chỉ của một trang web, ví dụ https://bantin.example.vn/",
    "write the address of a site, such as https://bantin.example.vn/",
)
_NO_PREVIEW_ID = Bilingual(
    "“{text}” không phải là mã của bản xem thử; chỉ dùng chữ thường không dấu, số, gạch nối ở giữa, tối đa 63 ký tự",
    "“{text}” is no id of a preview; use small letters, digits and inner hyphens, at most 63",
)
_NO_EPOCH = Bilingual(
    "SOURCE_DATE_EPOCH là “{epoch}”; phải là số giây tính từ năm 1970.",
    "SOURCE_DATE_EPOCH is “{epoch}”; it must be seconds since 1970.",
)


_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_LAST_EPOCH = int(datetime(_LAST_YEAR, 1, 1, tzinfo=UTC).timestamp())


def day(_context: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    """Reads a day written as year-month-day; refuses years outside the range in which dates can be handled."""
    if value is None:
        return None
    try:
        found = datetime.strptime(value, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError as error:
        raise WrongValue(_NOT_A_DAY, text=value) from error
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise WrongValue(_NO_DAY, first=_FIRST_YEAR, last=_LAST_YEAR)
    return found


def day_or_moment(context: click.Context, parameter: click.Parameter, value: str | None) -> date | datetime | None:
    """Reads a day, or a date and time with its offset from UTC, in the years that :func:`day` accepts."""
    if value is None or "T" not in value:
        return day(context, parameter, value)
    try:
        found = datetime.fromisoformat(value)
    except ValueError as error:
        raise WrongValue(_NOT_A_MOMENT, text=value) from error
    if found.tzinfo is None:
        raise WrongValue(_NOT_A_MOMENT, text=value)
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise WrongValue(_NO_DAY, first=_FIRST_YEAR, last=_LAST_YEAR)
    return found


def _base_url(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    # Imported lazily: the option is rarely given.
    from bantin.content.schema.invalid import Invalid
    from bantin.content.schema.values import base_url_of

    try:
        return base_url_of(value)
    except Invalid as error:
        raise WrongValue(_NO_ADDRESS) from error


def preview_id(_context: click.Context, _option: click.Parameter, value: str) -> str:
    """Reads the id of a preview; an empty text stands for none."""
    if value and not is_preview_id(value):
        raise WrongValue(_NO_PREVIEW_ID, text=value)
    return value


def base_url_option(words: Bilingual, default: str | None = None) -> Callable[[F], F]:
    """Adds ``--base-url``, the address of a site."""
    return option("--base-url", callback=_base_url, default=default, show_default=True, words=words)


def as_of_option(function: F) -> F:
    """Adds ``--as-of``, the day or the moment that a command works for, in place of now."""
    return option("--as-of", callback=day_or_moment, metavar="DATE", words=_AS_OF)(function)


def root_argument(function: F) -> F:
    """Adds the argument ROOT, the folder of the bulletin; without it, that is found from the working folder."""
    folder = click.Path(file_okay=False, path_type=Path)
    return argument("root", default=".", type=folder, callback=root_of)(function)


def themes_option(function: F) -> F:
    """Adds ``--themes``. It is not a setting of the bulletin, since a pull request could change that."""
    return option(
        "--themes",
        type=click.Choice(THEMES),
        default=THEMES[0],
        envvar="BANTIN_THEMES",
        show_envvar=True,
        words=_THEMES,
    )(function)


def check_options(function: F) -> F:
    """Adds the options that determine the site to build, and how its problems are reported."""
    for decorate in reversed(
        (
            base_url_option(_BASE_URL),
            as_of_option,
            option("--drafts", is_flag=True, words=_DRAFTS),
            option("--strict", is_flag=True, words=_STRICT),
            themes_option,
            option("-j", "--jobs", type=click.IntRange(1, 64), words=JOBS),
            option("--format", "style", type=click.Choice(FORMATS), default="text", words=_FORMAT),
            option("-q", "--quiet", is_flag=True, words=_QUIET),
            option("-v", "--verbose", is_flag=True, words=VERBOSE),
        )
    ):
        function = decorate(function)
    return function


def default_jobs(jobs: int | None) -> int:
    """Returns ``jobs`` if it is set, else the number of cores available to this process."""
    if jobs is not None:
        return jobs
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def current_time() -> datetime:
    """Returns the time to build for, in UTC: ``SOURCE_DATE_EPOCH`` if set (reproducible-builds.org), else now."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC)
    if not re.fullmatch(r"[0-9]{1,11}", epoch) or int(epoch) > _LAST_EPOCH:
        raise WrongUse(_NO_EPOCH, epoch=epoch)
    return datetime.fromtimestamp(int(epoch), UTC)
