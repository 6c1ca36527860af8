"""People in running text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.importing.facts.model import PersonFacts
from bantin.importing.facts.names.people_in_text import people_in
from tests.importing.names import sample_names


def found_in(text: str) -> list[PersonFacts]:
    return [one.person for one in people_in(text, sample_names())]


def names_in(text: str) -> list[str]:
    return [one.name for one in found_in(text)]


def test_rank_name_and_posts_stand_apart() -> None:
    text = "Thượng tướng Trần Đại Quang, Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công an, và khách"
    assert found_in(text) == [
        PersonFacts("Trần Đại Quang", "Thượng tướng", "Bộ trưởng Bộ Công an", ("Ủy viên Bộ Chính trị",))
    ]


def test_a_post_before_the_name_is_the_position() -> None:
    text = "Chủ nhiệm Văn phòng Quốc hội Nguyễn Hạnh Phúc, Ủy viên Trung ương Đảng, cùng ký"
    assert found_in(text) == [
        PersonFacts("Nguyễn Hạnh Phúc", "", "Chủ nhiệm Văn phòng Quốc hội", ("Ủy viên Trung ương Đảng",))
    ]


def test_the_post_of_the_next_person_is_not_that_of_the_one_before() -> None:
    text = "Thượng tướng Trần Đại Quang, Bộ trưởng Bộ Công an, Phó Chủ tịch Quốc hội Tòng Thị Phóng, đồng chủ trì"
    assert [one.position for one in found_in(text)] == ["Bộ trưởng Bộ Công an", "Phó Chủ tịch Quốc hội"]


def test_a_post_before_a_list_is_that_of_each() -> None:
    text = "Dự có các Thứ trưởng Bộ Công an: Trung tướng Lương Tam Quang, và Thượng tướng Nguyễn Văn Sơn; Sở Y tế"
    assert [(one.name, one.position) for one in found_in(text)] == [
        ("Lương Tam Quang", "Thứ trưởng Bộ Công an"),
        ("Nguyễn Văn Sơn", "Thứ trưởng Bộ Công an"),
    ]


def test_a_list_of_comrades_has_names_without_titles() -> None:
    text = (
        "Dự có các đồng chí: Lê Văn Bình, Phó Chủ tịch UBND tỉnh; Đại tá Lê Dũng - Phó Giám đốc Công an tỉnh; Phan Hoa"
    )
    assert names_in(text) == ["Lê Văn Bình", "Lê Dũng", "Phan Hoa"]


def test_a_name_of_another_people_counts_behind_an_honorific() -> None:
    assert names_in("Ông Giàng Seo Lử, Chủ tịch UBND huyện Mù Cang Chải và bà Y Vêng") == ["Giàng Seo Lử", "Y Vêng"]


def test_a_given_name_may_be_a_word_for_an_agency() -> None:
    assert names_in("Phó Bí thư Thường trực Tỉnh ủy Trịnh Xuân Trường dự") == ["Trịnh Xuân Trường"]


@pytest.mark.parametrize(
    "text",
    ["", "Chủ tịch Hồ Chí Minh", "thành phố Hồ Chí Minh", "đường Nguyễn Huệ", "Bộ trưởng Bộ Công an", "Trần Phú"],
)
def test_names_that_nothing_introduces_are_no_people(text: str) -> None:
    assert found_in(text) == []


@given(st.text(alphabet="Đạitáôngbàđồchí NguyễnVăBộưc,.:;-", max_size=120))
def test_mentions_are_in_order_and_apart(text: str) -> None:
    found = people_in(text, sample_names())
    assert all(one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_somebody_unnamed_for_whom_others_act_gives_no_post() -> None:
    (found,) = people_in("Thừa ủy quyền của Bộ trưởng, Thứ trưởng Lê Văn An đã ký", sample_names())
    assert (found.person.position, found.person.also) == ("Thứ trưởng", ())


def test_a_name_may_have_a_mark_within() -> None:
    (found,) = people_in("ông Phạm K'Thịnh dự", sample_names())
    assert found.person.name == "Phạm K'Thịnh"
