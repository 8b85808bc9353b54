"""Pictures: frames and models become matplotlib figures with a text alternative."""
