"""The pictures of the 15: their next twelve months, and their goals against last year's revenue."""

from workbook.book import Workbook
from workbook.chapters.fifteen import goals_of
from workbook.charts.picture import Picture, show
from workbook.charts.year_calendar import describe_year_calendar, draw_year_calendar
from workbook.charts.year_goals import describe_year_goals, draw_year_goals
from workbook.i18n import _, ngettext, number
from workbook.plan.workload import year_ahead


def calendar_picture(book: Workbook) -> Picture:
    """Return the next twelve months of the 15 with the workload of each."""
    year = year_ahead(((each.name, each.plan) for each in goals_of(book)), book.today)
    caption = _("Actions that are not done yet; overdue ones stand in this month, because that is when they are due.")
    if year.later:
        more = ngettext("{count} action comes later.", "{count} actions come later.", year.later)
        caption = f"{caption} {more.format(count=number(year.later))}"
    return show(draw_year_calendar(year), describe_year_calendar(year), caption)


def goals_picture(book: Workbook) -> Picture:
    """Return the goals of the 15 beside last year's revenue."""
    goals, currency = goals_of(book), book.portfolio.currency
    caption = _("Goals of the 15 against the revenue of the last full year, the most important account first.")
    return show(draw_year_goals(goals, currency), describe_year_goals(goals, currency), caption)
