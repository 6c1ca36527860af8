"""``python -m bantin``: the command, where it is not on the path."""

from bantin.cli import main

main(prog_name="bantin")
