"""The template of a new static page: valid as it is, with comments that explain its keys."""

from string import Template

from bantin.domain.problems import Language
from bantin.domain.text.leftovers import PAGE_PLACEHOLDERS
from bantin.scaffold.article import yaml_scalar

_PAGES: dict[Language, Template] = {
    "vi": Template("""\
---
title: $title
lead:                 # một câu cho biết trang có gì; có thể bỏ trống
draft: true           # xóa dòng này khi trang đã viết xong
---

$text
"""),
    "en": Template("""\
---
title: $title
lead:                 # one sentence, or nothing
draft: true           # remove this line when the page is finished
---

$text
"""),
}


def page_path(slug: str) -> str:
    """Returns the path of the file of a page relative to the root of the bulletin."""
    return f"content/pages/{slug}.md"


def page_text(title: str, language: Language) -> str:
    """Returns the text of the Markdown file, with comments in ``language``."""
    return _PAGES[language].substitute(title=yaml_scalar(title), text=PAGE_PLACEHOLDERS[language])
