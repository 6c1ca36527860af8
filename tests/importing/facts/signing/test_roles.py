"""Who signs, presides and attends."""

import pytest

from bantin.importing.facts.signing.roles import roles_in
from bantin.importing.facts.signing.telling import sentences_of
from tests.importing.facts.measure import paragraphs
from tests.importing.names import sample_names


def roles(text: str) -> list[str]:
    (sentence,) = sentences_of(paragraphs(text), sample_names())
    return [f"{role.person.name.split()[-1]} {role.act}" for role in roles_in(sentence)]


@pytest.mark.parametrize(
    "text",
    [
        "Đại tá Lê Văn An và Đại tá Lê Văn Bình ký Quy chế",
        "Thay mặt hai bên, Đại tá Lê Văn An và ông Lê Văn Bình đã ký kết Quy chế",
        "Thay mặt Bộ Công an, Đại tá Lê Văn An, thay mặt Bộ Y tế, ông Lê Văn Bình đặt bút ký Quy chế",
        "Quy chế được ký bởi Đại tá Lê Văn An và ông Lê Văn Bình",
        "Tham gia ký kết Quy chế có Đại tá Lê Văn An và ông Lê Văn Bình",
        "Quy chế do Đại tá Lê Văn An và ông Lê Văn Bình ký",
    ],
)
def test_people_sign_where_the_verb_is_theirs(text: str) -> None:
    assert set(roles(text)) >= {"An signs", "Bình signs"}


def test_people_may_preside_and_sign() -> None:
    text = "Đại tá Lê Văn An và Đại tá Lê Văn Bình chủ trì buổi lễ và cùng ký vào Quy chế"
    assert sorted(roles(text)) == ["An presides", "An signs", "Bình presides", "Bình signs"]


@pytest.mark.parametrize(
    "text",
    [
        "Đồng chủ trì buổi lễ có Đại tá Lê Văn An",
        "Dưới sự chủ trì của Đại tá Lê Văn An, hai bên đã ký Quy chế",
        "Lễ ký do Đại tá Lê Văn An chủ trì",
        "Chủ trì hội nghị có các đồng chí: Lê Văn An, Giám đốc Sở Y tế",
    ],
)
def test_people_preside(text: str) -> None:
    assert roles(text) == ["An presides"]


@pytest.mark.parametrize(
    "text",
    [
        "Dự lễ ký Quy chế có Đại tá Lê Văn An",
        "Trước sự chứng kiến của Đại tá Lê Văn An, hai bên đã ký Quy chế",
        "Đại tá Lê Văn An dự và chứng kiến hai bên ký Quy chế",
        "Tham dự, về phía Bộ Công an có Đại tá Lê Văn An",
        "Cùng dự có lãnh đạo các đơn vị, Đại tá Lê Văn An",
    ],
)
def test_people_attend(text: str) -> None:
    assert roles(text) == ["An attends"]


def test_witnesses_and_signers_in_one_sentence_part_at_the_comma() -> None:
    text = "Trước sự chứng kiến của Đại tá Lê Văn An, Đại tá Lê Văn Bình và ông Lê Văn Chí đã ký Quy chế"
    assert roles(text) == ["An attends", "Bình signs", "Chí signs"]


def test_a_post_on_the_side_of_a_ministry_is_one_in_it() -> None:
    text = "Dự lễ, về phía Bộ Y tế có các đồng chí Thứ trưởng: Lê Văn An, Lê Văn Bình"
    (sentence,) = sentences_of(paragraphs(text), sample_names())
    assert {role.person.position for role in roles_in(sentence)} == {"Thứ trưởng Bộ Y tế"}


def test_the_agency_that_somebody_leads_is_no_guest_of_its_own() -> None:
    assert roles("Dự lễ ký có ông Lê Văn An, lãnh đạo Công an tỉnh Lào Cai cùng đại diện các phòng") == ["An attends"]


def test_agencies_attend_with_the_words_before_them() -> None:
    (sentence,) = sentences_of(paragraphs("Dự lễ có lãnh đạo Sở Ngoại vụ, Sở Y tế và Bộ Công an"), sample_names())
    assert [role.person.name for role in roles_in(sentence)] == ["Lãnh đạo Sở Ngoại vụ", "Sở Y tế", "Bộ Công an"]


@pytest.mark.parametrize(
    "text",
    [
        "Đại tá Lê Văn An phát biểu",
        "Đại tá Lê Văn An ký Quyết định số 1/QĐ-BCA",
        "Đại tá Lê Văn An công bố Quy chế",
        "Đại tá Lê Văn An, Thư ký cuộc họp",
        "Đại tá Lê Văn An sẽ ký Quy chế",
        "Đại tá Lê Văn An trình dự thảo Quy chế",
        "Cùng ngày, Đại tá Lê Văn An chủ trì hội nghị",
        "Thừa ủy quyền của Bộ trưởng Lê Văn An, lãnh đạo Cục đã ký Quy chế",
    ],
)
def test_people_without_an_act_have_no_role(text: str) -> None:
    assert roles(text) == []
