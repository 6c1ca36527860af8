"""Readers: files of other programs → ``Material``, in a process apart, with limited time and memory."""
