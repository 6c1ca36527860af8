"""The desk: its pages, what it may load, what it lacks, and whether the CMS understands what it is told."""

import json
import re
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace

from bantin.domain.model import Cms, CmsBackend
from bantin.render.writers import write_json
from bantin.site.cms import BUNDLES, check_bundles, desk_link, desk_policy
from bantin.site.views import CmsView, JsonView, LinkView
from tests.conftest import REPOSITORY, missing
from tests.index.contents import SITE, article, bulletin, page, record
from tests.site.plans import pages_of, planned, view_at

TEMPLATES = REPOSITORY / "themes/default/templates"
SCHEMA = REPOSITORY / "tests/node_modules/@sveltia/cms/schema/sveltia-cms.json"
GITHUB = Cms(CmsBackend.GITHUB, "co-quan/ban-tin", "main")


def settings(desk: Cms, *items: Any, **changes: Any) -> Any:
    made = bulletin(*items, site=replace(SITE, editors=desk, **changes))
    return json.loads(write_json(view_at(made, "quan-tri/desk.json", JsonView)))


def test_there_is_no_desk_unless_the_settings_ask_for_one() -> None:
    assert not [url for url in pages_of(bulletin(article())) if url.startswith("quan-tri")]
    assert planned(bulletin()).site.sign_in is None
    assert list(check_bundles(SITE, {})) == []


def test_the_foot_of_every_page_leads_to_the_desk_which_no_search_engine_finds() -> None:
    made = bulletin(site=replace(SITE, editors=GITHUB))
    seen = pages_of(made)["quan-tri/"]
    assert isinstance(seen.view, CmsView)
    assert not seen.listed
    assert planned(made).site.sign_in == LinkView("Dành cho biên tập viên", "quan-tri/")


def test_there_is_one_desk_for_all_languages() -> None:
    english = replace(SITE, language="en", below="vi", editors=GITHUB)
    assert desk_link(english) == LinkView("Editors’ sign-in", "../quan-tri/")


def test_what_the_desk_lacks_is_reported() -> None:
    site = replace(SITE, editors=GITHUB)
    (problem,) = check_bundles(site, {"sveltia-cms.js": "static/x.js"})
    assert problem.code == "no-desk"
    assert list(check_bundles(site, {one.name: "" for one in BUNDLES})) == []


def test_what_is_fetched_is_what_the_page_asks_for() -> None:
    page_asks = set(re.findall(r'assets\["([^"]+)"\]', (TEMPLATES / "desk.html").read_text()))
    assert page_asks - {"icon.svg", "desk.js"} == {one.name for one in BUNDLES}


def test_what_is_fetched_is_what_is_tested() -> None:
    """npm's lock file of the tests states the same packages with the same sums."""
    locked = json.loads((REPOSITORY / "tests/package-lock.json").read_text())["packages"]
    for one in BUNDLES:
        package = locked[f"node_modules/{one.package}"]
        assert (package["version"], package["integrity"]) == (one.version, one.integrity)


@pytest.mark.parametrize(
    "desk",
    [
        GITHUB,
        Cms(CmsBackend.GITLAB, "nhom/ban-tin", "main", app_id="x"),
        Cms(CmsBackend.GITEA, "a/b", base_url="https://git.example", api_root="https://git.example/api/v1", app_id="x"),
        Cms(CmsBackend.TEST),
    ],
)
@pytest.mark.parametrize("others", [(), (replace(SITE, language="en"),)])
def test_the_cms_understands_its_settings(desk: Cms, others: tuple[Any, ...]) -> None:
    if not SCHEMA.exists():
        missing("Sveltia CMS (npm ci --prefix tests)")
    told = settings(desk, article(), others=others)
    schema = json.loads(SCHEMA.read_text())
    jsonschema.Draft7Validator(schema).validate(told["config"])
    assert {one["name"] for one in told["formats"]} >= {one["format"] for one in places(told)}


def test_articles_stay_in_the_folder_of_their_year() -> None:
    folder = article("xa", 2021, path="content/articles/2021/xa/index.md")
    told = settings(GITHUB, article("a", 2012), folder, article("b", None), page())
    folders = [one for one in told["config"]["collections"] if "folder" in one]
    collections = [(one["folder"], one.get("path"), one.get("create")) for one in folders]
    assert collections == [
        ("content/articles/2026", "{{slug}}/index", True),
        ("content/articles/2021", "{{slug}}/index", True),
        ("content/articles/2012", "{{slug}}/index", True),
        ("content/articles/2012", "{{slug}}", False),
        ("content/articles/undated", "{{slug}}/index", True),
        ("content/articles/undated", "{{slug}}", False),
        ("content/agreements", None, None),
        ("content/agencies", None, None),
        ("content/pages", None, None),
    ]


def places(told: Any) -> list[Any]:
    """The collections of files in a folder, and the files that have a form of their own."""
    return [place for one in told["config"]["collections"] for place in one.get("files", [one])]


def test_the_vocabulary_is_a_list_of_terms_that_keep_their_order() -> None:
    (vocabulary,) = collection(settings(GITHUB), "settings")["files"]
    assert (vocabulary["file"], vocabulary["format"]) == ("content/vocabulary.yml", "bantin-vocabulary")
    types, fields, glossary, _ = vocabulary["fields"]
    assert [one["name"] for one in (types, fields, glossary)] == ["types", "fields", "glossary"]
    assert [one["required"] for one in (types, fields, glossary)] == [True, True, False]
    for one in (types, fields, glossary):
        assert (one["widget"], one["allow_reorder"], one["fields"][0]["name"]) == ("list", False, "id")
    assert [one["name"] for one in types["fields"]] == ["id", "vi", "en"]
    assert [one["name"] for one in glossary["fields"]] == ["id", "word", "meaning"]
    assert re.fullmatch(types["fields"][0]["pattern"][0], "quy-che")
    assert not re.fullmatch(types["fields"][0]["pattern"][0], "Quy chế")


def test_the_vocabulary_is_not_in_a_form_that_may_not_write_it() -> None:
    served = settings(replace(GITHUB, is_served=True))["config"]["collections"]
    assert [one["name"] for one in served if "files" in one] == []


def collection(told: Any, name: str) -> Any:
    return next(one for one in told["config"]["collections"] if one["name"] == name)


@pytest.mark.parametrize("others", [(), (replace(SITE, language="en"),)])
def test_texts_are_plain_and_those_of_records_have_no_translation(others: tuple[Any, ...]) -> None:
    told = settings(GITHUB, others=others)
    for name in ("articles-2026-folders", "agreements", "pages"):
        (body,) = (one for one in collection(told, name)["fields"] if one["name"] == "body")
        assert body["widget"] == "text"
        assert ("i18n" in body) is (name != "agreements" and bool(others))
    assert "i18n" not in collection(told, "agreements")


def test_every_file_is_carried_along_as_it_was_opened_but_not_into_its_translation() -> None:
    told = settings(GITHUB, others=(replace(SITE, language="en"),))
    for one in places(told):
        assert one["fields"][-1] == {"name": "bantin_file", "widget": "hidden"}


def files_of(told: Any, name: str) -> list[tuple[str, str]]:
    photos = next(one for one in collection(told, name)["fields"] if one["name"] == "photos")
    return [(one["media_folder"], one["public_folder"]) for one in photos["fields"] if one["name"] == "src"]


def test_no_two_articles_share_the_folder_of_their_photos() -> None:
    told = settings(GITHUB, article("a", 2012))
    assert files_of(told, "articles-2026-folders") == [("", "")]
    assert files_of(told, "articles-2012") == [("/content/media/{{slug}}", "/media/{{slug}}")]


@pytest.mark.parametrize(
    ("desk", "mode"),
    [
        (GITHUB, "editorial_workflow"),
        (Cms(CmsBackend.GITLAB, "a/b"), "editorial_workflow"),
        (Cms(CmsBackend.GITHUB, "a/b", review=False), None),
        (Cms(CmsBackend.GITEA, "a/b"), None),
        (Cms(CmsBackend.TEST), None),
    ],
)
def test_what_is_saved_waits_for_a_review_where_the_cms_can_do_so(desk: Cms, mode: str | None) -> None:
    assert settings(desk)["config"].get("publish_mode") == mode


def test_what_is_new_is_a_draft_and_cannot_be_a_copy() -> None:
    told = settings(GITHUB)
    for name in ("articles-2026-folders", "agreements", "pages"):
        (draft,) = (one for one in collection(told, name)["fields"] if one["name"] == "draft")
        assert draft["default"] is True
    assert (
        collection(told, "agreements")["duplicate"] is collection(told, "articles-2026-folders")["duplicate"] is False
    )


def test_checks_between_fields_name_fields_that_there_are() -> None:
    told = settings(GITHUB)
    checks = {one["name"]: one["checks"] for one in told["formats"]}
    assert checks["bantin-page-frontmatter"] == checks["bantin-agency"] == {}
    article_, record_ = checks["bantin-article-frontmatter"], checks["bantin-record-frontmatter"]
    assert [[one["path"] for one in pair] for pair in article_["order"]][-3:] == [
        ["agreement.signed_on", "published"],
        ["published", "expires"],
        ["published", "updated"],
    ]
    assert record_["order"][0] == [
        {"path": "signed_on", "label": "Ngày ký"},
        {"path": "effective_on", "label": "Ngày có hiệu lực"},
    ]
    assert (article_["parties"], record_["signatories"]) == ("agreement.parties", "signatories")


def test_days_are_known_by_their_keys() -> None:
    days = settings(GITHUB)["days"]
    assert {"published", "signed_on", "expires_on", "on"} <= set(days["keys"])
    assert not {"title", "number", "every"} & set(days["keys"])


def about(*items: Any) -> str:
    (articles, *_) = settings(GITHUB, *items)["config"]["collections"]
    widget: str = next(one["widget"] for one in articles["fields"] if one["name"] == "about")
    return widget


def test_news_is_about_records_that_are_chosen_where_there_are_any() -> None:
    assert about(article()) == "list"
    assert about(record("r")) == "relation"
    assert about(record("r", draft=True)) == "relation"


def test_the_policy_names_the_hosts_of_the_backend_and_no_others() -> None:
    assert "https://api.github.com" in desk_policy(GITHUB)
    own = Cms(CmsBackend.GITEA, "a/b", base_url="https://git.example/x", api_root="https://git.example/api/v1")
    assert "https://git.example;" in desk_policy(own)
    assert "github" not in desk_policy(own)
    # The pages on which hosts tell of their faults are kept by others.
    assert "status" not in desk_policy(GITHUB) + desk_policy(Cms(CmsBackend.GITLAB, "a/b"))
    gitlab = Cms(CmsBackend.GITLAB, "a/b", base_url="https://git.example", api_root="https://git.example/api/v4")
    assert settings(gitlab)["hosts"] == ["https://git.example"]
    assert "http" not in desk_policy(Cms(CmsBackend.TEST))
    assert "unsafe-eval" not in desk_policy(GITHUB)
    assert "script-src" not in desk_policy(GITHUB)
