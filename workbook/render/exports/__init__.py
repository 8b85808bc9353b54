"""Files beside the workbook: spreadsheets, slides, calendars."""
