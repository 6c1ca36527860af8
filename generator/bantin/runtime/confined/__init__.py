"""Confined processes: read untrusted files, with limited time and memory, without network and without writing."""
