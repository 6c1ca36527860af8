"""The bulletin of 300 agreements: always the same, without a fault, and with everything that pages have to show."""

import csv
from collections import Counter
from pathlib import Path

from bantin.domain.model.status import Status
from benchmarks.portal import COUNT, accords, files
from tests.bulletins import TODAY


def test_it_is_the_same_each_time() -> None:
    assert list(files(accords())) == list(files(accords()))


def test_nothing_is_signed_after_the_day_of_the_build() -> None:
    assert max(one.signed for one in accords()) < TODAY


def test_what_follows_an_agreement_names_it() -> None:
    made = accords()
    followed = [one for one in made if one.after is not None]
    assert len(followed) > COUNT / 20
    assert all(made[one.after or 0].before == one.number for one in followed)


def test_every_agreement_has_its_page(portal_site: Path) -> None:
    assert all((portal_site / one.url / "index.html").is_file() for one in accords())


def test_it_has_every_status(portal_site: Path) -> None:
    with (portal_site / "du-lieu/agreements.csv").open(encoding="utf-8-sig", newline="") as table:
        statuses = Counter(row["status"] for row in csv.DictReader(table))
    assert sum(statuses.values()) == COUNT
    assert set(statuses) == {status.value for status in Status}
