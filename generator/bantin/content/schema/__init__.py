"""VALIDATE: the form of front matter and settings, declared once; everything else is derived from it."""
