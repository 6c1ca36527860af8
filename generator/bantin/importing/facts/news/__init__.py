"""News: the lines of a page → its headline, date, lead, text, captions and byline, without the widgets around."""
