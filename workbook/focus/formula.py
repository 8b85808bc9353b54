"""The 5-15-Rest formula as data: layers, sizes, mandatory slots and the numbers of our own rules.

Fixed by the method: the layers, their sizes and the three mandatory slots. Our rules: the other numbers.
"""

from workbook.terms import AccountStatus, Layer, Slot

LAYER_SIZES = {Layer.TOP5: 5, Layer.NEXT15: 15}
LAYERS = (Layer.TOP5, Layer.NEXT15, Layer.REST)
MANDATORY_SLOTS = (Slot.LARGEST_REVENUE, Slot.LARGEST_POTENTIAL, Slot.PROSPECT)
# The order in which the places of a layer are listed; accounts without a slot follow the score.
SLOT_ORDER = (*MANDATORY_SLOTS, Slot.SCORE, Slot.MANUAL)
STATUSES = (AccountStatus.CUSTOMER, AccountStatus.PROSPECT, AccountStatus.FORMER)

UNKNOWN_RANK = 0.5  # R6: what an unknown potential counts as
CLOSE_CALL = 0.05  # R6: a smaller lead is a badge; R13: a smaller gap moves nobody
SHOWN_CANDIDATES = 3  # R4: prospects shown to choose from
SHOWN_LEADERS = 3  # R3: highest potentials shown beside the winner
MADE_FOR = 50  # R11: the formula was made for at least this many accounts
SHORTEST_REASON = 10  # R12: characters of a reason
SCORE_DIGITS = 12  # scores that differ by less are equal: floating point is not a reason to prefer anybody
