"""Hours of today from the rep's own calendar file: read here, matched by names, and forgotten again."""

from collections.abc import Iterator
from dataclasses import replace
from html import escape
from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from workbook.book import Workbook
from workbook.chapters.following import Follower
from workbook.chapters.hours import hours_in_words
from workbook.chapters.layers import name_of
from workbook.chapters.opening import followed, followers, section_form
from workbook.chapters.panels import Column, Panel, badge, facts, note, paragraph, soft, table, together
from workbook.chapters.pieces import view_of
from workbook.chapters.shared_forms import shared_form
from workbook.diary.hours import DiaryHours, Unmatched, hours_per_layer
from workbook.diary.matching import Matcher
from workbook.diary.meetings import Diary, LeftOut, weeks_before
from workbook.diary.reading import ACCEPTED, read_diary
from workbook.errors import WorkbookError
from workbook.forms.fold import Fold, discard
from workbook.forms.shared import FITTING, make
from workbook.forms.style import STYLE_TAG
from workbook.forms.view import Saying, Viewed
from workbook.i18n import N_, _, day, ngettext, number
from workbook.plan.calendar_names import CalendarNames
from workbook.plan.time_budget import HoursPerLayer, TimeBudget
from workbook.terms import Layer

SHOWN = 15
WHY = {
    LeftOut.ALL_DAY: N_("entries for whole days"),
    LeftOut.CANCELLED: N_("cancelled"),
    LeftOut.FREE: N_("shown as free or out of office"),
    LeftOut.NO_LENGTH: N_("without a length"),
    LeftOut.TOO_LONG: N_("longer than 24 hours"),
    LeftOut.TOO_OFTEN: N_("repeated by the hour or since before 1970"),
    LeftOut.UNREADABLE: N_("could not be read"),
}
HELP = N_(
    "Export your calendar as .ics, or as CSV from Outlook. The file is read on this computer and not kept: "
    "only the hours per layer are stored, and only when you press the button below them."
)


class CalendarDesk(Saying, Viewed, Follower):
    """Reads a calendar, shows what it says, and puts the hours of today into the estimate when the rep says so."""

    def __init__(self, book: Workbook) -> None:
        super().__init__(lambda: (book.tiering, book.read(CalendarNames).values.names))
        self.book = book
        self.diary: Diary | None = None
        self.found: DiaryHours | None = None

    @property
    def html(self) -> Markup:
        """How it works, for paper."""
        return paragraph(_(HELP)).html

    def _build(self) -> widgets.VBox:
        label = _("Choose your calendar file")
        self.upload = make(
            widgets.FileUpload, description=label, tooltip=label, accept=ACCEPTED, multiple=False, layout=FITTING
        )
        self.upload.observe(self._uploaded, names="value")
        self.result, self.note = make(widgets.VBox), make(widgets.HTML)
        names = Fold(lambda: _("An account has another name in my calendar"), self._names)
        head = make(widgets.HTML, f'{STYLE_TAG}<p class="wb-help">{escape(_(HELP))}</p>')
        view = make(widgets.VBox, [head, self.upload, names.widget, self.result, self.note])
        view.add_class("wb-form")
        return view

    def _names(self) -> widgets.VBox:
        return section_form(self.book, CalendarNames).view

    def _uploaded(self, change: dict[str, Any]) -> None:
        if change["new"]:
            sent = change["new"][0]
            self.read(bytes(sent["content"]), str(sent["name"]))
            # Emptied, so that the same file can be chosen once more after it was corrected.
            self.upload.value = ()

    def read(self, content: bytes, file: str) -> None:
        """Read a calendar file and show what it says, or say why it cannot be read."""
        span = weeks_before(self.book.today, self.book.participant.zone)
        try:
            self.diary = read_diary(content, file, span)
        except WorkbookError as refused:
            self.diary = None
            self._say(str(refused), "wb-problem")
        else:
            self._say("")
        self.renew()

    def renew(self) -> None:
        """Match the meetings again and show the hours as they are now."""
        if self._view is None:
            return
        self.found = self._hours(self.diary) if self.diary else None
        before = self.result.children
        self.result.children = self._parts(self.found) if self.found else []
        for part in before:
            discard(part)

    def _hours(self, diary: Diary) -> DiaryHours:
        tiering = self.book.tiering
        names = {each: name_of(tiering, each) for each in tiering.table.index}
        ids = {name.casefold(): each for each, name in names.items()}
        said = self.book.read(CalendarNames).values.names
        known = ((ids.get((each.account or "").casefold()), each.also_called or "") for each in said)
        matcher = Matcher(names, [(account_id, called) for account_id, called in known if account_id])
        span = weeks_before(self.book.today, self.book.participant.zone)
        return hours_per_layer(diary, matcher.match_all(diary.meetings), tiering.layers, span)

    def _parts(self, found: DiaryHours) -> list[widgets.Widget]:
        shown = view_of(diary_panel(found))
        if not found.meetings:
            return [shown]
        button = make(widgets.Button, description=_("Use these hours as today's hours"), layout=FITTING)
        button.on_click(lambda _button: self.use())
        return [shown, make(widgets.HBox, [button])]

    def use(self) -> None:
        """Put the hours per layer into the estimate; nothing else of the calendar is kept."""
        if self.found is None:
            return
        form = shared_form(self.book, TimeBudget)
        values = dict(zip(HoursPerLayer._fields, self.found.hours, strict=True))
        taken = form.draft.values.model_copy(update={f"actual_hours_{layer}": each for layer, each in values.items()})
        form.editor.take(replace(form.draft, values=taken, typed=_without(form.draft.typed, values)))
        form.flush()
        form.redraw()
        self._say(_("Your estimate above has the hours of your calendar now. You can still change them."))
        followers(self.book).saved()


def _without(typed: Any, layers: Any) -> dict[str, str]:
    gone = {f"actual_hours_{layer}" for layer in layers}
    return {path: text for path, text in typed.items() if path not in gone}


def calendar_desk(book: Workbook) -> Follower:
    """Return the desk at which a calendar file becomes hours per layer."""
    return followed(book, CalendarDesk(book))


def diary_panel(found: DiaryHours) -> Panel:
    """Return what a calendar says: hours per layer, what they rest on, and what could not be matched."""
    if not found.weeks:
        sentence = _("There is no appointment between {first} and {last} in this calendar.")
        return together(note(sentence.format(**_span(found)), "warn"), *_left_out(found))
    return together(facts(_basis(found)), _hours_table(found), *_left_out(found), *_unmatched(found))


def _span(found: DiaryHours) -> dict[str, str]:
    return {"first": day(found.span.first), "last": day(found.span.last)}


def _basis(found: DiaryHours) -> Iterator[tuple[str, str]]:
    yield _("Looked at"), _("{first} to {last}").format(**_span(found))
    yield _("Weeks with appointments"), number(found.weeks)
    yield _("Appointments that name an account"), number(found.meetings)


def _hours_table(found: DiaryHours) -> Panel:
    columns = (Column(_("Layer")), Column(_("Hours a week"), amount=True))
    rows = ((badge(layer.label, layer), hours_in_words(each)) for layer, each in zip(Layer, found.hours, strict=True))
    return table(columns, rows)


def _left_out(found: DiaryHours) -> Iterator[Panel]:
    if found.left_out:
        reasons = ", ".join(f"{_(WHY[reason])}: {number(count)}" for reason, count in sorted(found.left_out.items()))
        yield paragraph(soft(_("Not counted: {reasons}.").format(reasons=reasons)))


def _unmatched(found: DiaryHours) -> Iterator[Panel]:
    if not found.unmatched:
        return
    hours = number(sum(each.hours for each in found.unmatched), 0)
    sentence = ngettext(
        "{count} title names no account ({hours} hours). Internal meetings belong here. Is it an account? Then give "
        "its other name above.",
        "{count} titles name no account ({hours} hours). Internal meetings belong here. Is one an account? Then give "
        "its other name above.",
        len(found.unmatched),
    )
    yield note(sentence.format(count=number(len(found.unmatched)), hours=hours))
    columns = (Column(_("Not matched")), Column(_("Appointments"), amount=True), Column(_("Hours"), amount=True))
    yield table(columns, [_unmatched_row(each) for each in found.unmatched[:SHOWN]])


def _unmatched_row(each: Unmatched) -> tuple[str, ...]:
    return each.title[:80] or _("without a title"), number(each.count), number(each.hours, 1)
