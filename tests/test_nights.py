"""Nights: a page changes when what it says changes, and not because a day has passed."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from bantin.output.publish import AS_OF, RECEIPT
from bantin.runtime.cache import store
from tests.bulletins import ARTICLE, COMPLETE, UNSEARCHED, build_site, files_of, write
from tests.edits import build_warm, cold, replace_in
from tests.repositories import commit
from tests.test_sites import root_of

DAY = timedelta(days=1)
MOST_IN_AN_IDLE_NIGHT = 20
MOST_WITH_A_STATUS_TURNED = 60


@pytest.fixture(scope="module", autouse=True)
def _long_ago() -> Iterator[None]:
    """Simulates that no file has changed just now, since the times of such a file are not reliable."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "_STEP", -(10**18))
        yield


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
        written = settings.read_text(encoding="utf-8")
        if "search:" not in written:
            settings.write_text(f"{written}search: off\n", encoding="utf-8")
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
    # It stands with its status on the cards of related articles.
    others = [path for path in found if "/bai-" in path]
    assert all("bai-viet/2020/moi/" in (tmp_path / "0" / path).read_text(encoding="utf-8") for path in others)
    assert len(found) <= MOST_WITH_A_STATUS_TURNED


class Planned(Exception):
    """The whole pipeline was called for."""


def refuse(*_given: object, **_named: object) -> None:
    raise Planned


SOURCES = {
    **{case: golden(case) for case in ("bilingual", "empty", "english", "own-fields", "records", "register", "sample")},
    "made": made,
}


@pytest.mark.parametrize("history", [False, True], ids=["", "history"])
@pytest.mark.parametrize("source", SOURCES)
def test_the_build_of_the_next_day_plans_nothing_and_gives_the_bytes_of_a_cold_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, history: bool
) -> None:
    root = SOURCES[source](tmp_path / "bulletin")
    if history:
        commit(root)
    day = date(2026, 4, 7)
    build_warm(root, as_of=day, history=history)
    monkeypatch.setattr("bantin.build.pipeline.make", refuse)
    for number in (1, 2):
        report = build_warm(root, as_of=day + number * DAY, history=history).report
        assert 3 <= report.written <= MOST_IN_AN_IDLE_NIGHT
        assert report.removed == 0
        assert build_warm(root, as_of=day + number * DAY, history=history).report.written == 0
    monkeypatch.undo()
    assert files_of(root / "site") == cold(root, as_of=day + 2 * DAY, history=history)


def test_the_build_of_the_next_day_is_a_whole_one_where_anything_else_may_be_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, day = made(tmp_path / "bulletin"), date(2026, 12, 30)
    changes: tuple[tuple[Callable[[], object], dict[str, object]], ...] = (
        # A suspension ends with the year.
        (lambda: None, {"as_of": day + 2 * DAY}),
        (lambda: None, {"as_of": day - DAY}),
        (lambda: None, {"as_of": date(2026, 4, 8), "strict": True}),
        (lambda: replace_in(root, "content/articles/2020/bai-7.md", "Nội dung.", "Khác."), {"as_of": date(2026, 4, 8)}),
        (lambda: (root / "site/van-ban/index.html").write_text("?"), {"as_of": date(2026, 4, 8)}),
    )
    for change, options in changes:
        before = day if options["as_of"] > date(2026, 4, 8) else date(2026, 4, 7)  # type: ignore[operator]
        build_warm(root, as_of=before)
        change()
        with monkeypatch.context() as patch:
            patch.setattr("bantin.build.pipeline.make", refuse)
            with pytest.raises(Planned):
                build_warm(root, **options)
        build_warm(root, **{**options, "strict": False})
        assert files_of(root / "site") == cold(root, **{**options, "strict": False})


def test_the_day_since_which_something_is_gone_comes(tmp_path: Path) -> None:
    gone = "---\ntitle: Bài cũ\nagreement: {id: cu}\ngone: {on: 2026-04-08, reason: Đăng nhầm.}\n---\n"
    root, day = write(tmp_path, COMPLETE, UNSEARCHED, {"content/articles/2020/cu.md": gone}), date(2026, 4, 7)
    told = [build_warm(root, as_of=day + number * DAY).edition.problems for number in range(2)]
    assert [[problem.kind.code for problem in problems] for problems in told] == [["date-in-the-future"], []]
    made = files_of(root / "site")
    assert made == cold(root, as_of=day + DAY)
    assert "Gỡ khỏi trang: Bài cũ".encode() in made["van-ban/moi-thay-doi/atom.xml"]


def test_texts_are_put_into_a_site_that_was_built_for_another_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, day = write(tmp_path, COMPLETE, UNSEARCHED), date(2026, 4, 7)
    build_warm(root, as_of=day)
    monkeypatch.setattr("bantin.build.pipeline.make", refuse)
    build_warm(root, as_of=day + DAY)
    replace_in(root, "content/articles/2020/bai.md", "Nội dung.", "Nội dung khác.")
    build_warm(root, as_of=day + DAY)
    build_warm(root, as_of=day + 2 * DAY)
    monkeypatch.undo()
    assert files_of(root / "site") == cold(root, as_of=day + 2 * DAY)


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
