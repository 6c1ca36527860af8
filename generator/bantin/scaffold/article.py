"""The template of a new article: valid as it is, with comments that explain its keys."""

from datetime import date
from string import Template
from typing import Any

import yaml
from msgspec import Struct

from bantin.domain.problems import Language
from bantin.domain.text.leftovers import PLACEHOLDERS
from bantin.domain.text.slugs import shorten, slugify

_LONGEST_SLUG = 80
_TEMPLATES: dict[Language, Template] = {
    "vi": Template("""\
---
title: $title
published: $published
draft: true           # xóa dòng này khi bài đã viết xong
lead:                 # sa-pô: một, hai câu tóm tắt
authors: []           # ví dụ [Nguyễn Văn A, Trần Thị B]; không rõ: unknown
agreement:
  type: $type
  title:              # trích yếu: tên đầy đủ của văn bản
  number:             # số, ký hiệu, ví dụ 01/QCPH-BCA-VPQH
  parties:
$parties
  signatories:        # mỗi người một mục: “- name:”, dưới đó là rank, position, party
  signed_on: $signed_on   # chỉ biết tháng hoặc năm: 2012-11, 2012; chưa rõ năm: XXXX-08-18
  signed_at:          # nơi ký
  fields:
$fields
  scope:              # trung ương, địa phương hoặc nội bộ
  text_public:        # có, hoặc dòng dưới: “    không: lý do”; chưa rõ: unknown
---

$placeholder
"""),
    "en": Template("""\
---
title: $title
published: $published
draft: true           # remove this line when the article is finished
lead:                 # one or two sentences
authors: []           # such as [Jane Doe, John Roe]; if nobody knows: unknown
agreement:
  type: $type
  title:              # the subject line: the full name of the document
  number:             # such as 01/QCPH-BCA-VPQH
  parties:
$parties
  signatories:        # an item for each: “- name:”, and below it rank, position, party
  signed_on: $signed_on   # month or year only: 2012-11, 2012; year unknown: XXXX-08-18
  signed_at:          # the place
  fields:
$fields
  scope:              # central, provincial or internal
  text_public:        # yes, or on the next line “    no: the reason”; unknown
---

$placeholder
"""),
}


class NewArticle(Struct, frozen=True):
    """The facts with which an article begins. ``signed_on`` is an EDTF date, perhaps empty."""

    title: str
    published: date
    type: str
    parties: tuple[str, ...]
    fields: tuple[str, ...]
    signed_on: str = ""


def article_path(article: NewArticle) -> str:
    """Returns the path of the article relative to the root of the bulletin.

    Raises ``ValueError`` if the title has no letters or digits to make a file name of.
    """
    slug = shorten(slugify(article.title), _LONGEST_SLUG)
    if not slug:
        raise ValueError(article.title)
    return f"content/articles/{article.published.year:04}/{slug}.md"


def article_text(article: NewArticle, language: Language) -> str:
    """Returns the text of the Markdown file, with comments in ``language``."""
    return _TEMPLATES[language].substitute(
        title=yaml_scalar(article.title),
        published=article.published.isoformat(),
        type=article.type,
        parties=_list(article.parties),
        signed_on=article.signed_on,
        fields=_list(article.fields),
        placeholder=PLACEHOLDERS[language],
    )


def _list(ids: tuple[str, ...]) -> str:
    return "\n".join(f"    - {one}" for one in ids)


def yaml_scalar(text: str) -> str:
    """Encodes a text as a YAML scalar, quoted only if necessary."""
    options: dict[str, Any] = {"allow_unicode": True, "width": float("inf")}
    dumped: str = yaml.safe_dump(text, **options)
    return dumped.removesuffix("\n").removesuffix("\n...")
