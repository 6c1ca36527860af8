"""What several commands ask for in the same words."""

import os
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

FORMATS = ("text", "json", "github", "gitlab")


DAY = click.DateTime(["%Y-%m-%d"])
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_LAST_EPOCH = int(datetime(_LAST_YEAR, 1, 1, tzinfo=UTC).timestamp())


def day(_context: click.Context, _option: click.Parameter, value: datetime | None) -> date | None:
    """The day of an option; one that other time zones do not have is refused."""
    if value is not None and not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        raise click.BadParameter(f"write a day of the years {_FIRST_YEAR} to {_LAST_YEAR}")
    return value.date() if value else None


def _base_url(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    # The schema is much to load for an option that is seldom given.
    from generator.content.schema.invalid import Invalid
    from generator.content.schema.values import base_url_of

    try:
        return base_url_of(value)
    except Invalid as error:
        raise click.BadParameter("write the address of a site, such as https://bantin.example.vn/") from error


def base_url_option(text: str, default: str | None = None) -> Callable[[F], F]:
    """``--base-url``, an address of a site."""
    return click.option("--base-url", callback=_base_url, default=default, show_default=True, help=text)


def root_argument(function: F) -> F:
    """ROOT: the folder of the bulletin."""
    folder = click.Path(file_okay=False, path_type=Path)
    return click.argument("root", default=".", type=folder)(function)


def check_options(function: F) -> F:
    """What decides which site it is, and how its problems are told."""
    for option in reversed(
        (
            base_url_option("The site's address, in place of the one in site.yml."),
            click.option("--as-of", type=DAY, callback=day, help="The day to build for, instead of today."),
            click.option("--drafts", is_flag=True, help="Show drafts and scheduled articles too."),
            click.option("--strict", is_flag=True, help="Take warnings for errors."),
            click.option(
                "-j", "--jobs", type=click.IntRange(1, 64), help="Processes to work with.  [default: all cores]"
            ),
            click.option(
                "--format", "style", type=click.Choice(FORMATS), default="text", help="How problems are told."
            ),
            click.option("-q", "--quiet", is_flag=True, help="Tell of errors only."),
        )
    ):
        function = option(function)
    return function


def default_jobs(jobs: int | None) -> int:
    """As many jobs as there are cores for this process, unless told otherwise."""
    if jobs is not None:
        return jobs
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def current_time() -> datetime:
    """The time to build for: ``SOURCE_DATE_EPOCH`` where it is set (reproducible-builds.org), or else now; aware."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC)
    if not re.fullmatch(r"[0-9]{1,11}", epoch) or int(epoch) > _LAST_EPOCH:
        raise click.UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}; it must be seconds since 1970.")
    return datetime.fromtimestamp(int(epoch), UTC)
