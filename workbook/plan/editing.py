"""The two ways a rep changes a draft: by typing a text and by choosing a value. Both answer with a sentence or none."""

from dataclasses import dataclass
from typing import Any, Generic

from pydantic import ValidationError

from workbook.i18n import _, day, number
from workbook.plan.characters import cleaned
from workbook.plan.draft import Draft, S
from workbook.plan.entry import read_entry
from workbook.plan.fields import KEPT_LIMIT
from workbook.plan.section import described, described_beside


@dataclass(frozen=True, slots=True)
class Edited(Generic[S]):
    """The draft after a change, and the sentence that belongs at the field; empty when all is well."""

    draft: Draft[S]
    sentence: str = ""


def type_in(draft: Draft[S], path: str, text: str, currency: str = "EUR") -> Edited[S]:
    """Return the draft after ``text`` was typed at ``path``; what is not valid yet is kept as text."""
    entry = read_entry(described(draft.section, path), text, currency)
    kept = cleaned(text)
    if len(kept) > KEPT_LIMIT:
        sentence = _("This text has {length} characters; that is too much. It is not saved, the text before is kept.")
        return Edited(draft, sentence.format(length=number(len(kept))))
    if entry.value is None and entry.sentence:
        return Edited(draft.keep(path, kept), entry.sentence)
    edited = choose(draft, path, entry.value)
    return Edited(draft.keep(path, kept), edited.sentence) if edited.sentence else Edited(edited.draft, entry.sentence)


def choose(draft: Draft[S], path: str, value: Any) -> Edited[S]:
    """Return the draft with ``value`` at ``path``, or the unchanged draft and the reason why it does not fit."""
    try:
        changed = draft.put(path, value)
    except ValidationError:
        return Edited(draft, _("This value does not fit here; the one before is kept."))
    refusal = _wrong_order(changed, path) or changed.values.refusal(path) if value is not None else ""
    return Edited(draft, refusal) if refusal else Edited(changed)


def explain(draft: Draft[S], path: str, currency: str = "EUR") -> str:
    """Return the sentence that belongs to a text kept at ``path``; empty when the field is fine."""
    if path not in draft.typed:
        return ""
    if described(draft.section, path).choices:
        sentence = _("“{text}” was written here and is none of the choices.")
        return sentence.format(text=draft.typed[path][:40])
    sentence = type_in(draft, path, draft.typed[path], currency).sentence
    return sentence or _("This could not be read when it was typed. Please check it and type it again.")


def _wrong_order(draft: Draft[Any], path: str) -> str:
    """Return a sentence when the date at ``path`` comes before the one it must follow, or after one that follows it."""
    above, _dot, name = path.rpartition(".")
    prefix = f"{above}." if above else ""
    fields = {each.name: each for each in described_beside(draft.section, path)}
    pairs = [(each.not_before, each.name) for each in fields.values() if each.not_before]
    for first, second in (pair for pair in pairs if name in pair):
        begin, end = draft.at(f"{prefix}{first}"), draft.at(f"{prefix}{second}")
        if begin and end and end < begin:
            sentence = _("“{second}” ({end}) would be before “{first}” ({begin}).")
            labels = {"second": fields[second].label, "first": fields[first].label}
            return sentence.format(**labels, begin=day(begin), end=day(end))
    return ""
