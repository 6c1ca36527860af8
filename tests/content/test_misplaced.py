"""Files without a place: what is said of each names the place that it should have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.misplaced import misplaced, other_languages
from bantin.domain.problems import LANGUAGES

PARTS = st.text("abMdy. 20-", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("path", "right"),
    [
        ("content/bai.md", "content/articles/<year>/bai.md"),
        ("content/articles/bai.MD", "content/articles/<year>/bai.md"),
        ("content/articles/20 20/bai.md", "“2020”"),
        ("content/articles/nam-2012/bai.md", "“2012”"),
        ("content/articles/Undated/bai.md", "“undated”"),
        ("content/articles/2012/index.md", "content/articles/2012/bai/index.md"),
        ("content/articles/2012/thang-5/bai.md", "content/articles/2012/bai.md"),
        ("content/articles/2012/thang-5/bai/index.md", "content/articles/2012/bai.md"),
        ("content/articles/2012/bai/Index.md", "“index.md”"),
        ("content/articles/2012/bai.md.docx", "“bai.md”"),
        ("content/agencies/bo.yaml", "“bo.yml”"),
        ("content/agencies/bo.YML", "“bo.yml”"),
        ("content/agencies/bo", "“bo.yml”"),
        ("content/agencies/trung-uong/bo.yml", "content/agencies/bo.yml"),
        ("content/pages/sau/trang.md", "content/pages/trang.md"),
        ("content/pages/trang.md.txt", "“trang.md”"),
        ("content/documents/quy-che.md", "PDF"),
        ("content/site.yaml", "“site.yml”"),
        ("content/Site.yml", "“site.yml”"),
        ("content/vocabulary.yml.txt", "“vocabulary.yml”"),
        ("content/article/2012/bai.md", "content/articles/2012/bai.md"),
        ("content/Agencies/bo.yml", "content/agencies/bo.yml"),
        ("content/ghi-chu.txt", "articles/<year>/"),
    ],
)
def test_the_right_place_is_reported(path: str, right: str) -> None:
    problem = misplaced(path)
    assert problem.code == "misplaced-file"
    assert right in problem.hint("en")


@given(st.lists(PARTS, min_size=1, max_size=5), st.sampled_from(["", "articles", "agencies", "pages", "documents"]))
def test_something_can_be_told_of_any_path(parts: list[str], top: str) -> None:
    problem = misplaced("/".join(filter(None, ("content", top, *parts))))
    assert all(problem.message(language) and problem.hint(language) for language in LANGUAGES)


def test_a_translation_is_one_only_beside_its_original() -> None:
    paths = ["content/pages/a.md", "content/pages/a.fr.md", "content/pages/b.fr.md", "content/pages/a.v2.md"]
    assert [problem.location.path for problem in other_languages(paths)] == ["content/pages/a.fr.md"]
