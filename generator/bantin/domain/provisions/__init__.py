"""The text of an agreement by provisions: parsing, writing, references, amendments and versions."""
