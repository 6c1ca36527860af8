"""Feeds (RSS, Atom) and exports of WordPress."""
