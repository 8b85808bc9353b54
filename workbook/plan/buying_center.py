"""Part 3 of a Key Account Plan: the people who take part in the decision."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import ClassVar

from workbook.i18n import N_, _
from workbook.plan.fields import Day, Depth, LongText, Reference, Text, field
from workbook.plan.finding import Finding, Gravity, is_placeholder
from workbook.plan.section import Item, Section
from workbook.terms import Attitude, BuyingRole, Coverage, Evidence, Influence, RelationshipLevel

DAYS_WITHOUT_CONTACT = 90
_DECIDING = frozenset({BuyingRole.DECIDER, BuyingRole.APPROVER})


class BuyingCenterMember(Item):
    """One person of the customer; everything about a person is personal data."""

    person: Text | None = field(
        N_("Name"),
        names="person",
        help=N_("Write only what you could show this person. A question mark marks a gap."),
        personal=True,
    )
    function: Text | None = field(N_("Function"), help=N_("For example: head of purchasing."), personal=True)
    roles: tuple[BuyingRole, ...] = field(
        N_("Roles in the decision"), help=N_("One person may hold several roles."), default=(), personal=True
    )
    influence: Influence | None = field(N_("Influence on the decision"), personal=True)
    attitude: Attitude | None = field(N_("Attitude towards us"), personal=True)
    coverage: Coverage | None = field(N_("How well we know this person"), personal=True)
    unit: Text | None = field(N_("Department or site"), personal=True, depth=Depth.DEEPENING)
    reports_to: Reference | None = field(N_("Reports to"), refers_to="members", personal=True, depth=Depth.DEEPENING)
    relationship_now: RelationshipLevel | None = field(
        N_("What we are to this person today"), personal=True, depth=Depth.DEEPENING
    )
    relationship_wanted: RelationshipLevel | None = field(
        N_("What we want to be"), guide="relationship_wanted", personal=True, depth=Depth.DEEPENING
    )
    our_contact: Text | None = field(
        N_("Who of us keeps contact"), names="person", personal=True, depth=Depth.DEEPENING
    )
    personal_win: LongText | None = field(
        N_("What this person gains if we win"),
        help=N_("In the job: a running line, a kept budget, a project that succeeds."),
        personal=True,
        depth=Depth.DEEPENING,
    )
    last_contact: Day | None = field(N_("Last contact"), personal=True, depth=Depth.DEEPENING)
    evidence: Evidence | None = field(N_("How sure you are"), personal=True, depth=Depth.DEEPENING)


class BuyingCenter(Section):
    """The people involved in the decision, not the people we happen to know."""

    KEY: ClassVar[str] = "key_account/{account_id}/buying_center"
    TITLE: ClassVar[str] = N_("Buying center")

    members: tuple[BuyingCenterMember, ...] = field(
        N_("People"),
        add=N_("Add a person"),
        help=N_("Everybody who takes part in the decision, also those you have not met yet. Start with four."),
        default=(),
        most=25,
        wanted=4,
    )

    def refusal(self, path: str) -> str:
        """Refuse a reporting line that leads back to where it starts."""
        if not path.endswith(".reports_to"):
            return ""
        start = self.members[int(path.split(".")[1])]
        circle = reporting_circle(self.members, start)
        sentence = _("This would be a circle: {people}. Somebody has to be at the top.")
        return sentence.format(people=" → ".join(each.person or "?" for each in circle)) if circle else ""

    def findings(self, today: date) -> tuple[Finding, ...]:
        """Return unnamed people as gaps, the alarms of the method, and the roles nobody holds."""
        return tuple(people_findings(self.members, today))


def reporting_circle(
    members: tuple[BuyingCenterMember, ...], start: BuyingCenterMember
) -> tuple[BuyingCenterMember, ...]:
    """Return the reporting line from ``start`` back to itself, or nothing when there is no circle."""
    by_id = {each.id: each for each in members if each.id}
    line = [start]
    while (above := by_id.get(line[-1].reports_to or "")) and len(line) <= len(members):
        line.append(above)
        if above == start:
            return tuple(line)
    return ()


def people_findings(members: Sequence[BuyingCenterMember], today: date) -> Iterator[Finding]:
    """Yield gaps, then alarms, then hints about the people involved in the decision."""
    yield from _placeholders(members)
    if members:
        yield from _alarms(members, today)


def _placeholders(members: Sequence[BuyingCenterMember]) -> Iterator[Finding]:
    sentence = _("Person {number} has no name yet. Who is it?")
    for number, member in enumerate(members):
        if not is_named(member):
            text = sentence.format(number=number + 1)
            yield Finding("person_unnamed", Gravity.GAP, text, f"members.{number}.person")


def _alarms(members: Sequence[BuyingCenterMember], today: date) -> Iterator[Finding]:
    if not any(BuyingRole.DECIDER in each.roles and is_named(each) for each in members):
        yield Finding("no_decider", Gravity.ALARM, _("Nobody here decides. Find out who does."))
    if not any(is_supportive_key_player(each) for each in members):
        text = _("Nobody with much influence is known to support you. Who could become your champion?")
        yield Finding("no_supporter", Gravity.ALARM, text)
    if is_single_thread(members):
        text = _("Only one person there has contact with you. If this person leaves, the thread is cut.")
        yield Finding("single_thread", Gravity.ALARM, text)
    if all(each.coverage is Coverage.NONE for each in members):
        text = _("Nobody of us is in contact with any of these people. Who could open the first door?")
        yield Finding("no_thread", Gravity.ALARM, text)
    yield from _roles_nobody_holds(members)
    yield from _silence(members, today)


def _silence(members: Sequence[BuyingCenterMember], today: date) -> Iterator[Finding]:
    contacts = [each.last_contact for each in members if each.last_contact]
    if contacts and today - max(contacts) > timedelta(days=DAYS_WITHOUT_CONTACT):
        sentence = _("The last contact was {days} days ago. After {limit} days a customer notices.")
        text = sentence.format(days=(today - max(contacts)).days, limit=DAYS_WITHOUT_CONTACT)
        yield Finding("no_contact", Gravity.ALARM, text)
        return
    silent = [each.person or "?" for each in members if _is_silent(each, today)]
    if silent:
        sentence = _("Much influence, and no contact for more than {limit} days: {people}.")
        text = sentence.format(limit=DAYS_WITHOUT_CONTACT, people=", ".join(silent))
        yield Finding("key_person_silent", Gravity.HINT, text)


def _is_silent(member: BuyingCenterMember, today: date) -> bool:
    last = member.last_contact
    return bool(last and today - last > timedelta(days=DAYS_WITHOUT_CONTACT) and member.influence is Influence.HIGH)


def _roles_nobody_holds(members: Sequence[BuyingCenterMember]) -> Iterator[Finding]:
    free = roles_nobody_holds(members)
    if free:
        sentence = _("Nobody holds these roles yet: {roles}.")
        yield Finding("roles_free", Gravity.ALARM, sentence.format(roles=", ".join(role.label for role in free)))


def is_named(member: BuyingCenterMember) -> bool:
    """Return whether we know who this is; a placeholder or a question mark is a gap, no person."""
    name = member.person or ""
    return not is_placeholder(name) and "?" not in name


def is_supportive_key_player(member: BuyingCenterMember) -> bool:
    """Return whether somebody with high influence, or who decides or approves, is known to be for us."""
    has_weight = member.influence is Influence.HIGH or bool(_DECIDING & set(member.roles))
    return has_weight and member.attitude is not None and (member.attitude.points or 0) > 0


def is_single_thread(members: Sequence[BuyingCenterMember]) -> bool:
    """Return whether exactly one person is known to be in contact with us."""
    covered = [each for each in members if each.coverage is not None and (each.coverage.points or 0) > 0]
    return len(covered) == 1


def roles_nobody_holds(members: Sequence[BuyingCenterMember]) -> tuple[BuyingRole, ...]:
    """Return the roles without a person, in the order of the method."""
    return tuple(role for role in BuyingRole if not any(role in each.roles for each in members))
