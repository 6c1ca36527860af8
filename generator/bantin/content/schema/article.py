"""The front matter of articles and static pages. Names are not resolved yet; only the form is checked."""

from typing import Annotated

from pydantic import BeforeValidator, PlainValidator

from bantin.content.problems import values as problems
from bantin.content.schema.agreement import AgreementFields
from bantin.content.schema.change import Changes
from bantin.content.schema.field_marks import FACT, LONG, SUGGESTED, TRANSLATED, Explained, Labelled
from bantin.content.schema.gone import GoneKey
from bantin.content.schema.ids import ids_apart
from bantin.content.schema.invalid import Invalid
from bantin.content.schema.texts import text_of
from bantin.content.schema.values import (
    Aliases,
    ExactMoment,
    Fields,
    Instant,
    Lang,
    PublicationMoment,
    Ref,
    Refs,
    Slug,
    Tags,
    Text,
    Texts,
    Url,
    YesNo,
    shorthand,
)
from bantin.content.schema.words import OPEN, single


def _clearance(value: object) -> str:
    text, words = text_of(value), single(OPEN)
    if words.read(text):
        return OPEN
    if words.near(text):
        raise Invalid(problems.CLEARANCE_MEANT, value=text, mended=OPEN)
    raise Invalid(problems.CLEARANCE, value=text)


Clearance = Annotated[str, PlainValidator(_clearance)]


# The keys that articles and records share.
Updated = Annotated[
    Instant | None,
    Labelled("Cập nhật", "Updated"),
    Explained(
        "lúc cập nhật, có giờ và múi giờ; không cần ghi nếu có `changes`",
        "time of the last change, with offset; not needed with `changes`",
    ),
]
IsDraft = Annotated[
    YesNo,
    Labelled("Bản nháp: chưa đăng", "Draft: not published"),
    Explained("`true`: chưa đăng", "`true`: not yet published"),
]
Embargo = Annotated[
    ExactMoment | None,
    Labelled("Giữ kín đến", "Embargo until"),
    Explained(
        "giữ kín đến lúc này, trước đó không công bố bất kỳ nội dung nào: `2026-11-30T23:30+07:00`; chỉ ghi ngày thì "
        "đến 0 giờ ngày đó",
        "until this moment not a word of it is public: `2026-11-30T23:30+07:00`; a day alone means its beginning",
    ),
]
Access = Annotated[
    Clearance,
    Labelled("Chế độ sử dụng", "Access"),
    Explained("chỉ nhận `cong-khai`", "only `cong-khai` (public) is accepted"),
]
Summary = Annotated[
    Text,
    LONG,
    TRANSLATED,
    Labelled("Tóm tắt", "In short"),
    Explained(
        "tóm tắt bằng lời thường cho bạn đọc vội: hai, ba câu, không quá 600 ký tự",
        "what it means in everyday words, for readers in a hurry: two or three sentences, at most 600 characters",
    ),
]
PublicNumbers = Annotated[
    Texts,
    Labelled("Số cá nhân được phép công khai", "Personal numbers that may be public"),
    Explained(
        "số điện thoại di động, số căn cước… được phép công khai: `[0912 345 678]`",
        "mobile numbers, numbers of identity cards … that may be public: `[0912 345 678]`",
    ),
]


HideVersionsUntil = Annotated[
    ExactMoment | None,
    Labelled("Không hiện các phiên bản đến hết ngày", "Former versions hidden up to"),
    Explained(
        "không hiện các phiên bản trước được đưa lên đến hết ngày này, ví dụ vì có thông tin cá nhân đã gỡ",
        "former versions made up to the end of this day are not shown, for example since they have personal data",
    ),
]


class SourceFields(Fields):
    """``source``: the publication that a news item was taken from."""

    name: Annotated[Text, Labelled("Tên nguồn", "Name of the source")]
    code: Annotated[Text, FACT, Labelled("Mã nguồn tin", "Code of the source")] = ""
    url: Annotated[Url | None, FACT, Labelled("Địa chỉ web", "Web address")] = None


class PhotoFields(Fields):
    """An item of ``photos``."""

    src: Annotated[Text, Labelled("Tệp ảnh", "Image file")]
    alt: Annotated[Text, Labelled("Ảnh cho thấy gì", "What the photo shows")]
    caption: Annotated[Text, FACT, Labelled("Chú thích", "Caption")] = ""
    credit: Annotated[Text, FACT, Labelled("Người chụp", "Credit")] = ""


class ArticleFields(Fields):
    """The front matter of an article."""

    title: Annotated[Text, Labelled("Tiêu đề", "Headline")]
    published: Annotated[
        PublicationMoment | None,
        SUGGESTED,
        Labelled("Ngày đăng", "Published"),
        Explained(
            "ngày đăng: `2026-11-21`, hoặc kèm giờ và múi giờ `2026-11-21T09:30+07:00`; trước 0 giờ ngày đó, hay trước "
            "giờ đó, bài chưa hiện",
            "day of publication: `2026-11-21`, or with time and offset `2026-11-21T09:30+07:00`; not shown before "
            "that day begins, or before that time",
        ),
    ] = None
    updated: Updated = None
    changes: Changes = ()
    lead: Annotated[
        Text, SUGGESTED, LONG, Labelled("Sa-pô", "Lead"), Explained("sa-pô: một, hai câu", "one or two sentences")
    ] = ""
    summary: Summary = ""
    authors: Annotated[Texts, SUGGESTED, Labelled("Tác giả", "Byline")] = ()
    source: Annotated[
        SourceFields | None,
        shorthand("name"),
        FACT,
        Labelled("Nguồn", "Source"),
        Explained("nguồn: `name`, `code`, `url`", "where it was taken from: `name`, `code`, `url`"),
    ] = None
    section: Annotated[
        Ref | None,
        Labelled("Chuyên mục", "Section"),
        Explained("mã chuyên mục, khai báo trong `site.yml`", "id of a section, declared in `site.yml`"),
    ] = None
    tags: Annotated[Tags, Labelled("Chủ đề", "Topics")] = ()
    photos: Annotated[
        tuple[Annotated[PhotoFields, shorthand("src")], ...],
        FACT,
        Labelled("Ảnh", "Photos"),
        Explained(
            "ảnh: `src`, `alt` (bắt buộc: ảnh cho thấy gì), `caption`, `credit`",
            "`src`, `alt` (required: what it shows), `caption`, `credit`",
        ),
    ] = ()
    slug: Annotated[
        Slug | None,
        Labelled("Tên trong địa chỉ", "Name in the address"),
        Explained("tên trong địa chỉ trang, thay cho tên tệp", "the name in the address, in place of the file name"),
    ] = None
    aliases: Annotated[
        Aliases,
        Labelled("Địa chỉ cũ", "Old addresses"),
        Explained(
            "các địa chỉ cũ của bài (`/tin/17.html`, `/tin.aspx?id=17`); người mở địa chỉ cũ được đưa đến bài",
            "old addresses (`/news/17.html`, `/news.aspx?id=17`); whoever opens one is led here",
        ),
    ] = ()
    draft: IsDraft = False
    embargo: Embargo = None
    expires: Annotated[
        PublicationMoment | None,
        Labelled("Ngừng hiện sau", "Not shown after"),
        Explained(
            "hết ngày này, hoặc từ lúc này nếu ghi cả giờ và múi giờ, bài không hiện nữa",
            "after this day, or from this moment on if it has time and offset, it is no longer shown",
        ),
    ] = None
    gone: GoneKey = None
    lang: Annotated[
        Lang,
        Labelled("Ngôn ngữ của bài", "Language of the article"),
        Explained("ngôn ngữ của bài, nếu khác ngôn ngữ của trang", "its language, if not the site's"),
    ] = ""
    license: Annotated[Text, Labelled("Điều kiện sử dụng lại", "Terms of reuse")] = ""
    comments: Annotated[
        YesNo | None,
        Labelled("Cho phép bình luận", "Comments allowed"),
        Explained("cho phép bình luận", "whether comments are open"),
    ] = None
    clearance: Access = "cong-khai"
    public_numbers: PublicNumbers = ()
    hide_versions_until: HideVersionsUntil = None
    about: Annotated[
        Refs,
        BeforeValidator(ids_apart),
        Labelled("Nói về văn bản", "About records"),
        Explained(
            "mã các văn bản mà bài nói đến, đã có bản ghi riêng hoặc nằm trong bài khác",
            "ids of the records that the article is about, which have files of their own or are part of other articles",
        ),
    ] = ()
    agreement: Annotated[
        AgreementFields | None,
        Labelled("Văn bản được ký", "Agreement"),
        Explained("văn bản được ký; bỏ qua nếu bài chỉ là tin", "what was signed; leave it out for plain news"),
    ] = None


class PageFields(Fields):
    """The front matter of a static page."""

    title: Annotated[Text, Labelled("Tiêu đề", "Headline")]
    lead: Annotated[Text, LONG, Labelled("Sa-pô", "Lead")] = ""
    slug: Annotated[Slug | None, Labelled("Tên trong địa chỉ", "Name in the address")] = None
    updated: Annotated[Instant | None, Labelled("Cập nhật", "Updated")] = None
    changes: Changes = ()
    aliases: Annotated[Aliases, Labelled("Địa chỉ cũ", "Old addresses")] = ()
    draft: Annotated[YesNo, Labelled("Bản nháp: chưa đăng", "Draft: not published")] = False
    embargo: Embargo = None
    gone: GoneKey = None
    public_numbers: Annotated[
        Texts, Labelled("Số cá nhân được phép công khai", "Personal numbers that may be public")
    ] = ()
