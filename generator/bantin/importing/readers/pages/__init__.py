"""Saved pages of web portals: the article of each, its pictures and its old address; recipes for odd portals."""
