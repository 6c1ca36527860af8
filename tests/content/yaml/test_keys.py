"""PARSE: keys, and what people call them."""

import pytest

from bantin.content.schema.agency import AgencyFields
from bantin.content.schema.agreement import AgreementFields, EventFields, SignatoryFields
from bantin.content.schema.article import ArticleFields, PhotoFields
from bantin.content.schema.site import SiteFields
from bantin.content.yaml.keys import LISTS, NOT_GIVEN, UNKNOWN, is_key, is_key_itself, key_of, meant_key

FORMS = (ArticleFields, AgreementFields, EventFields, PhotoFields, SignatoryFields, AgencyFields)


@pytest.mark.parametrize("fields", FORMS)
def test_the_keys_of_every_file_are_known(fields: type[ArticleFields]) -> None:
    assert [key for key in fields.model_fields if not is_key_itself(key)] == []
    assert {key for form in FORMS for key in form.model_fields} >= LISTS


@pytest.mark.parametrize(
    "word", ["title", "Tiêu đề", "TIÊU ĐỀ", "tieu de", "Ngày ký", "signed on", "Signed_On", "Sa-pô"]
)
def test_a_key_is_one_under_other_names(word: str) -> None:
    assert is_key(word)


@pytest.mark.parametrize("word", ["", "Hà Nội", "Bộ Công an", "Theo đó", "Địa danh" * 20])
def test_other_words_are_no_keys(word: str) -> None:
    assert not is_key(word)
    assert key_of(word) == word


@pytest.mark.parametrize(
    ("word", "fields", "key"),
    [
        ("tiêu đề", ArticleFields, "title"),
        ("Trích yếu", AgreementFields, "title"),
        ("Ngày ký", AgreementFields, "signed_on"),
        ("Người ký", AgreementFields, "signatories"),
        ("chủ trì", AgreementFields, "presided_by"),
        ("TAGS", ArticleFields, "tags"),
        ("tên", AgencyFields, "name"),
        ("expire_on", AgreementFields, "expires_on"),
        ("mô tả", SiteFields, "description"),
        ("quốc huy", AgreementFields, None),
    ],
)
def test_the_key_that_is_meant_is_one_that_can_stand_there(
    word: str, fields: type[ArticleFields], key: str | None
) -> None:
    assert meant_key(word, list(fields.model_fields)) == key


def test_a_name_that_several_keys_have_is_left_as_it_is() -> None:
    assert key_of("tác giả") == "authors"
    assert key_of("Ngày") == "Ngày"


def test_what_is_unknown_may_be_said_in_either_language() -> None:
    assert {"unknown", "Unknown", "chưa rõ", "Chưa rõ", "không rõ", "KHÔNG RÕ"} <= UNKNOWN
    assert {""} == NOT_GIVEN - UNKNOWN
