"""Nights: a page changes when what it says changes, and not because a day has passed."""

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from bantin.output.publish import AS_OF, RECEIPT
from tests.bulletins import ARTICLE, COMPLETE, UNSEARCHED, build_site, files_of, write
from tests.test_sites import root_of

DAY = timedelta(days=1)
MOST_IN_AN_IDLE_NIGHT = 20
MOST_WITH_A_STATUS_TURNED = 60


def changed(root: Path, out: Path, day: date) -> set[str]:
    """The files of the site that are not the same on ``day`` and on the day after."""
    sites = []
    for number in range(2):
        build_site(root, out / str(number), as_of=day + number * DAY)
        sites.append(files_of(out / str(number)))
    before, after = sites
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def golden(case: str) -> Callable[[Path], Path]:
    def copy(folder: Path) -> Path:
        root = shutil.copytree(root_of(case), folder)
        settings = root / "content/site.yml"
        settings.write_text(settings.read_text(encoding="utf-8") + "search: off\n", encoding="utf-8")
        return root

    return copy


def made(folder: Path) -> Path:
    """A bulletin in which everything that depends on the day lies ahead: terms, reviews, entries into force."""
    facts = (
        "  effective_on: 2020-06-01\n  expires_on: 2027-12-31\n  review: {every: P1Y}\n",
        "  effective_on: 2027-01-01\n",
        "  effective_on: 2020-06\n  events: [{kind: suspended, on: 2025-01-01, until: 2026-12-31}]\n",
        "  effective_on: 2020\n  expires_on: 2028\n  review: {next: 2026-11-20}\n",
    )
    articles = {
        f"content/articles/2020/bai-{number}.md": ARTICLE.replace("agreement:\n", f"agreement:\n  id: ban-{number}\n")
        .replace("Hai cơ quan", f"Bài {number}")
        .replace("  fields:", f"{facts[number % len(facts)]}  fields:")
        for number in range(40)
    }
    return write(folder, COMPLETE, UNSEARCHED, articles)


@pytest.mark.parametrize(
    ("source", "day", "homes"),
    [
        (golden("register"), date(2026, 1, 2), {"index.html"}),
        (golden("records"), date(2026, 1, 2), {"index.html", "en/index.html"}),
        (golden("sample"), date(2026, 1, 2), {"index.html", "en/index.html"}),
        (golden("empty"), date(2026, 1, 2), {"index.html"}),
        (made, date(2026, 4, 7), {"index.html"}),
    ],
    ids=["register", "records", "sample", "empty", "made"],
)
def test_in_an_idle_night_only_what_says_the_day_changes(
    tmp_path: Path, source: Callable[[Path], Path], day: date, homes: set[str]
) -> None:
    found = changed(source(tmp_path / "bulletin"), tmp_path, day)
    assert found == {AS_OF, RECEIPT, *homes}
    assert len(found) <= MOST_IN_AN_IDLE_NIGHT


def test_a_status_that_turns_changes_what_shows_it(tmp_path: Path) -> None:
    root = made(tmp_path / "bulletin")
    text = (root / "content/articles/2020/bai-3.md").read_text(encoding="utf-8")
    for old, new in (("id: ban-3", "id: moi"), ("expires_on: 2028", "expires_on: 2026-04-07"), ("  review:", "  #")):
        text = text.replace(old, new)
    write(root, {"content/articles/2020/moi.md": text})
    found = changed(root, tmp_path, date(2026, 4, 7))
    assert {"bai-viet/2020/moi/index.html", "bai-viet/2020/moi/index.json", "van-ban/index.html"} <= found
    assert "du-lieu/agreements.csv" in found
    assert not any("/bai-" in path for path in found)
    assert len(found) <= MOST_WITH_A_STATUS_TURNED


@pytest.mark.parametrize("case", ["register", "records"])
def test_no_page_but_the_home_page_says_for_which_day_it_was_built(tmp_path: Path, case: str) -> None:
    day = date(2031, 7, 19)
    build_site(golden(case)(tmp_path / "bulletin"), tmp_path / "site", as_of=day)
    told = {
        path
        for path, data in files_of(tmp_path / "site").items()
        if any(
            word in data for word in (b"2031-07-19", b"19/07/2031", "ngày 19 tháng 7 năm 2031".encode(), b"20310719")
        )
    }
    assert {path for path in told if not path.endswith("index.html")} == {AS_OF, RECEIPT}
    assert {path for path in told if path.endswith("index.html")} <= {"index.html", "en/index.html"}
