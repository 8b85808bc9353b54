"""How the accounts of a new export continue those of the last one: by id, and by name where the rep confirms it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from workbook.portfolio.model import Portfolio
from workbook.portfolio.vocabulary import folded

# Below this likeness (0 to 100) two names are not worth asking about.
ALIKE = 88
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Renamed:
    """An account that kept its id and has another name."""

    account: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An account that is gone and a new one that may continue it; ``same`` when the names are equal."""

    old: str
    old_name: str
    new: str
    new_name: str
    same: bool


@dataclass(frozen=True, slots=True)
class Matching:
    """What became of the accounts between two exports; ids in plain order, names beside them where they help.

    ``kept`` are the ids both have. ``suggestions`` wait for the rep: one old account with several new ones may have
    been split, several old ones with one new one may have been merged.
    """

    kept: tuple[str, ...]
    renamed: tuple[Renamed, ...]
    vanished: tuple[str, ...]
    new: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]

    @property
    def certain(self) -> dict[str, str]:
        """The suggestions in which a name occurs once on both sides and is equal, old id to new id."""
        equal = [each for each in self.suggestions if each.same]
        olds, news = [each.old for each in equal], [each.new for each in equal]
        return {each.old: each.new for each in equal if olds.count(each.old) == news.count(each.new) == 1}


def match_accounts(
    before: Portfolio, now: Portfolio, decided: Mapping[str, str] | None = None, *, own: Collection[str] = ()
) -> Matching:
    """Return how the accounts of ``now`` continue those of ``before``; ``decided`` are pairs the rep has confirmed.

    ``own`` are accounts the rep has entered: no export has to name them, but a new one may continue them.
    """
    decided = decided or {}
    old, new = before.accounts["name"], now.accounts["name"]
    kept = sorted(set(old.index) & set(new.index))
    missing = sorted(set(old.index) - set(new.index) - set(decided))
    vanished = [each for each in missing if each not in own]
    added = sorted(set(new.index) - set(old.index) - set(decided.values()))
    return Matching(
        kept=tuple(kept),
        renamed=tuple(Renamed(each, old[each], new[each]) for each in kept if not _same(old[each], new[each])),
        vanished=tuple(vanished),
        new=tuple(added),
        suggestions=tuple(_suggestions({each: old[each] for each in missing}, {each: new[each] for each in added})),
    )


def _same(one: str, other: str) -> bool:
    return folded(one) == folded(other)


def _suggestions(old: Mapping[str, str], new: Mapping[str, str]) -> Iterable[Suggestion]:
    spelled = {account: folded(name) for account, name in new.items()}
    for account, name in old.items():
        wanted = folded(name)
        found = process.extract(wanted, spelled, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE, limit=SHOWN)
        for other, _score, match in found:
            yield Suggestion(account, name, match, new[match], other == wanted)
