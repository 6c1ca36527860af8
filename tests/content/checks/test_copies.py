"""Copied articles are reported; articles that only look alike are not."""

from pathlib import Path

import pytest

from tests.bulletins import ARTICLE, COMPLETE, codes_of, problems_of, write

OTHER = "content/articles/2020/a.md"


def told(tmp_path: Path, *changes: tuple[str, str]) -> list[str]:
    """The problems of the bulletin with a copy that has some changes."""
    text = ARTICLE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return codes_of(write(tmp_path, COMPLETE, {OTHER: text}))


SUBJECT = ("title: Quy chế phối hợp", "title: Kế hoạch phối hợp năm 2020")
DAY = ("signed_on: 2020-05-05", "signed_on: 2019-05-05")


@pytest.mark.parametrize(
    "changes",
    [
        # Two agreements that were signed together.
        (SUBJECT,),
        # A plan of each year.
        (DAY, ("published: 2020-05-06", "published: 2020-05-04")),
        # The other agency has signed the same with somebody else.
        (("co-quan-b]", "co-quan-c]"),),
        # The editors say that they are two.
        (("signed_on:", "relations: [{kind: related, to: bai}]\n  signed_on:"),),
        # Nothing is finished yet.
        (("lead:", "draft: true\nlead:"),),
    ],
)
def test_two_agreements_that_look_alike_are_two(changes: tuple[tuple[str, str], ...], tmp_path: Path) -> None:
    write(tmp_path, {"content/agencies/co-quan-c.yml": "name: Cơ quan C\n"})
    assert told(tmp_path, *changes) == []


def test_numbers_tell_two_agreements_apart(tmp_path: Path) -> None:
    one, other = (ARTICLE.replace("  scope:", f"  number: {number}/QCPH\n  scope:") for number in ("01", "02"))
    write(tmp_path, COMPLETE, {"content/articles/2020/bai.md": one, OTHER: other})
    assert codes_of(tmp_path) == []


@pytest.mark.parametrize("number", ["01", "01/QCPH", "Số 5"])
def test_a_number_that_does_not_say_who_signed_may_come_again(number: str, tmp_path: Path) -> None:
    one = ARTICLE.replace("  scope:", f"  number: {number}\n  scope:")
    other = one.replace(*SUBJECT).replace(*DAY).replace("Hai cơ quan", "Các cơ quan")
    write(tmp_path, COMPLETE, {"content/articles/2020/bai.md": one, OTHER: other})
    assert codes_of(tmp_path) == []


def test_both_places_are_reported(tmp_path: Path) -> None:
    (problem,) = problems_of(write(tmp_path, COMPLETE, {OTHER: ARTICLE}))
    assert (problem.location.path, problem.location.line) == ("content/articles/2020/bai.md", 6)
    assert f"{OTHER}:6" in problem.message("vi")


def test_a_copy_is_reported_once_however_many_facts_it_shares(tmp_path: Path) -> None:
    text = ARTICLE.replace(
        "  scope:", "  number: 01/QCPH-A-B\n  documents: [{file: /documents/a.txt, kind: annex}]\n  scope:"
    )
    files = {f"content/articles/2020/{name}.md": text for name in ("a", "b", "c")}
    write(tmp_path, COMPLETE, files, {"content/articles/2020/bai.md": text, "content/documents/a.txt": "x"})
    assert codes_of(tmp_path) == ["copied-record"] * 3


@pytest.mark.parametrize(
    ("title", "lead"), [("Thông báo", ""), ("Tin vắn", "Tin."), ("Hội nghị giao ban quý", "Một lead khác.")]
)
def test_short_news_of_one_day_are_no_copies(title: str, lead: str, tmp_path: Path) -> None:
    text = f"---\ntitle: {title}\npublished: 2020-05-06\nlead: '{lead}'\nauthors: [A]\n---\n\nTin.\n"
    other = text.replace("Một lead khác.", "Lại một lead khác.")
    write(tmp_path, COMPLETE, {OTHER: text, "content/articles/2020/b.md": other})
    assert "copied-article" not in codes_of(tmp_path)
