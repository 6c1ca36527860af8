"""Changes of what was public, told or not, in real repositories."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.checks.unnoted_changes import check_noted
from bantin.domain.model import Change, ChangeKind, Commit, Facts, PublicVersion, Shown
from bantin.domain.problems import Problem
from bantin.domain.text.dates import Edtf, Moment
from tests.bulletins import ARTICLE, COMPLETE, SITE, UNSEARCHED, problems_of, write
from tests.index.contents import ZONE, article
from tests.repositories import MAY_6, commit

BAI, RECORD = "content/articles/2020/bai.md", "content/agreements/quy-che.md"
CODE = "changed-without-note"


def committed(root: Path, *texts: str | bytes, path: str = BAI) -> list[str]:
    """Commits a file with each of ``texts``, on a day each from 7 May on; returns the ids of the commits."""
    write(root, COMPLETE, UNSEARCHED)
    return [commit(write(root, {path: text}), at=MAY_6 + timedelta(days=day)) for day, text in enumerate(texts)]


def found(root: Path) -> list[Problem]:
    return [one for one in problems_of(root, history=True) if one.code == CODE]


def noted(day: str, kind: str = "minor", text: str = ARTICLE) -> str:
    return text.replace("title: Hai", f"changes: [{{on: {day}, kind: {kind}, note: Sửa.}}]\ntitle: Hai", 1)


def other(text: str = ARTICLE) -> str:
    return text.replace("Nội dung.", "Nội dung khác.").replace("scope: central", "scope: provincial")


def test_a_change_without_a_note_names_the_commit_and_what_was_changed(tmp_path: Path) -> None:
    _, second = committed(tmp_path, ARTICLE, other())
    (problem,) = found(tmp_path)
    assert problem.location.path == BAI
    assert problem.message("en") == (
        "What was public has been changed without a note: the text, “agreement.scope”; "
        f"last in commit {second[:10]} of 2020-05-08."
    )
    assert f"nội dung, “agreement.scope”; lần sửa gần nhất ngày 2020-05-08, phiên bản (commit) {second[:10]}." in (
        problem.message("vi")
    )
    assert "changes: [{on: 2020-05-08, kind: minor}]" in problem.hint("vi")


def test_the_note_that_the_hint_gives_mends_it(tmp_path: Path) -> None:
    committed(tmp_path, ARTICLE, other())
    (problem,) = found(tmp_path)
    line = problem.hint("en").rpartition("“")[2].partition("”")[0]
    # Even before it is committed.
    write(tmp_path, {BAI: other().replace("title: Hai", f"{line}\ntitle: Hai", 1)})
    assert found(tmp_path) == []


@pytest.mark.parametrize(("day", "told"), [("2020-05-06", 1), ("2020-05-07", 0), ("2020-05-08", 0), ("2020-06-01", 0)])
def test_a_note_is_at_most_a_day_older_than_the_change(day: str, told: int, tmp_path: Path) -> None:
    committed(tmp_path, ARTICLE, noted(day, text=other()))
    assert len(found(tmp_path)) == told


def test_only_what_came_after_the_newest_note_counts(tmp_path: Path) -> None:
    first = noted("2020-05-08", text=ARTICLE.replace("Nội dung.", "Hai."))
    commits = committed(tmp_path, ARTICLE, first, first, first.replace("central", "internal"))
    (problem,) = found(tmp_path)
    assert problem.value("en") == "“agreement.scope”"
    assert problem.value("commit") == commits[-1][:10]


def test_a_change_that_was_taken_back_is_none(tmp_path: Path) -> None:
    committed(tmp_path, ARTICLE, other(), ARTICLE)
    assert found(tmp_path) == []


def test_the_commit_is_the_last_that_changed_something(tmp_path: Path) -> None:
    commits = committed(
        tmp_path, ARTICLE, other(), other().replace("lead: Sa-pô.", "lead: Khác."), f"{other()}\n<!-- a -->\n"
    )
    (problem,) = found(tmp_path)
    assert problem.value("commit") == commits[3][:10]
    assert problem.value("en") == "the text, “agreement.scope”"


def test_what_is_not_public_may_change(tmp_path: Path) -> None:
    draft = "draft: true\ntitle: Hai"
    committed(tmp_path, ARTICLE.replace("title: Hai", draft), other().replace("title: Hai", draft), other())
    assert found(tmp_path) == []
    write(tmp_path, {BAI: noted("2020-01-01", text=ARTICLE.replace("title: Hai", draft))})
    assert found(tmp_path) == []


def test_a_record_is_checked_as_well(tmp_path: Path) -> None:
    record = "---\ntype: quy-che\ntitle: Quy chế\nparties: [co-quan-a, co-quan-b]\nfields: an-ninh\n---\n"
    committed(tmp_path, record, record.replace("title: Quy chế", "title: Bản quy chế"), path=RECORD)
    (problem,) = found(tmp_path)
    assert problem.location.path == RECORD
    assert problem.value("vi") == "“title”"


@pytest.mark.parametrize(("day", "told"), [("2020-05-08", 1), ("2020-05-09", 0)])
def test_changes_before_a_day_of_the_settings_need_no_note(day: str, told: int, tmp_path: Path) -> None:
    committed(tmp_path, ARTICLE, other())
    write(tmp_path, {"content/site.yml": f"{SITE}search: off\nnotes_since: {day}\n"})
    assert len(found(tmp_path)) == told


def test_without_the_history_nothing_is_said(tmp_path: Path) -> None:
    committed(tmp_path, ARTICLE, other())
    assert CODE not in [one.code for one in problems_of(tmp_path)]


def test_the_own_fields_that_readers_see_count(tmp_path: Path) -> None:
    fields = "fields:\n  pages: {label: Số trang, kind: number, shown: [page]}\n  shelf: {label: Kho, shown: []}\n"
    before = ARTICLE.replace("  scope:", "  pages: 1\n  shelf: A\n  scope:")
    write(tmp_path, COMPLETE, {"content/site.yml": f"{SITE}search: off\n{fields}", BAI: before})
    commit(tmp_path)
    commit(write(tmp_path, {BAI: before.replace("shelf: A", "shelf: B")}), at=MAY_6 + timedelta(days=1))
    assert found(tmp_path) == []
    commit(write(tmp_path, {BAI: before.replace("pages: 1", "pages: 2")}), at=MAY_6 + timedelta(days=2))
    assert [one.value("en") for one in found(tmp_path)] == ["“agreement.pages”"]


FIRST = datetime(2020, 5, 1, 8, tzinfo=ZONE)


def moment(day: int) -> Moment:
    return Moment(Edtf.of((FIRST + timedelta(days=day)).date()))


@given(
    st.lists(st.tuples(st.integers(0, 20), st.sampled_from("abc")), min_size=2, max_size=6),
    st.none() | st.integers(0, 20),
)
def test_readers_are_told_exactly_if_what_they_saw_at_the_newest_note_is_not_what_they_see(
    made: list[tuple[int, str]], noted: int | None
) -> None:
    days = sorted(made, key=lambda one: one[0])
    versions = [
        PublicVersion(Commit(f"{number:040}", at), BAI, at, None, Shown.YES, Facts(title=title))
        for number, (day, title) in enumerate(days)
        for at in [FIRST + timedelta(days=day)]
    ]
    notes = () if noted is None else (Change(ChangeKind.MINOR, moment(noted)),)
    seen = [title for day, title in days if noted is not None and day <= noted + 1] or [days[0][1]]
    told = list(check_noted([article(path=BAI, changes=notes)], {BAI: versions}, None))
    assert bool(told) == (seen[-1] != days[-1][1])
    assert all(one.value("en") == "“title”" for one in told)
