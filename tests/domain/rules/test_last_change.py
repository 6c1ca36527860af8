"""The last change of a page: what its file says, or else its publication, and never the time of a build."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bantin.domain.model import Article, Change, ChangeKind, Outline
from bantin.domain.rules.last_change import changed_at
from bantin.domain.text.dates import Moment

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def when(text: str) -> Moment:
    return Moment.parse(text, ZONE)


def article(published: str = "", changed: str = "") -> Article:
    changes = (Change(ChangeKind.MINOR, when(changed), "Sửa."),) if changed else ()
    return Article("a.md", "a", 2020, "A", Outline(), published=when(published) if published else None, changes=changes)


@pytest.mark.parametrize(
    ("published", "changed", "expected"),
    [
        ("2020-05-06", "2020-05-08T10:00+07:00", datetime(2020, 5, 8, 3, tzinfo=UTC)),
        ("2020-05-06", "2020-05-08", datetime(2020, 5, 7, 17, tzinfo=UTC)),
        ("2020-05-06T08:00+07:00", "", datetime(2020, 5, 6, 1, tzinfo=UTC)),
        ("2020-05", "", None),
        ("", "", None),
    ],
)
def test_the_last_change_is_the_latest_that_is_known(published: str, changed: str, expected: datetime | None) -> None:
    assert changed_at(article(published, changed), ZONE) == expected
