"""The fields of ``site.yml`` and ``vocabulary.yml``."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from bantin.content.problems import translations, values
from bantin.content.schema import refusals
from bantin.content.schema.cms import CmsFields
from bantin.content.schema.comments import CommentsFields
from bantin.content.schema.field_marks import Labelled
from bantin.content.schema.invalid import Invalid
from bantin.content.schema.own_field_declarations import OwnFieldFields, OwnKey
from bantin.content.schema.target import TargetFields
from bantin.content.schema.values import (
    BaseUrl,
    CounterBase,
    Day,
    Destination,
    Fields,
    LegalDocuments,
    Name,
    Repository,
    Slug,
    Text,
    Texts,
    TimeZone,
    Urls,
    YesNo,
    choice,
    integer,
    shorthand,
)
from bantin.content.schema.words import words_of
from bantin.domain.model import CounterMode, Feature, Label, SearchScope
from bantin.domain.problems import LANGUAGES, Language

_MOST_ON_A_PAGE = 500
_MOST_VISITS = 999_999_999_999


class MenuItemFields(Fields):
    """An item of ``menu`` or ``links``; a path or an address alone is short for ``{to: …}``."""

    to: Annotated[Destination, Labelled("Dẫn đến", "Leads to")]
    label: Annotated[Name | None, Labelled("Tên hiện ra", "Shown as")] = None


class Weekday(StrEnum):
    """The days of the week, Monday first."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class CounterFields(Fields):
    """``counter``; a mode alone is short for ``{mode: …}``."""

    mode: Annotated[Annotated[CounterMode, choice(CounterMode)], Labelled("Cách đếm", "Mode")] = CounterMode.OFF
    base: Annotated[CounterBase, Labelled("Địa chỉ của bộ đếm", "Address of the counter")] = "/_c"
    start_total: Annotated[
        Annotated[int, integer(0, _MOST_VISITS)], Labelled("Số lượt ban đầu", "Visits at the start")
    ] = 0
    start_date: Annotated[Day | None, Labelled("Đếm từ ngày", "Counted since")] = None
    week_start: Annotated[Annotated[Weekday, choice(Weekday)], Labelled("Ngày đầu tuần", "First day of the week")] = (
        Weekday.MONDAY
    )


class ContactFields(Fields):
    """``contact``: the contact details of the editors for the public."""

    address: Annotated[Name, Labelled("Địa chỉ", "Address")] = Label()
    phone: Annotated[Text, Labelled("Điện thoại", "Telephone")] = ""
    email: Annotated[Text, Labelled("Thư điện tử", "Email")] = ""


def _each_once(value: object) -> object:
    """Returns the features unchanged. Raises ``Invalid`` if one of them has two keys, in two languages."""
    words, named = words_of(Feature.__name__, Feature), dict[str, str]()
    for name in value if isinstance(value, dict) else ():
        feature = words.read(str(name))
        if feature in named:
            raise Invalid(values.NAMED_TWICE, name=name, other=named[feature])
        named.update({feature: name} if feature else {})
    return value


def _language(value: object) -> object:
    """Returns the code of a language. Raises ``Invalid`` if it is unknown; the hint gives the code if it is a name."""
    text = value if isinstance(value, str) else ""
    if text and text not in LANGUAGES:
        raise refusals.language_refusal(text, ", ".join(LANGUAGES))
    return value


def _with_main(languages: tuple[Language, ...], info: ValidationInfo) -> tuple[Language, ...]:
    main = info.data.get("language")
    if main and main not in languages:
        raise Invalid(translations.MAIN_LANGUAGE_MISSING, language=main)
    return languages


class SiteFields(Fields):
    """The fields of ``site.yml``."""

    title: Annotated[Name, Labelled("Tên bản tin", "Name of the bulletin")]
    base_url: Annotated[BaseUrl, Labelled("Địa chỉ của trang web", "Address of the site")]
    language: Annotated[Annotated[Language, BeforeValidator(_language)], Labelled("Ngôn ngữ chính", "Main language")]
    timezone: Annotated[TimeZone, Labelled("Múi giờ", "Time zone")]
    languages: Annotated[
        Annotated[tuple[Annotated[Language, BeforeValidator(_language)], ...], AfterValidator(_with_main)],
        Labelled("Các ngôn ngữ", "Languages"),
    ] = ()
    description: Annotated[Name, Labelled("Mô tả ngắn", "Short description")] = Label()
    publisher: Annotated[Name, Labelled("Cơ quan chủ quản", "Publisher")] = Label()
    theme: Annotated[Slug, Labelled("Giao diện", "Theme")] = "default"
    sections: Annotated[dict[Slug, Name], Labelled("Chuyên mục", "Sections")] = Field(default_factory=dict)
    menu: Annotated[
        tuple[Annotated[MenuItemFields, shorthand("to")], ...], Labelled("Danh mục chính", "Main menu")
    ] = ()
    links: Annotated[
        tuple[Annotated[MenuItemFields, shorthand("to")], ...], Labelled("Liên kết website", "Links to other sites")
    ] = ()
    contact: Annotated[ContactFields, Labelled("Liên hệ", "Contact")] = ContactFields()
    license: Annotated[Name, Labelled("Điều kiện sử dụng lại", "Terms of reuse")] = Label()
    page_size: Annotated[
        Annotated[int, integer(1, _MOST_ON_A_PAGE)],
        Labelled("Số mục trong một trang danh sách", "Items on a page of a list"),
    ] = 50
    feed_size: Annotated[
        Annotated[int, integer(1, _MOST_ON_A_PAGE)], Labelled("Số bài trong kênh tin", "Articles in a feed")
    ] = 20
    emblem: Annotated[Text, Labelled("Huy hiệu", "Emblem")] = ""
    trusted_roots: Annotated[Texts, Labelled("Chứng thư gốc được tin cậy", "Trusted root certificates")] = ()
    repository: Annotated[Repository, Labelled("Địa chỉ kho tệp nguồn", "Address of the source files")] = ""
    legal_documents: Annotated[
        LegalDocuments, Labelled("Địa chỉ cơ sở dữ liệu văn bản pháp luật", "Address of a database of legal documents")
    ] = ""
    counter: Annotated[Annotated[CounterFields, shorthand("mode")], Labelled("Bộ đếm truy cập", "Visitor counter")] = (
        CounterFields()
    )
    search: Annotated[
        Annotated[SearchScope, choice(SearchScope)], Labelled("Phạm vi tìm kiếm", "What the search covers")
    ] = SearchScope.AUTO
    comments: Annotated[CommentsFields | None, Labelled("Bình luận", "Comments")] = None
    editors: Annotated[CmsFields | None, Labelled("Biểu mẫu biên tập", "Editors' desk")] = None
    hubs: Annotated[Urls, Labelled("Máy chủ WebSub", "WebSub hubs")] = ()
    social_cards: Annotated[YesNo, Labelled("Vẽ ảnh chia sẻ cho bài không có ảnh", "Draw images for shared links")] = (
        False
    )
    former_versions: Annotated[YesNo, Labelled("Hiện các phiên bản trước", "Former versions are shown")] = False
    notes_since: Annotated[Day | None, Labelled("Đòi ghi thay đổi từ ngày", "Changes need notes since")] = None
    features: Annotated[
        Annotated[dict[Annotated[Feature, choice(Feature)], YesNo], BeforeValidator(_each_once)],
        Labelled("Bật, tắt các phần", "Parts of the site, on or off"),
    ] = Field(default_factory=dict)
    fields: Annotated[
        dict[OwnKey, Annotated[OwnFieldFields, shorthand("label")]],
        Labelled("Thông tin riêng của văn bản", "Own facts of agreements"),
    ] = Field(default_factory=dict)
    deploy: Annotated[dict[Slug, TargetFields], Labelled("Nơi triển khai", "Deploy targets")] = Field(
        default_factory=dict
    )


class ExplanationFields(Fields):
    """An entry of ``glossary``."""

    word: Annotated[Name, Labelled("Từ ngữ", "Word")]
    meaning: Annotated[Name, Labelled("Nghĩa", "Meaning")]


class VocabularyFields(Fields):
    """The fields of ``vocabulary.yml``."""

    types: Annotated[dict[Slug, Name], Labelled("Loại văn bản", "Types of documents")]
    fields: Annotated[dict[Slug, Name], Labelled("Lĩnh vực", "Fields")]
    glossary: Annotated[dict[Slug, ExplanationFields], Labelled("Giải thích từ ngữ", "Glossary")] = Field(
        default_factory=dict
    )
