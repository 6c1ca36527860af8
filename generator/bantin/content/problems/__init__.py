"""Problems with the files of a bulletin: one for every rule that reading and checking them enforces."""
