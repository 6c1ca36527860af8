"""Wording that pages have from the program and not from templates; catalogues of themes may say it otherwise."""

from bantin.domain.model import Label, Site


class Message(Label, frozen=True):
    """A wording in both languages, with the ``context`` (msgctxt) by which a catalogue tells it from others alike.

    Data and addresses have the wording itself, which is the same in every theme.
    """

    context: str = ""

    def on(self, site: Site) -> str:
        """What a page of ``site`` says."""
        return site.wording.get((self.context, self.en)) or self.text(site.language)
