"""One personalised workbook per participant."""
