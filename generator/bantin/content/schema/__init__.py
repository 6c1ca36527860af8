"""VALIDATE: the keys of front matter and settings, each declared once; everything else is derived from this."""
