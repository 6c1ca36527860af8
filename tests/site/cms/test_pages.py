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
    assert {one["name"] for one in told["formats"]} >= {one["format"] for one in told["config"]["collections"]}


def test_articles_stay_in_the_folder_of_their_year() -> None:
    folder = article("xa", 2021, path="content/articles/2021/xa/index.md")
    told = settings(GITHUB, article("a", 2012), folder, article("b", None), page())
    collections = [(one["folder"], one.get("path"), one.get("create")) for one in told["config"]["collections"]]
    assert collections == [
        ("content/articles/2026", "{{slug}}", True),
        ("content/articles/2021", "{{slug}}/index", False),
        ("content/articles/2012", "{{slug}}", True),
        ("content/articles/undated", "{{slug}}", True),
        ("content/agreements", None, None),
        ("content/agencies", None, None),
        ("content/pages", None, None),
    ]


@pytest.mark.parametrize("others", [(), (replace(SITE, language="en"),)])
def test_the_text_of_a_record_is_plain_and_has_no_translation(others: tuple[Any, ...]) -> None:
    told = settings(GITHUB, others=others)
    (records,) = (one for one in told["config"]["collections"] if one["name"] == "agreements")
    assert records["fields"][-1]["widget"] == "text"
    assert "i18n" not in records
    assert [one["name"] for one in told["formats"] if one.get("verbatim")] == [records["format"]]


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
    assert "https://git.example " in desk_policy(own)
    assert "github" not in desk_policy(own)
    assert "http" not in desk_policy(Cms(CmsBackend.TEST))
    assert "unsafe-eval" not in desk_policy(GITHUB)
    assert "script-src" not in desk_policy(GITHUB)
