"""``bantin counter import``, ``verify`` and ``backup``: looking after the figures."""

from contextlib import closing
from pathlib import Path

import click

from generator.cli.counter.options import data_option, database, place_of, root_option
from generator.cli.options import current_time
from generator.counter import problems
from generator.counter.history import read_days
from generator.counter.sqlite import SqliteStore
from generator.counter.upkeep import backup, verify
from generator.errors import Language, Location
from generator.text.numbers import format_integer

_IMPORTED: dict[Language, str] = {"vi": "Đã nhập {days} ngày.", "en": "{days} days were imported."}
_SOUND: dict[Language, str] = {"vi": "Số liệu khớp nhau.", "en": "The figures agree."}


@click.command("import")
@click.argument("table", metavar="CSV", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@root_option
@data_option
def import_command(table: Path, root: Path, data: Path | None) -> None:
    """Import the days of an older counter from CSV: day, views, visits.

    Each day is imported once: a day that is known stops it, and then nothing is imported. Days before start_date in
    content/site.yml do not count towards the total, which start_total holds.

    \b
    Example of such a file:
      day,views,visits
      2021-11-24,5851,1203
      2021-11-25,6020,1311
    """
    place = place_of(root)
    file = database(root, data)
    with place.keeping(file):
        days = read_days(table, current_time().astimezone(place.site.timezone).date())
        if days.value is None:
            place.end(*days.problems)
        with closing(SqliteStore(file, place.calendar, place.start)) as store:
            known = sorted(store.days().keys() & days.value.keys())
            if known:
                place.end(problems.IMPORTED.at(Location(str(table)), day=known[0].isoformat()))
            store.add(days.value)
    language = place.site.language
    click.echo(_IMPORTED[language].format(days=format_integer(len(days.value), language)))


@click.command("verify")
@root_option
@data_option
def verify_command(root: Path, data: Path | None) -> None:
    """Check that the figures are whole: no damage, and as many views by page as by day. Counting may go on."""
    place = place_of(root)
    file = database(root, data)
    with place.keeping(file):
        found = verify(file)
    if found:
        place.end(*(problems.DAMAGED.at(Location(str(file)), reason=reason) for reason in found))
    click.echo(_SOUND[place.site.language])


@click.command("backup")
@click.argument("copy", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@root_option
@data_option
def backup_command(copy: Path, root: Path, data: Path | None) -> None:
    """Copy the figures into FILE while counting goes on. What tells today's visitors apart is left out.

    To restore it, stop the service, put FILE in the place of the figures and start the service again.
    """
    if copy.exists():
        raise click.UsageError(f"{copy} is there already.")
    place = place_of(root)
    file = database(root, data)
    with place.keeping(file):
        backup(file, copy)
    click.echo(copy)
