"""The configuration of Sveltia CMS for a bulletin: its collections, their folders and their forms.

https://sveltiacms.app/en/docs/config-basics
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bantin.content.files import VOCABULARY
from bantin.content.schema.agency import AgencyFields
from bantin.content.schema.article import PageFields
from bantin.content.schema.own_fields import article_fields, record_fields
from bantin.content.schema.site import VocabularyFields
from bantin.domain.model import Cms, Label
from bantin.domain.problems import Language
from bantin.index import Directory
from bantin.site.cms import patterns, words
from bantin.site.cms.cross_checks import cross_checks
from bantin.site.cms.fields import AGENCIES, RECORDS, FormField, form, shape_of
from bantin.site.cms.names import spellings
from bantin.site.views import Json

_LONGEST_SLUG = 80
_FORMATS = {"article": "md", "record": "md", "page": "md", "agency": "yml", "vocabulary": "yml"}
_DAYS = tuple(f"^{one.regex}$" for one in (patterns.DATE, patterns.EXPIRY, patterns.MOMENT, patterns.DAY_OR_INSTANT))
# desk.js keeps the file as it was opened here, and writes into it. Without ``i18n``, a new translation does not get it.
_AS_OPENED: Mapping[str, Json] = {"name": "bantin_file", "widget": "hidden"}

Shelf = tuple[int, bool]
"""A folder of articles: its year, 0 for articles without a date, and whether each article has a folder of its own."""


def desk_config(desk: Cms, directory: Directory, shelves: Sequence[Shelf], *, record_files: bool) -> Mapping[str, Json]:
    """The settings of the desk: ``config`` for the CMS, ``formats`` of the files, and ``names`` that stand for values.

    There is a collection for each of ``shelves``: with a single one, the CMS would put a translation into the folder of
    the current year instead of beside its original. New articles get folders of their own, for the photos beside them.
    With ``record_files``, editors choose the subjects of an article from these.
    """
    own = directory.site.own_fields
    plain = (record_fields(own), PageFields, AgencyFields, VocabularyFields)
    record, page, agency, vocabulary = (tuple(form(one, directory)) for one in plain)
    article, in_folder = (
        tuple(form(article_fields(own), directory, record_files=record_files, in_folder=one)) for one in (False, True)
    )
    language = directory.site.main
    translated: dict[str, Json] = {"i18n": True} if directory.site.others else {}
    body = {**_text(words.BODY, words.BODY_ADVICE, language), **translated}
    text = _text(words.RECORD_TEXT, words.RECORD_TEXT_ADVICE, language)

    def entries(name: str, label: str, folder: str, kind: str, made: tuple[FormField, ...], **more: Json) -> Json:
        texts = {"agency": (), "record": (text,)}.get(kind, (body,))
        return {
            "name": name,
            "label": label,
            "folder": f"content/{folder}",
            "extension": _FORMATS[kind],
            "format": _format(kind),
            "slug": _slug(f"{{{{name.{language}}}}}" if kind == "agency" else "{{title}}", directory),
            "fields": (*(one.field for one in made), *texts, _AS_OPENED),
            **(translated if body in texts else {}),
            **more,
        }

    config: dict[str, Json] = {
        "load_config_file": False,
        "backend": {**_backend(desk), **(_messages(language) if desk.is_served else {})},
        "site_url": directory.site.base_url,
        "app_title": directory.site.title,
        **({"publish_mode": "editorial_workflow"} if desk.is_reviewed else {}),
        # The CMS shows no address that is that of the host itself, as those of these previews are.
        **({"show_preview_links": False} if desk.is_served else {}),
        "media_folder": "content/media",
        "public_folder": "/media",
        "asset_collections": (
            {
                "name": "documents",
                "label": words.DOCUMENTS.text(language),
                "media_folder": "content/documents",
                "public_folder": "/documents",
            },
        ),
        "media_libraries": {"default": {"config": {"slugify_filename": True}}, "stock_assets": False},
        "slug": {
            "encoding": "ascii",
            "clean_accents": True,
            "sanitize_replacement": "-",
            "maxlength": _LONGEST_SLUG,
            "timezone": "local",
        },
        "output": {"omit_empty_optional_fields": True},
        "collections": (
            *(
                entries(
                    f"articles-{year or 'undated'}{'-folders' if in_folders else ''}",
                    _label(year, language, in_folders=in_folders),
                    f"articles/{year or 'undated'}",
                    "article",
                    in_folder if in_folders else article,
                    label_singular=words.ARTICLE.text(language),
                    path="{{slug}}/index" if in_folders else "{{slug}}",
                    create=in_folders,
                    # A copy would state the same facts twice, and be as public as the original.
                    duplicate=False,
                    summary="{{title}}",
                    sortable_fields=("title", "published"),
                )
                for year, in_folders in shelves
            ),
            entries(
                RECORDS,
                words.RECORDS.text(language),
                "agreements",
                "record",
                record,
                label_singular=words.RECORD.text(language),
                duplicate=False,
                summary="{{title}}",
                sortable_fields=("title", "number", "signed_on"),
            ),
            entries(AGENCIES, words.AGENCIES.text(language), "agencies", "agency", agency, identifier_field="name"),
            entries("pages", words.PAGES.text(language), "pages", "page", page),
            # What `bantin desk` may write are the files of entries.
            *(() if desk.is_served else (_settings(vocabulary, language),)),
        ),
    }
    shapes = {"article": article, "record": record, "page": page, "agency": agency, "vocabulary": vocabulary}
    formats: tuple[Json, ...] = tuple(
        {
            "name": _format(kind),
            "extension": extension,
            "keys": shape_of(shapes[kind]),
            "checks": cross_checks([one.field for one in shapes[kind]], language),
        }
        for kind, extension in _FORMATS.items()
    )
    return {
        "config": {**config, **_languages(directory)},
        "formats": formats,
        "names": spellings(directory),
        "days": {
            "keys": tuple(sorted({*_days([article, record, page, agency])})),
            "label": words.PICK_A_DAY.text(language),
        },
        **({"served": {name: label.text(language) for name, label in words.SERVED.items()}} if desk.is_served else {}),
    }


def _settings(vocabulary: Sequence[FormField], language: Language) -> Mapping[str, Json]:
    """The collection of the files that a bulletin has one of."""
    file: Mapping[str, Json] = {
        "name": "vocabulary",
        "label": words.VOCABULARY.text(language),
        "file": VOCABULARY,
        "format": _format("vocabulary"),
        "fields": (*(one.field for one in vocabulary), _AS_OPENED),
    }
    return {"name": "settings", "label": words.SETTINGS.text(language), "files": (file,)}


def _days(forms: Iterable[Sequence[FormField]]) -> Iterator[str]:
    """The names of the fields for a day, however much of it is known."""
    todo = [one.field for form in forms for one in form]
    while todo:
        field = todo.pop()
        pattern, inner = field.get("pattern"), field.get("fields")
        if isinstance(pattern, tuple) and str(pattern[0]).endswith(_DAYS):
            yield str(field["name"])
        todo += [one for one in inner if isinstance(one, Mapping)] if isinstance(inner, tuple) else []


def _text(label: Label, advice: Label, language: Language) -> Mapping[str, Json]:
    """The field for the text below the front matter: as it is in the file, since a rich editor would rewrite it."""
    return {
        "name": "body",
        "label": label.text(language),
        "hint": advice.text(language),
        "widget": "text",
        "required": False,
        "use_emoji_autocomplete": False,
    }


def _format(kind: str) -> str:
    # The CMS detects files with front matter by the name of the format.
    return f"bantin-{kind}{'-frontmatter' if _FORMATS[kind] == 'md' else ''}"


def _languages(directory: Directory) -> Mapping[str, Json]:
    """The CMS's settings for translations, which are beside their originals: ``bai.en.md`` beside ``bai.md``."""
    site = directory.site
    if not site.others:
        return {}
    return {
        "i18n": {
            "structure": "multiple_files",
            "locales": tuple(one.language for one in site.in_all_languages),
            "default_locale": site.main,
            "initial_locales": (site.main,),
            "omit_default_locale_from_file_path": True,
        }
    }


def _label(year: int, language: Language, *, in_folders: bool) -> str:
    label = words.ARTICLES_OF.text(language).format(year=year) if year else words.UNDATED.text(language)
    return label if in_folders else f"{label} {words.SINGLE_FILES.text(language)}"


def _slug(template: str, directory: Directory) -> Json:
    pattern = patterns.SLUG
    return {
        "template": template,
        "editable": ("create",),
        "pattern": (f"^{pattern.regex}$", pattern.advice.text(directory.site.main)),
    }


def _messages(language: Language) -> Mapping[str, Json]:
    """The messages of commits, which are also the titles of changes."""
    return {"commit_messages": {kind: label.text(language) for kind, label in words.COMMITS.items()}}


def _backend(desk: Cms) -> Mapping[str, Json]:
    said = {
        "repo": desk.repository,
        "branch": desk.branch,
        "base_url": desk.base_url,
        "api_root": desk.api_root,
        "app_id": desk.app_id,
        "auth_type": "pkce" if desk.backend == "gitlab" and desk.app_id else "",
    }
    return {"name": desk.backend, **{key: value for key, value in said.items() if value}}
