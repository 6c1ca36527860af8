"""A signing in running text: who signed what, for whom, when and where, and who was there."""
