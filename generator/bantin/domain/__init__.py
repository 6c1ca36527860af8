"""Domain types and rules: problems, Vietnamese text, the content model, and when agreements are in force."""
