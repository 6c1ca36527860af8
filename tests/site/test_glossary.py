"""The page that explains words, and the links that lead there."""

from msgspec.structs import replace

from bantin.domain.model import Explanation, Feature, Label, OnBehalf, Site, Status
from bantin.index import Bulletin, index
from bantin.site.explanations import GROUPS, capacity_word, status_word
from bantin.site.glossary import GlossaryPage, explained
from bantin.site.views import GlossaryView
from tests.index.contents import NOW, SITE, article, bulletin, content
from tests.site.plans import pages_of, view_at

URL = "giai-thich/"


def words_of(view: GlossaryView) -> dict[str, tuple[str, str, str]]:
    return {one.anchor: (one.word, one.meaning, one.lang) for _, _, entries in view.groups for one in entries}


def explaining(*glossary: Explanation, site: Site = SITE) -> Bulletin:
    """A bulletin with entries of its own."""
    plain = content(article(), site=site)
    return index(replace(plain, vocabulary=replace(plain.vocabulary, glossary=glossary)), NOW)


def test_every_status_and_every_capacity_is_explained() -> None:
    words = words_of(view_at(bulletin(article()), URL, GlossaryView))
    assert {status_word(one) for one in Status} | {capacity_word(one) for one in OnBehalf} <= words.keys()
    assert words["con-hieu-luc"][0] == "Còn hiệu lực"
    assert words["kt"][0] == "KT. (ký thay)"
    assert all(meaning.endswith(".") for _, meaning, _ in words.values())


def test_each_word_is_explained_once() -> None:
    ids = [one.id for group in GROUPS for one in group.words]
    assert len(ids) == len(set(ids))


def test_a_bulletin_explains_more_words_and_some_in_its_own_way() -> None:
    made = explaining(
        Explanation("dqh", Label("ĐBQH", "NA deputy"), Label("Đại biểu Quốc hội.", "A deputy of the Assembly.")),
        Explanation("kt", Label("KT.", "KT."), Label("Ký thay cấp trưởng.")),
    )
    words = words_of(view_at(made, URL, GlossaryView))
    assert list(words)[-1] == "dqh"
    assert words["dqh"] == ("ĐBQH", "Đại biểu Quốc hội.", "")
    assert words["kt"] == ("KT.", "Ký thay cấp trưởng.", "")
    assert list(words).index("kt") < list(words).index("so-ket")


def test_what_has_no_translation_is_marked_with_its_language() -> None:
    english = replace(SITE, language="en", below="vi")
    made = explaining(Explanation("dqh", Label("ĐBQH"), Label("Đại biểu Quốc hội.")), site=english)
    view = GlossaryPage(own=made.directory.vocabulary.glossary).view(made.directory, "glossary/", "Glossary")
    assert words_of(view)["dqh"][2] == "vi"
    assert words_of(view)["kt"][2] == ""


def test_words_lead_to_their_explanations_unless_there_is_no_page() -> None:
    made = explaining(Explanation("dqh", Label("ĐBQH"), Label("Đại biểu.")))
    assert explained(made.directory)["kt"] == "giai-thich/#kt"
    assert explained(made.directory)["dqh"] == "giai-thich/#dqh"
    off = bulletin(article(), site=replace(SITE, off=(Feature.GLOSSARY,)))
    assert explained(off.directory) == {}
    assert URL not in pages_of(off)
    assert URL in pages_of(made)
