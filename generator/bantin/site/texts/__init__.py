"""PLAN: the text of an agreement: views of its versions, and data files as Akoma Ntoso and JSON."""
