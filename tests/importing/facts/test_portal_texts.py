"""Raw texts of portals, read as an import reads them: layout first, then the signing that the text tells of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import examples
from tests.importing.facts.measure import shares
from tests.importing.facts.news.pages import read_raw
from tests.importing.facts.portal_texts import agreements_of, measure_portal, portal_texts
from tests.importing.names import sample_names

FILES = ("first.yml", "second.yml", "third.yml", "fourth.yml", "fifth.yml")
# A short sentence below a text may be a caption or its last sentence; a question is no headline.
DOUBTFUL = {
    "no headline, no date of publication, two provinces: body",
    "review with a new signing in the same conference: body",
    "interview before the ceremony: lead",
    "interview before the ceremony: body",
}
WORDS = sorted(
    {word for name in FILES for text in portal_texts(name) for _, line in text.lines for word in line.split()}
)


@pytest.mark.parametrize("name", FILES)
def test_portal_texts_come_in_with_nothing_that_they_do_not_say(name: str) -> None:
    wrong = {verdict.key for verdict in measure_portal(name, sample_names()) if verdict.outcome == "wrong"}
    assert wrong <= DOUBTFUL


@pytest.mark.parametrize("name", FILES)
def test_portal_texts_come_in_with_nearly_all_that_they_say(name: str) -> None:
    found = shares(list(measure_portal(name, sample_names())))
    assert found["right"] >= 19 * (found["open"] + found["wrong"])


@settings(max_examples=examples(200))
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30), min_size=1, max_size=6))
def test_words_of_portals_in_any_order_can_be_read(lines: list[list[str]]) -> None:
    agreements_of(read_raw(*map(" ".join, lines)), sample_names())
