"""PLAN: the text of an agreement for other programs: as Akoma Ntoso, as a tree of JSON."""
