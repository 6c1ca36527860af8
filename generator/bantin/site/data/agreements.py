"""The table of agreements: one row a record."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from operator import attrgetter
from typing import Any

from bantin.content.schema.agreement import AgreementFields
from bantin.content.schema.field_marks import InData, keys_of, marks
from bantin.content.schema.values import EdtfDate, Text, Texts
from bantin.domain.model import Article, Credit, Label, Review
from bantin.index import UpcomingReview, next_review, overdue_review
from bantin.site import addresses, labels
from bantin.site.addresses import WORDS
from bantin.site.cards import type_link
from bantin.site.data.columns import CellKind, Column, DataSources, Table
from bantin.site.data.entries import NumberedEntry
from bantin.site.data.statuses import status_columns


class Row(NumberedEntry[Article | None], frozen=True, dict=True):
    """A record; the item is the article that reports it, if there is one."""

    @cached_property
    def due(self) -> UpcomingReview | None:
        """The next review."""
        return next_review(self.record.agreement, self.record.lifecycle, self.directory.as_of)


def _rows(holdings: DataSources) -> Iterator[Row]:
    return (Row(record.article, number, record, holdings) for number, record in enumerate(holdings.records, start=1))


def _url(row: Row) -> str:
    site = row.directory.site
    return site.base_url + addresses.home(WORDS[site.language], row.record.home)


def _indefinite(row: Row) -> bool | None:
    return False if row.agreement.expires_on else (row.agreement.indefinite or None)


def _review(row: Row) -> Review:
    return row.agreement.review or Review()


def _rotating(row: Row) -> bool | None:
    review = _review(row)
    return False if review.chair else (review.rotating or None)


def _source(row: Row) -> Credit:
    return (row.item and row.item.source) or Credit("")


def _of_article(key: str) -> Callable[[Row], Any]:
    """Returns a value of the article that reports the record; ``None`` if there is no article."""
    return lambda row: getattr(row.item, key) if row.item else None


_OF_KEYS: Mapping[str, tuple[Column[Row], ...]] = {
    "type": (
        Column(
            "type",
            CellKind.ID,
            Label("Mã loại văn bản.", "Identifier of the type of document."),
            lambda row: row.agreement.type,
            required=True,
            refers="types",
        ),
        Column(
            "type_label",
            CellKind.TEXT,
            Label("Tên loại văn bản.", "Name of the type of document."),
            lambda row: type_link(row.agreement.type, row.directory).label,
            required=True,
        ),
    ),
    "signed_at": (
        Column(
            "signed_place",
            CellKind.TEXT,
            Label("Nơi ký: tỉnh, thành phố.", "Place of signing: town or province."),
            lambda row: row.agreement.signed_at.place,
        ),
        Column(
            "signed_venue",
            CellKind.TEXT,
            Label("Địa điểm ký: tòa nhà, trụ sở.", "Venue of signing: the building."),
            lambda row: row.agreement.signed_at.venue,
        ),
    ),
    "scope": (
        Column(
            "scope",
            CellKind.TEXT,
            Label("Cấp ký kết:", "How far the agreement reaches:"),
            lambda row: row.agreement.scope,
            choices=labels.SCOPES,
        ),
        *status_columns(
            lambda row: row.record.lifecycle.standing,
            lambda row: row.language,
            Label("Tình trạng hiệu lực:", "Status:"),
        ),
    ),
    "expires_on": (
        Column(
            "expires_on",
            CellKind.DATE,
            Label(
                "Ngày cuối của thời hạn thỏa thuận ban đầu, trước mọi lần gia hạn.",
                "Last day of the term first agreed, before any extension.",
            ),
            lambda row: row.agreement.expires_on,
        ),
        Column(
            "indefinite",
            CellKind.BOOLEAN,
            Label(
                "true: văn bản không xác định thời hạn; false: có ngày hết hiệu lực.",
                "true: the agreement has no fixed term; false: it has a date of expiry.",
            ),
            _indefinite,
        ),
    ),
    "review": (
        Column(
            "review_every",
            CellKind.DURATION,
            Label("Định kỳ sơ kết, tổng kết.", "How often the parties review the agreement."),
            lambda row: _review(row).every,
        ),
        Column(
            "review_next",
            CellKind.DATE,
            Label("Lần sơ kết, tổng kết tới, theo nguồn tin.", "The next review, as the sources name it."),
            lambda row: _review(row).next,
        ),
        Column(
            "review_chair",
            CellKind.ID,
            Label("Mã cơ quan chủ trì sơ kết, theo nguồn tin.", "Agency that chairs reviews, as the sources name it."),
            lambda row: _review(row).chair,
            refers="agencies",
        ),
        Column(
            "review_rotating",
            CellKind.BOOLEAN,
            Label("true: các bên luân phiên chủ trì sơ kết.", "true: the parties take turns to chair reviews."),
            _rotating,
        ),
        Column(
            "review_due",
            CellKind.DATE,
            Label(
                "Lần sơ kết, tổng kết sắp tới.",
                "The review that lies ahead.",
            ),
            lambda row: row.due.on if row.due else None,
        ),
        Column(
            "review_due_computed",
            CellKind.BOOLEAN,
            Label(
                "true: review_due được tính từ định kỳ; false: nguồn tin nêu ngày đó.",
                "true: review_due is computed from the period; false: the sources name it.",
            ),
            lambda row: row.due.computed if row.due else None,
        ),
        Column(
            "review_due_chair",
            CellKind.ID,
            Label("Mã cơ quan chủ trì lần sơ kết đó.", "Agency that chairs that review."),
            lambda row: row.due.chair if row.due else None,
            refers="agencies",
        ),
        Column(
            "review_overdue",
            CellKind.DATE,
            Label(
                "Ngày sơ kết mà nguồn tin nêu, nếu đã qua và chưa rõ đã sơ kết hay chưa.",
                "A review that the sources name, when its day has passed and none is known to be held.",
            ),
            lambda row: overdue_review(row.record.agreement, row.record.lifecycle, row.directory.as_of),
        ),
    ),
    "clauses": (
        Column(
            "clauses", CellKind.INTEGER, Label("Số điều.", "Number of articles."), lambda row: row.agreement.clauses
        ),
    ),
    "text_public": (
        Column(
            "text_public",
            CellKind.BOOLEAN,
            Label("Toàn văn có được công bố hay không.", "Whether the full text is open to the public."),
            lambda row: row.agreement.full_text.public if row.agreement.full_text else None,
        ),
        Column(
            "text_reason",
            CellKind.TEXT,
            Label("Lý do chưa công bố toàn văn.", "Why the full text is not public."),
            lambda row: row.agreement.full_text.reason if row.agreement.full_text else None,
        ),
    ),
}
"""Columns that differ from the key of the schema after which they come, or add to it."""

_KINDS: Mapping[CellKind, tuple[str, ...]] = {
    CellKind.TEXT: keys_of(AgreementFields, Text),
    CellKind.TEXTS: keys_of(AgreementFields, Texts),
    CellKind.DATE: keys_of(AgreementFields, EdtfDate | None),
}


def _of_agreement() -> Iterator[Column[Row]]:
    """The columns of an agreement's facts, in the order of the schema."""
    plain, kinds = marks(AgreementFields, InData), {key: kind for kind, keys in _KINDS.items() for key in keys}
    for key in AgreementFields.model_fields:
        if key in plain:
            yield Column(key, kinds[key], plain[key].label, attrgetter(f"agreement.{key}"))
        yield from _OF_KEYS.get(key, ())


AGREEMENTS: Table[Row] = Table(
    name="agreements",
    title=Label("Văn bản đã ký", "Agreements"),
    about=Label(
        "Mỗi dòng là một văn bản đã ký, cùng tin bài công bố văn bản đó.",
        "Each row is a signed agreement, with the article that reports it.",
    ),
    rows=_rows,
    keys=(
        Column(
            "id",
            CellKind.ID,
            Label("Mã bản ghi, không bao giờ thay đổi.", "Identifier of the record; it never changes."),
            lambda row: row.agreement.id,
            required=True,
        ),
    ),
    columns=(
        Column(
            "url",
            CellKind.URL,
            Label("Địa chỉ trang của văn bản.", "Address of the page of the agreement."),
            _url,
            required=True,
        ),
        *_of_agreement(),
        Column(
            "summary",
            CellKind.TEXT,
            Label("Tóm tắt bằng lời thường.", "What it means, in everyday words."),
            lambda row: row.record.home.summary,
        ),
        Column(
            "article_title",
            CellKind.TEXT,
            Label("Đầu đề tin bài.", "Headline of the article."),
            _of_article("title"),
        ),
        Column("article_lead", CellKind.TEXT, Label("Sa-pô.", "Lead of the article."), _of_article("lead")),
        Column(
            "article_published",
            CellKind.MOMENT,
            Label("Ngày đăng tin bài.", "When the article was published."),
            _of_article("published"),
        ),
        Column(
            "article_updated",
            CellKind.MOMENT,
            Label("Lúc cập nhật tin bài.", "When the article was last updated."),
            _of_article("last_changed"),
        ),
        Column(
            "article_authors",
            CellKind.TEXTS,
            Label("Tác giả.", "Byline."),
            lambda row: row.item.authors if row.item else (),
        ),
        Column(
            "source_name",
            CellKind.TEXT,
            Label("Nguồn của tin bài.", "Where the article was taken from."),
            lambda row: _source(row).name,
        ),
        Column(
            "source_code",
            CellKind.TEXT,
            Label("Ký hiệu của nguồn.", "Code of the source."),
            lambda row: _source(row).code,
        ),
        Column(
            "source_url",
            CellKind.URL,
            Label("Địa chỉ của nguồn.", "Address of the source."),
            lambda row: _source(row).url,
        ),
        Column(
            "license",
            CellKind.TEXT,
            Label("Điều kiện sử dụng lại.", "Terms of reuse."),
            lambda row: (row.item and row.item.license) or row.directory.site.license,
        ),
    ),
)
