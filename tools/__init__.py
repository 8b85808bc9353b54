"""Scripts that make what is kept in the project: the demo data and the message catalogues."""
