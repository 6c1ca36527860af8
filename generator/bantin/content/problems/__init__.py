"""What can be wrong with the files of a bulletin: every rule that reading and checking them enforces."""
