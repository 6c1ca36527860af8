"""DISCOVER, PARSE, VALIDATE: the files of a bulletin → articles, agencies and settings, checked."""
