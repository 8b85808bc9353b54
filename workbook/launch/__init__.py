"""JupyterLab as a product: our own configuration, one warm kernel, forms that live without a click."""
