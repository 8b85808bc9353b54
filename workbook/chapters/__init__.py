"""One module per notebook: the functions its cells call."""
