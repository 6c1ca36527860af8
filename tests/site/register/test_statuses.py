"""The page that explains the statuses."""

from msgspec.structs import replace

from bantin.domain.model import Feature, Status
from bantin.site.labels import STATUS_MEANINGS, STATUS_TAGS, STATUSES
from bantin.site.views import RegisterView, StatusesView
from tests.index.contents import SITE, bulletin
from tests.site.plans import pages_of, view_at
from tests.site.register.records import record

ADDRESS = "van-ban/tinh-trang/"


def test_it_explains_each_status_in_a_place_of_its_own() -> None:
    view = view_at(bulletin(record("bai")), ADDRESS, StatusesView)
    assert {one.status.kind for one in view.statuses} == set(Status)
    for one in view.statuses:
        assert one.meaning
        assert one.status.meaning == f"{ADDRESS}#{one.anchor}"


def test_no_two_statuses_have_the_same_word_or_meaning_in_either_language() -> None:
    for messages in (STATUSES | STATUS_TAGS, STATUS_MEANINGS):
        assert set(messages) == set(Status)
        assert len({one.vi for one in messages.values()}) == len({one.en for one in messages.values()}) == len(Status)


def test_it_leads_to_the_lists_that_there_are() -> None:
    found = bulletin(record("bai"))
    view = view_at(found, ADDRESS, StatusesView)
    listed = {one.status.kind: one.list.url for one in view.statuses if one.list}
    assert listed == {"unknown": "van-ban/tinh-trang/da-ky-chua-ro-hieu-luc/"}
    assert set(listed.values()) <= set(pages_of(found))


def test_the_register_leads_to_it() -> None:
    others = view_at(bulletin(record("bai")), "van-ban/", RegisterView).others
    assert ADDRESS in [one.url for one in others]


def test_without_a_register_there_is_none() -> None:
    assert ADDRESS not in pages_of(bulletin(record("bai"), site=replace(SITE, off=frozenset({Feature.REGISTER}))))
