"""The day of the last known change of the data, which is their version."""

from datetime import date
from typing import Any

import pytest

from bantin.domain.model import Event, EventKind
from bantin.site.data.last_change import last_change
from tests.index.contents import agreement, article, bulletin, on, when

SUSPENDED = Event(EventKind.SUSPENDED, on("2024-01-01"), until=on("2024-06-30"))


@pytest.mark.parametrize(
    ("changes", "facts", "changed"),
    [
        ({}, {}, None),
        ({"published": when("2021-11-24")}, {}, "2021-11-24"),
        ({"published": when("2021-11")}, {}, "2021-11-01"),
        ({"updated": when("2022-01-02T08:00+07:00").instant}, {"signed_on": on("2012-11-20")}, "2022-01-02"),
        ({}, {"signed_on": on("2012-11-20")}, "2012-11-20"),
        # What lies ahead has not changed anything, nor has what may lie ahead.
        ({}, {"signed_on": on("2012-11-20"), "effective_on": on("2026-01-02")}, "2012-11-20"),
        ({}, {"signed_on": on("2012-11-20"), "effective_on": on("2026")}, "2012-11-20"),
        # A term or a suspension that has run out has changed the status the day after.
        ({}, {"signed_on": on("2012-11-20"), "expires_on": on("2025-12-31")}, "2026-01-01"),
        ({}, {"signed_on": on("2012-11-20"), "expires_on": on("2026-01-01")}, "2012-11-20"),
        ({}, {"signed_on": on("2012-11-20"), "events": (SUSPENDED,)}, "2024-07-01"),
    ],
)
def test_the_last_change_is_that_of_the_content_and_not_of_the_build(
    changes: dict[str, Any], facts: dict[str, Any], changed: str | None
) -> None:
    made = bulletin(article(**{"published": None, **changes}, agreement=agreement(**facts)))
    assert last_change(made) == (changed and date.fromisoformat(changed))
