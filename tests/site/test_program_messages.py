"""The texts on pages that come from the program, and how a theme rewords them."""

from collections import Counter

from msgspec.structs import replace

from bantin.domain.model import Status
from bantin.domain.problems import LANGUAGES
from bantin.site.cards import status_link
from bantin.site.labels import STATUSES
from bantin.site.program_messages import MESSAGES
from bantin.site.titles import MESSAGES as TITLES
from bantin.site.titles import titles_of
from tests.index.contents import SITE, bulletin


def test_no_two_messages_are_one_to_a_catalogue() -> None:
    assert [key for key, times in Counter((one.context, one.en) for one in MESSAGES).items() if times > 1] == []
    assert all(one.context and one.vi and one.en for one in MESSAGES)
    assert set(TITLES.values()) | set(STATUSES.values()) <= set(MESSAGES)


def test_a_site_has_the_words_of_its_theme_and_those_of_the_program_for_all_else() -> None:
    own = replace(SITE, wording={("title", "News"): "Thời sự", ("status", "News"): "Không phải"})
    assert (titles_of(SITE).articles, titles_of(own).articles) == ("Tin tức", "Thời sự")
    assert titles_of(own).agencies == titles_of(SITE).agencies
    for language in LANGUAGES:
        site = replace(SITE, language=language)
        assert titles_of(replace(site, wording={("none", "None"): "x"})) == titles_of(site)


def test_an_address_is_the_same_in_every_theme() -> None:
    own = replace(SITE, wording={("status", "In force"): "Đang có hiệu lực"})
    links = [status_link(Status.IN_FORCE, bulletin(site=site).directory) for site in (SITE, own)]
    assert [link.label for link in links] == ["Còn hiệu lực", "Đang có hiệu lực"]
    assert links[0].url == links[1].url
