"""The files of a text: each is made of the text, the directory and its address alone, and has a writer."""

from bantin.render.writers import WRITERS
from bantin.site.page_key import described
from bantin.site.texts.files import AkomaNtosoFile, TextFile, TextSchemaFile
from bantin.site.views import JsonView
from tests.site.texts.texts import DIRECTORY, PLAIN, RICH


def test_a_file_shows_the_version_of_its_number() -> None:
    akn = AkomaNtosoFile(text=RICH, number=2).view(DIRECTORY, "van-ban.xml", "Toàn văn")
    tree = TextFile(text=RICH, number=2).view(DIRECTORY, "van-ban.json", "Toàn văn")
    assert akn.identification.version == 2
    assert isinstance(tree.value, dict)
    assert tree.value["version"] == 2


def test_each_file_can_be_written() -> None:
    for content in (AkomaNtosoFile(text=RICH, number=1), TextFile(text=RICH, number=1), TextSchemaFile()):
        view = content.view(DIRECTORY, "x", "Toàn văn")
        assert WRITERS[type(view)](view)
        assert view.url == "x"


def test_a_page_changes_with_the_text_and_only_then() -> None:
    keys = {described(AkomaNtosoFile(text=text, number=number)) for text in (RICH, RICH, PLAIN) for number in (1, 2)}
    assert len(keys) == 4
    assert described(TextFile(text=RICH, number=1)) not in keys


def test_the_schema_is_json() -> None:
    assert isinstance(TextSchemaFile().view(DIRECTORY, "x", "x"), JsonView)
