"""The trainer's pages for the days 30, 60 and 90 after the seminar: what to ask, and what people shared about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from workbook.i18n import LANGUAGES, N_, _, day, number, speaking
from workbook.plan.commitment import CHECK_IN_DAYS, CheckIn, Commitment
from workbook.plan.review import Review
from workbook.plan.sharing import SharedFile
from workbook.render.files import write_whole
from workbook.render.settings import CohortSettings
from workbook.render.shared_texts import SharedBy, shared_by
from workbook.templating import render_template

NAME = "follow-up-{days}-{language}.html"
PAGES = "follow-up-*.html"
TEMPLATE = "follow_up.html.j2"
ALWAYS = (
    N_("What did you keep?"),
    N_("What did you drop, and was that right?"),
    N_("What do you need, and from whom?"),
)


class Stage(NamedTuple):
    """Where people usually are after so many days, and what to ask besides."""

    homework: str
    questions: tuple[str, ...]


STAGES: dict[int, Stage] = {
    30: Stage(
        N_(
            "In the first four weeks the second account plan and the plan for the prospect are written, three hours"
            " each."
        ),
        (
            N_("With whom did you talk because of your first plan, to whom you had never talked before?"),
            N_("What did you stop doing, and who noticed it?"),
        ),
    ),
    60: Stage(
        N_("In weeks five to eight the year plans of the 15 are written, 15 minutes each."),
        (
            N_("At which of the 15 did you act before the customer did?"),
            N_("Which inquiry of the rest did you decline politely, and what became of it?"),
        ),
    ),
    90: Stage(
        N_("In weeks nine to twelve the fourth account plan is written; then the first quarter ends with its review."),
        (
            N_("What changed since the seminar, told in two minutes as you would tell it to your manager?"),
            N_("How is it to read the letter to yourself again? What it says stays with you."),
            N_("On which day is the next quarterly review?"),
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What the pages of a cohort are made of: its settings, names by reference in the order of the roster, texts."""

    settings: CohortSettings
    names: Mapping[str, str]
    shared: Mapping[str, SharedFile]


def write_follow_ups(what: FollowUp, out: Path) -> tuple[Path, ...]:
    """Write the three pages in both languages beside the workbooks, and return them."""
    written = []
    for language in LANGUAGES:
        with speaking(language):
            for days in CHECK_IN_DAYS:
                path = out / NAME.format(days=days, language=language)
                write_whole(path, follow_up_page(what, days, language))
                written.append(path)
    return tuple(written)


def follow_up_links(settings: CohortSettings, language: str) -> list[tuple[str, str]]:
    """Return address and words of the three pages, for the index in the language in use."""
    return [(NAME.format(days=days, language=language), _linked(settings, days)) for days in CHECK_IN_DAYS]


def _linked(settings: CohortSettings, days: int) -> str:
    return _("After {count} days: {day}").format(count=number(days), day=_day(settings, days))


def _day(settings: CohortSettings, days: int) -> str:
    return day(settings.date + timedelta(days=days))


def follow_up_page(what: FollowUp, days: int, language: str) -> str:
    """Return one page in the language in use; every text is escaped."""
    stage, settings = STAGES[days], what.settings
    return render_template(
        TEMPLATE,
        language=language,
        title=_("After {count} days").format(count=number(days)),
        cohort=settings.title or settings.id,
        day=_day(settings, days),
        words=_words(settings, days),
        always=[_(question) for question in ALWAYS],
        besides=[_(question) for question in stage.questions],
        homework=_(stage.homework),
        shared=_shared(what, days),
        others=[each for each in follow_up_links(settings, language) if f"-{days}-" not in each[0]],
    )


def _shared(what: FollowUp, days: int) -> list[SharedBy]:
    """Return what people shared about their promise, in the order of the roster; who shared nothing is not named."""
    wanted = set(_keys(days))
    about = {
        ref: content.model_copy(update={"sections": tuple(each for each in content.sections if each.key in wanted)})
        for ref, content in what.shared.items()
    }
    return [each for each in shared_by(what.names, about) if each.texts]


def _keys(days: int) -> Iterator[str]:
    yield Commitment.key()
    yield from (CheckIn.key(name=str(each)) for each in CHECK_IN_DAYS if each <= days)
    if days == CHECK_IN_DAYS[-1]:
        yield Review.key()


def _words(settings: CohortSettings, days: int) -> dict[str, str]:
    invitation = _(
        "{count} days ago we were in the seminar together. On {day} I would like to hear three things from you: what"
        " you kept, what you dropped, and what you need. Nothing has to be prepared, and your plans stay with you."
    )
    return {
        "counted": _("{count} days after {seminar}").format(count=number(days), seminar=day(settings.date)),
        "ask": _("Ask these three questions"),
        "besides": _("If there is time, one of these"),
        "where": _("Where people usually are"),
        "how": _("How to do it"),
        "short": _("Twenty minutes by video, or one message to each person. Everybody speaks once, nobody has to."),
        "silent": _(
            "Do not ask for the plan itself, do not compare, do not remind anybody of what is missing. Whoever wants to"
            " show something will do so."
        ),
        "invite": _("An invitation to copy"),
        "invitation": invitation.format(count=number(days), day=_day(settings, days)),
        **_fixed_words(),
    }


def _fixed_words() -> dict[str, str]:
    return {
        "shared": _("What people shared about it"),
        "nothing": _("Nobody has shared a promise or a check-in. Ask in the round; that is enough."),
        "others": _("The other two pages"),
        "index": _("Workbooks of the cohort"),
        "footer": _(
            "For the trainer only. Of what people wrote, only what they chose to share stands here, in the order of the"
            " list of participants. Nobody is compared, and nobody is listed for having shared nothing."
        ),
    }
