"""ipywidgets views of plan models, each with a static HTML twin."""
