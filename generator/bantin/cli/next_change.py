"""The answer of ``bantin build --next``."""

import json
from zoneinfo import ZoneInfo

import click

from bantin.build.request import Edition
from bantin.domain.problems import Language
from bantin.domain.text.dates import iso_instant

_NONE: dict[Language, str] = {
    "vi": "Không còn thời điểm nào: trang chỉ thay đổi khi có người sửa nội dung.",
    "en": "There is none to come: the site changes only when somebody changes its content.",
}


def tell_next_change(style: str, edition: Edition) -> None:
    """Prints the next change of a site as ISO 8601 with the offset of its zone; as JSON in the style ``json``.

    Where nothing is to come, prints ``-``, or ``null`` in JSON, and says so on standard error.
    """
    moment = edition.next_change
    text = iso_instant(moment.astimezone(ZoneInfo(edition.zone))) if moment else None
    if style == "json":
        click.echo(json.dumps({"next_change": text}))
        return
    click.echo(text or "-")
    if text is None:
        click.echo(_NONE[edition.language], err=True)
