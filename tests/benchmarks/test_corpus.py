"""The synthetic bulletin: always the same, of the size asked for, without a fault, and the same for every tool."""

from itertools import pairwise
from pathlib import Path
from statistics import mean

import pytest

from benchmarks.bantin import BANTIN
from benchmarks.compare import TOOLS
from benchmarks.corpus import Corpus, write_corpus
from benchmarks.tool import Project, Tool
from tests.bulletins import build_site
from tests.conftest import REPOSITORY


def test_it_is_the_same_each_time() -> None:
    assert list(Corpus(20).stories()) == list(Corpus(20).stories())


def test_a_larger_one_holds_the_smaller_one() -> None:
    assert list(Corpus(20).stories()) == list(Corpus(30).stories())[:20]


def test_another_seed_makes_another_one() -> None:
    assert Corpus(1).story(0).body != Corpus(1, seed=2).story(0).body


@pytest.mark.parametrize("size", [3_000, 7_000])
def test_bodies_are_of_about_the_size_asked_for(size: int) -> None:
    bodies = [len(story.body.encode()) for story in Corpus(300, size=size).stories()]
    assert mean(bodies) == pytest.approx(size, rel=0.2)


def test_it_is_spread_over_ten_years() -> None:
    years = {story.published.year for story in Corpus(300).stories()}
    assert years == set(range(2015, 2025))


def test_what_is_added_is_newer_than_everything_else() -> None:
    corpus = Corpus(300)
    newest = max(story.published for story in corpus.stories())
    news = [corpus.newest(number) for number in range(3)]
    assert newest < news[0].published
    assert all(older.published < newer.published for older, newer in pairwise(news))
    assert {story.slug for story in corpus.stories()}.isdisjoint(story.slug for story in news)


@pytest.mark.parametrize("agencies", [2, 3, 100])
def test_an_agreement_has_parties_of_its_own(agencies: int) -> None:
    for story in Corpus(100, agencies=agencies).stories():
        assert story.agreement
        assert 2 <= len(set(story.agreement.parties)) == len(story.agreement.parties)
        assert max(story.agreement.parties) < agencies


def test_news_has_the_same_texts_and_no_agreement() -> None:
    news = list(Corpus(5, news=True).stories())
    assert [story.body for story in news] == [story.body for story in Corpus(5).stories()]
    assert not any(story.agreement for story in news)
    assert not any("agencies" in path for path, _ in BANTIN.settings(Corpus(5, news=True)))


@pytest.mark.parametrize("news", [False, True])
def test_bantin_has_nothing_to_say_about_it(tmp_path: Path, *, news: bool) -> None:
    built = build_site(write_corpus(tmp_path / "corpus", Corpus(40, news=news)), tmp_path / "site")
    assert built.edition.problems == ()


@pytest.mark.parametrize("news", [False, True])
@pytest.mark.parametrize("tool", TOOLS.values(), ids=TOOLS)
def test_every_tool_is_given_the_same_articles(tool: Tool, tmp_path: Path, *, news: bool) -> None:
    project = Project(tool, tmp_path, Corpus(5, agencies=4, news=news))
    project.write()
    for story in project.corpus.stories():
        path, text = tool.article(story)
        assert (project.source / path).read_text(encoding="utf-8") == text
        assert story.title in text
        assert story.lead in text
        assert text.endswith(story.body)


@pytest.mark.parametrize("tool", TOOLS.values(), ids=TOOLS)
def test_every_tool_has_a_theme_that_can_be_changed(tool: Tool, tmp_path: Path) -> None:
    project = Project(tool, tmp_path, Corpus(1, agencies=2))
    project.write()
    base = project.source / tool.base
    before = base.read_text(encoding="utf-8")
    for turn in ("Một", "Hai"):
        project.change_theme(turn)
        assert base.read_text(encoding="utf-8").replace(f"<p>{turn}</p>\n", "") == before


def test_bantin_s_template_is_the_one_that_it_comes_with() -> None:
    base = (REPOSITORY / BANTIN.base).read_text(encoding="utf-8")
    assert dict(BANTIN.settings(Corpus(1)))[BANTIN.base] == base
