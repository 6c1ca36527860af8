"""DISCOVER, PARSE, VALIDATE: the files of a bulletin → checked articles, agencies and settings."""
