"""When and where an agreement was signed."""

import pytest

from bantin.importing.facts.signing.days import Site, day_in, day_of, site_in
from bantin.importing.facts.signing.telling import Sentence, sentences_of
from tests.importing.facts.measure import paragraphs
from tests.importing.names import sample_names


def sentence(text: str) -> Sentence:
    (found,) = sentences_of(paragraphs(text), sample_names())
    return found


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Chiều 20/11/2012, hai bên ký Quy chế", "", "2012-11-20"),
        ("Ngày 20 tháng 11 năm 2012, hai bên ký Quy chế", "", "2012-11-20"),
        ("Hai bên ký Quy chế vào ngày 20-11-2012", "", "2012-11-20"),
        ("Chiều 24/11, hai bên ký Quy chế", "2021-11-24T22:26+07:00", "2021-11-24"),
        ("Sáng nay (24/11), hai bên ký Quy chế", "2021-11-25", "2021-11-24"),
        ("Chiều 17.4, hai bên ký Quy chế", "2024-04-18", "2024-04-17"),
        ("Sáng 14 tháng 3, hai bên ký Quy chế", "2024-03-14", "2024-03-14"),
        ("Ngày 30/12, hai bên ký Quy chế", "2022-01-02", "2021-12-30"),
        ("Sáng nay, hai bên ký Quy chế", "2021-11-24", "2021-11-24"),
    ],
)
def test_the_day_of_the_signing_is_found(text: str, published: str, day: str) -> None:
    assert day_in(sentence(text), day_of(published)) == day


@pytest.mark.parametrize("published", ["", "2022-06-01", "2021-08-10", "2021", "no date"])
def test_a_year_that_is_not_certain_stays_open(published: str) -> None:
    assert day_in(sentence("Ngày 18/8, hai bên ký Quy chế"), day_of(published)) == "XXXX-08-18"


@pytest.mark.parametrize(
    "text",
    [
        "Hai bên ký Quy chế",
        "Sáng nay, hai bên ký Quy chế",
        "Theo Luật Công an nhân dân ngày 20/11/2018, hai bên ký Quy chế",
        "Hai bên ký Quy chế, có hiệu lực từ ngày 1/1/2020",
        "Ngày 31/2/2020, hai bên ký Quy chế",
        "Thay thế Quy chế phối hợp số 03/QCPH-A-B ngày 12/4/2015, hai bên ký Quy chế",
        "Ngày 1/2/2020, sáng 3/2/2020, hai bên ký Quy chế",
    ],
)
def test_another_day_is_not_that_of_the_signing(text: str) -> None:
    assert day_in(sentence(text), None) == ""


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("tại Hà Nội, hai bên ký", Site("Hà Nội")),
        ("tại thành phố Vinh đã diễn ra lễ ký", Site("thành phố Vinh")),
        ("tại trụ sở Bộ Công an, hai bên ký", Site(venue="trụ sở Bộ Công an")),
        ("tại trụ sở Bộ Công an, Hà Nội, hai bên ký", Site("Hà Nội", "trụ sở Bộ Công an")),
        ("tại hội trường lớn, hai bên ký", Site(venue="hội trường lớn")),
        ("Tại Công an tỉnh Lào Cai, hai bên ký", Site(venue="Công an tỉnh Lào Cai")),
        ("tại buổi lễ, hai bên ký", Site()),
        ("hai bên ký", Site()),
        (
            "tại Hội trường lớn Học viện An ninh nhân dân, hai bên ký",
            Site(venue="Hội trường lớn Học viện An ninh nhân dân"),
        ),
        ("tại Nhà văn hóa thị trấn Ngã Sáu, hai bên ký", Site(venue="Nhà văn hóa thị trấn Ngã Sáu")),
    ],
)
def test_place_and_venue_stand_apart(text: str, site: Site) -> None:
    assert site_in(sentence(text)) == site


def test_of_several_days_the_one_that_opens_a_clause_is_that_of_the_signing() -> None:
    text = "Sau khi thống nhất dự thảo ngày 10/8, sáng 24/8/2016, hai bên ký Quy chế"
    assert day_in(sentence(text), None) == "2016-08-24"
