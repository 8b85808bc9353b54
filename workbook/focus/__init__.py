"""The 5-15-Rest formula: pure functions on frames."""
