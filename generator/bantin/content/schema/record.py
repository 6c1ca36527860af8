"""The front matter of a record with a file of its own: the keys of an agreement, and those of the file."""

from typing import Annotated

from bantin.content.schema.agreement import AgreementFields
from bantin.content.schema.article import Access, Embargo, HideVersionsUntil, IsDraft, PublicNumbers, Summary, Updated
from bantin.content.schema.change import Changes
from bantin.content.schema.field_marks import Explained, Labelled
from bantin.content.schema.gone import GoneKey
from bantin.content.schema.values import Aliases, Lang


class RecordFields(AgreementFields):
    """The front matter of a record. Its keys are those below ``agreement`` in an article, and these."""

    summary: Summary = ""
    updated: Updated = None
    changes: Changes = ()
    aliases: Annotated[
        Aliases,
        Labelled("Địa chỉ cũ", "Old addresses"),
        Explained(
            "các địa chỉ cũ của văn bản (`/tin/17.html`, `/tin.aspx?id=17`); người mở địa chỉ cũ được đưa đến đây",
            "old addresses (`/news/17.html`, `/news.aspx?id=17`); whoever opens one is led here",
        ),
    ] = ()
    draft: IsDraft = False
    embargo: Embargo = None
    gone: GoneKey = None
    lang: Annotated[
        Lang,
        Labelled("Ngôn ngữ của văn bản", "Language of the agreement"),
        Explained("ngôn ngữ của văn bản, nếu khác ngôn ngữ của trang", "its language, if not the site's"),
    ] = ""
    clearance: Access = "cong-khai"
    public_numbers: PublicNumbers = ()
    hide_versions_until: HideVersionsUntil = None
