"""A bulletin can turn off kinds of pages: then there are no links to them, and no empty sections."""

import json
import re
import shutil
from pathlib import Path

import pytest

from bantin.domain.model import Feature
from bantin.site.addresses import WORDS
from bantin.site.features import feature_of
from tests.bulletins import COMPLETE, SITE, build_site, codes_of, files_of, problems_of, write
from tests.conftest import REPOSITORY
from tests.outputs.test_html import check
from tests.outputs.test_links import check_links

REGISTER = REPOSITORY / "tests/sites/register/input"
# Lists of suggestions and of chosen filters are filled by a script.
EMPTY_LIST = re.compile(
    r"<(ul|ol|dl|nav|tbody)\b(?![^>]*(?:role=\"listbox\"|data-bt=\"(?:chips|looser)\"))[^>]*>\s*</\1>"
)
EMPTY_HEADING = re.compile(r"</h([2-6])>\s*(?:</(?:section|aside|nav|main|div|article)>|<h\1)")
FULL_ADDRESS = re.compile(r'"https://xu-may\.example/([^"#\\]*)')


def without(features: tuple[Feature, ...], root: Path, more: str = "") -> Path:
    """The bulletin of the register, in two languages, without ``features``."""
    shutil.copytree(REGISTER, root)
    settings = root / "content/site.yml"
    off = "".join(f"\n  {feature}: no" for feature in features)
    settings.write_text(f"{settings.read_text()}\nlanguages: [vi, en]\nsearch: off\nfeatures:{off}\n{more}")
    return root


OFF = [*((feature,) for feature in Feature), tuple(Feature), (Feature.FEEDS, Feature.VOCABULARY, Feature.ARCHIVE)]


@pytest.mark.parametrize("features", OFF, ids=" ".join)
def test_nothing_leads_to_what_is_turned_off(features: tuple[Feature, ...], tmp_path: Path) -> None:
    root = without(features, tmp_path / "bulletin")
    out = tmp_path / "site"
    build_site(root, out, drafts=True)
    assert check_links(out) > 20
    published = files_of(out)
    addresses = {path.removesuffix("index.html") for path in published}
    assert not {one for one in addresses if feature_of(WORDS["vi"], one) in features}
    assert not {one for one in addresses if feature_of(WORDS["en"], one.removeprefix("en/")) in features}
    for path, data in published.items():
        if path.endswith((".html", ".json", ".xml")) and path != "provenance.json":
            said = data.decode()
            assert not EMPTY_LIST.search(said), path
            assert not EMPTY_HEADING.search(said), path
            for address in FULL_ADDRESS.findall(said):
                assert address in addresses or f"{address}/" in addresses, (path, address)


def test_the_pages_of_plain_news_are_valid(checker: list[str], tmp_path: Path) -> None:
    out = tmp_path / "site"
    build_site(without(tuple(Feature), tmp_path / "bulletin"), out)
    assert check(checker, out) == []


def test_what_is_built_on_a_feature_goes_with_it(tmp_path: Path) -> None:
    root = without((Feature.AGENCIES,), tmp_path / "bulletin")
    build_site(root, tmp_path / "site")
    files = files_of(tmp_path / "site")
    tops = {path.split("/")[0] for path in files}
    assert {"luu-tru", "linh-vuc", "atom.xml"} <= tops
    assert tops.isdisjoint({"co-quan", "nguoi-ky", "thong-ke", "du-lieu", "lich.ics"})
    # Records that have files of their own are content.
    registered = [path for path in files if path.startswith("van-ban/")]
    assert [path for path in registered if not re.match(r"van-ban/(?:\d{4}|khong-ro-ngay)/", path)] == []


def test_the_facts_of_an_agreement_stay_without_the_register(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE, {"content/site.yml": f"{SITE}features: {{văn bản: không, cơ quan: không}}\n"})
    build_site(root)
    page = (root / "site/bai-viet/2020/bai/index.html").read_text()
    for name in ("Cơ quan A", "An ninh", "Nguyễn Văn A"):
        assert name in page
        assert not re.search(rf"<a [^>]*>{name}</a>", page)
    data = json.loads(page.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert "/co-quan/" not in json.dumps(data)


@pytest.mark.parametrize(
    ("link", "features", "off"),
    [
        ("/van-ban/", "register: no", "register"),
        ("/van-ban/nam/2020/", "register: no", "register"),
        ("/co-quan/co-quan-a/voi/co-quan-b/", "register: no", "register"),
        ("/thong-ke/", "register: no", "statistics"),
        ("/luu-tru", "archive: no", "archive"),
        ("/lich.ics", "calendars: no", "calendars"),
        ("https://bantin.example/atom.xml", "feeds: no", "feeds"),
        ("../../agencies/co-quan-a.yml", "agencies: no", "agencies"),
    ],
)
def test_a_link_to_what_is_turned_off_is_reported_at_its_place(
    link: str, features: str, off: str, tmp_path: Path
) -> None:
    path = "content/articles/2020/bai.md"
    text = f"{COMPLETE[path]}\nXem [trang này]({link}).\n"
    root = write(tmp_path, COMPLETE, {path: text, "content/site.yml": f"{SITE}features: {{{features}}}\n"})
    (problem,) = problems_of(root)
    assert (problem.code, problem.location.path, problem.location.line) == ("feature-off", path, len(text.splitlines()))
    assert f"“{off}”" in problem.message("en")
    settings = {"content/site.yml": SITE}
    assert codes_of(write(tmp_path, settings)) == []


def test_a_menu_may_not_lead_to_what_is_turned_off(tmp_path: Path) -> None:
    settings = {"content/site.yml": f"{SITE}menu: [/van-ban/]\nfeatures: {{register: no}}\n"}
    (problem,) = problems_of(write(tmp_path, COMPLETE, settings))
    assert (problem.code, problem.location.path, problem.location.line) == ("feature-off", "content/site.yml", 5)


@pytest.mark.parametrize(
    ("features", "code", "said"),
    [
        ("{regster: no}", "bad-choice", "register"),
        ("{register: maybe}", "bad-yes-no", "maybe"),
        ("[register]", "expected-mapping", "agencies, archive"),
        ("{register: no, văn bản: yes}", "duplicate-key", "“văn bản” and “register”"),
    ],
)
def test_features_are_known_ones_and_each_is_named_once(features: str, code: str, said: str, tmp_path: Path) -> None:
    (problem,) = problems_of(write(tmp_path, COMPLETE, {"content/site.yml": f"{SITE}features: {features}\n"}))
    assert (problem.code, problem.location.line) == (code, 5)
    assert said in problem.message("en") + problem.hint("en")


def test_a_page_of_ones_own_may_take_the_address(tmp_path: Path) -> None:
    files = {
        "content/site.yml": f"{SITE}features: {{register: no, agencies: no}}\nmenu: [/van-ban/, pages/co-quan.md]\n",
        "content/pages/van-ban.md": "---\ntitle: Văn bản của tôi\n---\n\nXem [cơ quan](co-quan.md).\n",
        "content/pages/co-quan.md": "---\ntitle: Cơ quan của tôi\n---\n\nXem [văn bản](/van-ban/).\n",
    }
    root = write(tmp_path, COMPLETE, files)
    build_site(root)
    assert check_links(root / "site") > 20
    map_ = (root / "site/so-do-trang/index.html").read_text()
    assert 'href="../van-ban/">Văn bản của tôi' in map_
    assert 'href="../co-quan/">Cơ quan của tôi' in map_
