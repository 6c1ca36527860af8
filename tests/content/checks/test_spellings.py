"""Names in two spellings, and names that only look alike."""

from pathlib import Path

import pytest

from tests.bulletins import ARTICLE, COMPLETE, problems_of, write

OTHER = "content/articles/2020/a.md"


def told(tmp_path: Path, one: str, other: str) -> list[tuple[str, str, str]]:
    """The problems if ``one`` signs in the article, and ``other`` in the one before it."""
    before = ARTICLE.replace("title: Hai", "title: Các").replace("signed_on: 2020-05-05", "signed_on: 2020-01-02")
    files = {
        "content/articles/2020/bai.md": ARTICLE.replace("Nguyễn Văn A", one),
        OTHER: before.replace("Nguyễn Văn A", other),
    }
    found = problems_of(write(tmp_path, COMPLETE, files))
    return [(one.code, one.location.path.rpartition("/")[2], one.value("mended")) for one in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng"),
        ("Trần Lam", "Trần Lâm"),
        ("Lam Anh", "Lâm Ánh"),
        ("Nguyễn Văn A", "Nguyễn Văn A"),
        ("Le Van", "Trần Văn"),
    ],
)
def test_two_people_are_two(one: str, other: str, tmp_path: Path) -> None:
    assert told(tmp_path, one, other) == []


def test_the_spelling_that_comes_first_is_kept_to_and_the_other_reported(tmp_path: Path) -> None:
    assert told(tmp_path, "Nguyễn Văn Hoà", "Nguyễn Văn Hòa") == [("name-spelt-otherwise", "bai.md", "Nguyễn Văn Hòa")]


def test_a_name_without_marks_is_reported_wherever_it_stands(tmp_path: Path) -> None:
    assert told(tmp_path, "Nguyễn Văn Hòa", "Nguyen Van Hoa") == [("marks-missing", "a.md", "Nguyễn Văn Hòa")]


def test_nothing_is_said_of_a_name_without_marks_that_may_be_either_of_two(tmp_path: Path) -> None:
    extra = ARTICLE.replace("title: Hai cơ quan", "title: Các cơ quan").replace("2020-05-05", "2020-02-02")
    write(tmp_path, {"content/articles/2020/c.md": extra.replace("Nguyễn Văn A", "Nguyễn Văn Hưng")})
    assert told(tmp_path, "Nguyễn Văn Hùng", "Nguyen Van Hung") == []


def test_one_slip_in_many_articles_is_reported_some_times(tmp_path: Path) -> None:
    texts = {
        number: ARTICLE.replace("signed_on: 2020-05-05", f"signed_on: 2020-03-{number:02}").replace(
            "title: Hai", f"title: Lần {number}, hai"
        )
        for number in range(1, 26)
    }
    files = {
        f"content/articles/2020/b{number}.md": text.replace("Nguyễn Văn A", "Nguyen Van A")
        for number, text in texts.items()
    }
    found = problems_of(write(tmp_path, COMPLETE, files))
    assert [one.code for one in found] == ["marks-missing"] * 10


@pytest.mark.parametrize("tags", ["[sen]", "[Cứu hộ]", "[sến, cứu hộ]"])
def test_topics_that_may_be_two_are_two(tags: str, tmp_path: Path) -> None:
    news = f"---\ntitle: Tin\npublished: 2020-01-01\nlead: Tin.\nauthors: [A]\ntags: {tags}\n---\n\nTin.\n"
    text = ARTICLE.replace("authors:", "tags: [sến, cứu hộ]\nauthors:")
    files = {"content/articles/2020/bai.md": text, OTHER: news}
    assert problems_of(write(tmp_path, COMPLETE, files)) == ()
