"""Texts on pages that come from the program instead of templates; catalogues of themes may change them."""

from bantin.domain.model import Label, Site


class Message(Label, frozen=True):
    """A text in both languages; ``context`` (msgctxt) distinguishes it from equal ones in a catalogue.

    Data and addresses use the text itself, which is the same in every theme.
    """

    context: str = ""

    def on(self, site: Site) -> str:
        """The text in the language of ``site``, as changed by the theme."""
        return site.wording.get((self.context, self.en)) or self.text(site.language)
