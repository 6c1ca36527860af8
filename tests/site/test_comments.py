"""The comments on the page of an article."""

from typing import Any

import pytest
from msgspec.structs import replace

from bantin.domain.model import Comments, Giscus, Isso
from bantin.site.comments import origin_of_comments
from bantin.site.views import ArticleView, CommentsView, GiscusView, IssoView
from tests.index.contents import SITE, article, bulletin
from tests.site.plans import view_at

GISCUS = Giscus("a/b", "R_x", "Ý kiến", "DIC_x")


def comments(
    engine: Comments | None, *, base_url: str = "https://x.example/bt/", **changes: Any
) -> CommentsView | None:
    site = replace(SITE, comments=engine, base_url=base_url)
    made = bulletin(article(**changes), site=site)
    return view_at(made, "bai-viet/2020/bai/", ArticleView).comments


def test_there_are_none_unless_the_settings_say_where() -> None:
    assert comments(None) is None
    assert comments(None, comments=True) is None


@pytest.mark.parametrize("engine", [Isso("/_c"), GISCUS])
def test_an_article_may_be_without(engine: Comments) -> None:
    assert comments(engine, comments=False) is None
    assert comments(engine, comments=True) == comments(engine)


def test_isso_knows_an_article_by_its_path() -> None:
    assert comments(Isso("/_c")) == CommentsView(isso=IssoView("/_c", "/bt/bai-viet/2020/bai/", is_beside=True))
    elsewhere = comments(Isso("https://c.example/isso"), base_url="https://x.example/")
    assert elsewhere == CommentsView(isso=IssoView("https://c.example/isso", "/bai-viet/2020/bai/", is_beside=False))


def test_giscus_is_told_what_the_settings_say() -> None:
    assert comments(GISCUS) == CommentsView(giscus=GiscusView("https://giscus.app", "a/b", "R_x", "Ý kiến", "DIC_x"))


@pytest.mark.parametrize(
    ("engine", "origin"),
    [
        (None, ""),
        (Isso("/_c"), ""),
        (Isso("https://c.example:8/isso"), "https://c.example:8"),
        (GISCUS, "https://giscus.app"),
    ],
)
def test_what_is_loaded_from_elsewhere_is_known(engine: Comments | None, origin: str) -> None:
    assert origin_of_comments(engine) == origin
