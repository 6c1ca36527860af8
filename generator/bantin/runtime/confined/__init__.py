"""Confined processes: read files of others, with limited time and memory, without network and without writing."""
