"""Answering an inquiry with a text: pick both, adapt the words, keep them with the inquiry."""

from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from workbook.book import Workbook
from workbook.chapters.following import Follower
from workbook.chapters.inquiry_log import open_inquiries
from workbook.chapters.opening import followed, followers
from workbook.chapters.panels import note
from workbook.chapters.shared_forms import shared_form
from workbook.forms.form import SectionForm
from workbook.forms.shared import FITTING, make
from workbook.forms.style import STYLE_TAG
from workbook.forms.view import Saying, Viewed
from workbook.i18n import _, day, language
from workbook.plan.answer_texts import AnswerText, AnswerTexts, answer_texts_from, default_answer_texts, filled_in
from workbook.plan.dates import in_working_days
from workbook.plan.draft import Draft
from workbook.plan.inquiries import Inquiries, Inquiry, answer_due


def starting_texts(book: Workbook) -> Draft[AnswerTexts]:
    """Return the texts the rep's own copy begins with: those of the cohort, else those of the workbook."""
    given = book.given_texts("answers")
    return Draft(default_answer_texts(language()) if given is None else answer_texts_from(given))


def texts_form(book: Workbook) -> SectionForm:
    """Return the form of the rep's own texts; nothing is stored until one is changed."""
    form = shared_form(book, AnswerTexts)
    form.editor.begin_with(starting_texts(book))
    return form


class AnswerDesk(Saying, Viewed, Follower):
    """Picks an inquiry and a text, and keeps the answer with the inquiry."""

    def __init__(self, book: Workbook) -> None:
        super().__init__()
        self.book = book
        self.log = shared_form(book, Inquiries)
        self.texts = texts_form(book)

    @property
    def html(self) -> Markup:
        """A remark: on paper the texts themselves are printed further up."""
        return note(
            _("In the open workbook you pick an inquiry and a text here; the place holders are filled in.")
        ).html

    def _build(self) -> widgets.VBox:
        self.inquiry = make(widgets.Dropdown, description=_("Inquiry"), tooltip=_("Inquiry"))
        self.text = make(widgets.Dropdown, description=_("Text"), tooltip=_("Text"))
        self.answer = make(widgets.Textarea, description=_("Text of the answer"), rows=10)
        self.note = make(widgets.HTML)
        keep = _button(_("Keep it with the inquiry"), self.keep)
        done = _button(_("Answered today"), self.done)
        self._offer()
        self.inquiry.observe(lambda _change: self._suggest(), names="value")
        self.text.observe(lambda _change: self._fill(), names="value")
        self._suggest()
        picks = make(widgets.VBox, [self.inquiry, self.text])
        picks.add_class("wb-columns")
        head = make(widgets.HTML, STYLE_TAG)
        field = make(widgets.VBox, [self.answer])
        field.add_class("wb-field")
        view = make(widgets.VBox, [head, picks, field, make(widgets.HBox, [keep, done]), self.note])
        view.add_class("wb-form")
        return view

    def renew(self) -> None:
        """Offer the inquiries and texts there are now; what was typed stays while its inquiry is open."""
        if self._view is None:
            return
        picked = (self.inquiry.value, self.text.value)
        self._offer()
        if self.inquiry.value != picked[0]:
            self._suggest()
        elif self.text.value != picked[1]:
            self._fill()

    def _offer(self) -> None:
        waiting = [(_called(each), place) for place, each in open_inquiries(self.book)]
        _renew(self.inquiry, waiting or [(_("no inquiry is waiting"), None)])
        named = [(each.name or _("without a name"), place) for place, each in enumerate(self._all_texts())]
        _renew(self.text, named or [(_("no text yet"), None)])

    def _all_texts(self) -> tuple[AnswerText, ...]:
        texts: tuple[AnswerText, ...] = self.texts.draft.values.texts
        return texts

    def _picked(self) -> Inquiry | None:
        place, all_of_them = self.inquiry.value, self.log.draft.values.inquiries
        return all_of_them[place] if place is not None and place < len(all_of_them) else None

    def _suggest(self) -> None:
        """Pick the first text for the ending of the inquiry, and fill it in."""
        inquiry = self._picked()
        ending = inquiry.decision if inquiry else None
        fitting = (place for place, each in enumerate(self._all_texts()) if ending and each.ending is ending)
        self.text.value = next(fitting, self.text.value)
        self._fill()

    def _fill(self) -> None:
        inquiry, texts = self._picked(), self._all_texts()
        if inquiry is None or self.text.value is None or self.text.value >= len(texts):
            return
        name = self.book.participant.display_name
        text = texts[self.text.value].text or ""
        due = answer_due(inquiry)
        # Nobody promises a day that is over.
        promised = due and max(due, in_working_days(self.book.today, 1))
        self.answer.value = filled_in(text, customer=inquiry.account or "", due=promised, name=name)

    def keep(self) -> None:
        """Keep the words with the inquiry."""
        self._write("answer", self.answer.value, _("The text is kept with the inquiry."))

    def done(self) -> None:
        """Note that the inquiry was answered today."""
        self._write("answered_on", day(self.book.today), _("Noted as answered today."))

    def _write(self, field: str, text: str, said: str) -> None:
        place = self.inquiry.value
        if self._picked() is None:
            self._say(_("Note an inquiry first."), "wb-problem")
            return
        sentence = self.log.editor.type_in(f"inquiries.{place}.{field}", text)
        self.log.flush()
        self.log.redraw()
        self._say(sentence or said, "wb-problem" if sentence else "wb-status")
        followers(self.book).saved()


def _button(label: str, act: Any) -> widgets.Button:
    made = make(widgets.Button, description=label, tooltip=label, layout=FITTING)
    made.on_click(lambda _button: act())
    return made


def _renew(picker: widgets.Dropdown, options: list[tuple[str, Any]]) -> None:
    """Offer other things to pick; what is picked stays if it is still there, else the first one is picked."""
    if list(picker.options) == options:
        return
    before = picker.value
    picker.options = options
    picker.value = before if before in [code for _name, code in options] else options[0][1]


def _called(inquiry: Inquiry) -> str:
    about = inquiry.kind.label if inquiry.kind else ""
    return ", ".join(each for each in (inquiry.account or _("without a name"), about) if each)


def answer_desk(book: Workbook) -> Follower:
    """Return the desk at which inquiries are answered."""
    return followed(book, AnswerDesk(book))
