"""What the rep writes: models, checks, open questions."""
