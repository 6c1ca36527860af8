"""The bulletin as a Hugo site of a register: terms for all that Bantin has pages of, and a record for each article."""

from dataclasses import replace
from datetime import date

import yaml

from benchmarks.bantin import BANTIN
from benchmarks.corpus import Corpus
from benchmarks.hugo import HUGO_REGISTER
from benchmarks.scenario import SCENARIOS, Turn
from benchmarks.story import Agreement, agency_name


def front_matter(text: str) -> dict[str, object]:
    found = yaml.safe_load(text.split("---\n")[1])
    assert isinstance(found, dict)
    return found


def test_an_article_has_the_terms_of_a_register() -> None:
    story = Corpus(1).story(0)
    assert story.agreement
    three = replace(story, agreement=replace(story.agreement, parties=(7, 2, 5)))
    terms = front_matter(HUGO_REGISTER.article(three)[1])
    pairs = [(2, 5), (2, 7), (5, 7)]
    assert terms["cap"] == [f"{agency_name(one)} – {agency_name(other)}" for one, other in pairs]
    assert terms["nguoi-ky"] == list(story.agreement.signatories)
    assert terms["loai"] == [story.agreement.type]
    day = story.published.date().isoformat()
    assert (terms["nam"], terms["thang"], terms["ngay"]) == ([day[:4]], [day[:7]], [day])


def test_it_has_a_calendar_a_feed_and_a_record_where_bantin_has_them() -> None:
    files = dict(HUGO_REGISTER.settings(Corpus(1, agencies=2)))
    settings = yaml.safe_load(files["hugo.yaml"])
    assert set(settings["taxonomies"].values()) == {
        "co-quan", "linh-vuc", "loai", "nguoi-ky", "cap", "nam", "thang", "ngay",
    }  # fmt: skip
    outputs = {one["target"]["path"]: one["outputs"] for one in settings["cascade"]}
    assert outputs["/co-quan/**"] == ["html", "rss", "calendar"]
    assert outputs["/bai-viet/**"] == ["html", "json"]
    assert {"layouts/bai-viet/page.json", "layouts/co-quan/term.calendar.ics"} <= files.keys()
    assert settings["pagination"]["pagerSize"] == 50


def test_terms_are_of_many_kinds_and_none_ends_on_a_night_that_is_measured() -> None:
    agreements = [story.agreement for story in Corpus(300).stories() if story.agreement]
    ends = {one.expires for one in agreements if one.expires}
    assert {(end.month, end.day) for end in ends} == {(12, 31)}
    assert min(ends) < date(2026, 1, 1) < max(ends)
    assert any(one.effective and not one.expires for one in agreements)
    assert any(one.effective is None for one in agreements)
    assert isinstance(SCENARIOS["turned"], Turn)


def test_bantin_is_told_of_the_term() -> None:
    story = Corpus(1).story(0)
    assert isinstance(story.agreement, Agreement)
    ending = replace(story, agreement=replace(story.agreement, effective=date(2024, 1, 1), expires=date(2027, 2, 5)))
    said = front_matter(BANTIN.article(ending)[1])["agreement"]
    assert isinstance(said, dict)
    assert (said["effective_on"], said["expires_on"]) == (date(2024, 1, 1), date(2027, 2, 5))
