"""The templates of a new article and a new record: valid as they are, with comments that explain their keys."""

from datetime import date
from string import Template
from textwrap import indent
from typing import Any

import yaml
from msgspec import Struct

from bantin.domain.problems import Language
from bantin.domain.text.leftovers import PLACEHOLDERS
from bantin.domain.text.slugs import shorten, slugify

_LONGEST_SLUG = 80
_HEADS: dict[Language, Template] = {
    "vi": Template("""\
title: $title
published: $published
draft: true           # xóa dòng này khi bài đã viết xong
lead:                 # sa-pô: một, hai câu tóm tắt
authors: []           # ví dụ [Nguyễn Văn A, Trần Thị B]; không rõ: unknown
"""),
    "en": Template("""\
title: $title
published: $published
draft: true           # remove this line when the article is finished
lead:                 # one or two sentences
authors: []           # such as [Jane Doe, John Roe]; if nobody knows: unknown
"""),
}
_FACTS: dict[Language, Template] = {
    "vi": Template("""\
type: $type
title:$title              # trích yếu: tên đầy đủ của văn bản
number:             # số, ký hiệu, ví dụ 01/QCPH-BCA-VPQH
parties:
$parties
signatories:        # mỗi người một mục: “- name:”, dưới đó là rank, position, party
signed_on: $signed_on   # chỉ biết tháng hoặc năm: 2012-11, 2012; chưa rõ năm: XXXX-08-18
signed_at:          # nơi ký
fields:
$fields
scope:              # trung ương, địa phương hoặc nội bộ
text_public:        # có, hoặc dòng dưới: “${below}không: lý do”; chưa rõ: unknown
"""),
    "en": Template("""\
type: $type
title:$title              # the subject line: the full name of the document
number:             # such as 01/QCPH-BCA-VPQH
parties:
$parties
signatories:        # an item for each: “- name:”, and below it rank, position, party
signed_on: $signed_on   # month or year only: 2012-11, 2012; year unknown: XXXX-08-18
signed_at:          # the place
fields:
$fields
scope:              # central, provincial or internal
text_public:        # yes, or on the next line “${below}no: the reason”; unknown
"""),
}
_DRAFT_RECORDS: dict[Language, str] = {
    "vi": "draft: true           # xóa dòng này khi đã ghi xong; toàn văn, nếu công khai, viết sau dòng --- cuối\n",
    "en": "draft: true           # remove this line when finished; a public text goes below the last line ---\n",
}


class NewAgreement(Struct, frozen=True):
    """The facts with which an agreement begins. ``signed_on`` is an EDTF date, perhaps empty."""

    type: str
    parties: tuple[str, ...]
    fields: tuple[str, ...]
    signed_on: str = ""


class NewArticle(Struct, frozen=True):
    """The facts with which an article begins: about a new ``agreement``, or ``about`` known records by their ids.

    Nobody knows when an article with ``published=None`` was published.
    """

    title: str
    published: date | None
    agreement: NewAgreement | None = None
    about: tuple[str, ...] = ()


def article_path(article: NewArticle) -> str:
    """Returns the path of the article relative to the root of the bulletin.

    Raises ``ValueError`` if the title has no letters or digits to make a file name of.
    """
    year = f"{article.published.year:04}" if article.published else "undated"
    return f"content/articles/{year}/{short_slug(article.title)}.md"


def record_path(record_id: str) -> str:
    """Returns the path of the file of a record relative to the root of the bulletin."""
    return f"content/agreements/{record_id}.md"


def short_slug(title: str) -> str:
    """The name of the file of something with this title. Raises ``ValueError`` if that has no letters or digits."""
    slug = shorten(slugify(title), _LONGEST_SLUG)
    if not slug:
        raise ValueError(title)
    return slug


def article_text(article: NewArticle, language: Language) -> str:
    """Returns the text of the Markdown file, with comments in ``language``."""
    published = article.published.isoformat() if article.published else "unknown"
    head = _HEADS[language].substitute(title=yaml_scalar(article.title), published=published)
    about = f"about: [{', '.join(map(yaml_scalar, article.about))}]\n" if article.about else ""
    facts = _facts(article.agreement, "", language, below="    ") if article.agreement else ""
    agreement = f"agreement:\n{indent(facts, '  ')}" if facts else ""
    return f"---\n{head}{about}{agreement}---\n\n{PLACEHOLDERS[language]}\n"


def record_text(title: str, agreement: NewAgreement, language: Language) -> str:
    """Returns the text of the file of a record, with comments in ``language``."""
    facts = _facts(agreement, f" {yaml_scalar(title)}", language, below="  ")
    return f"---\n{facts}{_DRAFT_RECORDS[language]}---\n"


def _facts(agreement: NewAgreement, title: str, language: Language, *, below: str) -> str:
    return _FACTS[language].substitute(
        type=agreement.type,
        title=title,
        parties=_list(agreement.parties),
        signed_on=agreement.signed_on,
        fields=_list(agreement.fields),
        below=below,
    )


def _list(ids: tuple[str, ...]) -> str:
    return "\n".join(f"  - {one}" for one in ids)


def yaml_scalar(text: str) -> str:
    """Encodes a text as a YAML scalar, quoted only if necessary."""
    options: dict[str, Any] = {"allow_unicode": True, "width": float("inf")}
    dumped: str = yaml.safe_dump(text, **options)
    return dumped.removesuffix("\n").removesuffix("\n...")
