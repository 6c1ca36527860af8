"""IMPORT: Word files, scans, spreadsheets and pages of an old portal → drafts in which every guess is marked.

Data flows from ``readers`` (files → ``Material``) over ``facts`` (``Material`` → what it says of news and agreements,
each with the words that it rests on) to ``drafts`` (facts → files of the bulletin, never over what an editor wrote).
"""
