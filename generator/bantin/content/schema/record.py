"""The front matter of a record with a file of its own: the keys of an agreement, and those of the file."""

from typing import Annotated

from bantin.content.schema.agreement import AgreementFields
from bantin.content.schema.article import Clearance
from bantin.content.schema.field_marks import Explained, Labelled
from bantin.content.schema.values import Aliases, Instant, Lang, Texts, YesNo


class RecordFields(AgreementFields):
    """The front matter of a record. Its keys are those that stand under ``agreement`` in an article, and these."""

    updated: Annotated[
        Instant | None,
        Labelled("Cập nhật", "Updated"),
        Explained("lúc cập nhật, có giờ và múi giờ", "time of the last change, with offset"),
    ] = None
    aliases: Annotated[
        Aliases,
        Labelled("Địa chỉ cũ", "Old addresses"),
        Explained(
            "các địa chỉ cũ của văn bản; người mở địa chỉ cũ được đưa đến đây",
            "old addresses; whoever opens one is led here",
        ),
    ] = ()
    draft: Annotated[
        YesNo,
        Labelled("Bản nháp: chưa đăng", "Draft: not published"),
        Explained("`true`: chưa đăng", "`true`: not yet published"),
    ] = False
    lang: Annotated[
        Lang,
        Labelled("Ngôn ngữ của văn bản", "Language of the agreement"),
        Explained("ngôn ngữ của văn bản, nếu khác ngôn ngữ của trang", "its language, if not the site's"),
    ] = ""
    clearance: Annotated[
        Clearance,
        Labelled("Chế độ sử dụng", "Access"),
        Explained("chỉ nhận `cong-khai`", "only `cong-khai` (public) is accepted"),
    ] = "cong-khai"
    public_numbers: Annotated[
        Texts,
        Labelled("Số cá nhân được phép công khai", "Personal numbers that may be public"),
        Explained(
            "số điện thoại di động, số căn cước… được phép công khai: `[0912 345 678]`",
            "mobile numbers, numbers of identity cards … that may be public: `[0912 345 678]`",
        ),
    ] = ()
