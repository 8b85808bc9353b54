"""Names beside points never cover marks or each other while there is room."""

from itertools import combinations

import numpy as np

from workbook.charts.labels import Label, Wish, place_labels

ROOM = (0.0, 0.0, 6.0, 4.0)
NOTHING = np.empty((0, 4))


def _overlap(first: Label, second: Label) -> bool:
    a, b = first.box, second.box
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def test_names_of_close_points_do_not_overlap() -> None:
    """Twelve points in a square inch get names that stay apart."""
    wishes = [Wish((2 + x / 4, 2 + y / 4), "name", 0.6, ROOM) for x in range(4) for y in range(3)]
    labels = place_labels(wishes, NOTHING, NOTHING)
    assert len(labels) >= 8
    assert not any(_overlap(*pair) for pair in combinations(labels, 2))


def test_names_stay_in_their_room() -> None:
    """A point at the right edge has its name on the left."""
    (label,) = place_labels([Wish((5.95, 2), "name", 1.0, ROOM)], NOTHING, NOTHING)
    assert label.box[2] < 5.95


def test_name_avoids_marks() -> None:
    """A mark right of the point pushes the name to the other side."""
    (label,) = place_labels([Wish((3, 2), "name", 1.0, ROOM)], np.array([[3.2, 1.9, 3.3, 2.1]]), NOTHING)
    assert label.box[2] < 3


def test_line_of_a_name_begins_in_its_own_mark() -> None:
    """With marks on both sides a name stands a little higher, with a line to the mark it belongs to."""
    beside = [(x, 1.9, x + 0.1, 2.2) for x in (1.4, 1.8, 2.2, 2.6, 3.3, 3.7, 4.1, 4.5)]
    marks = np.array([(2.93, 1.93, 3.07, 2.07), *beside])
    (label,) = place_labels([Wish((3, 2), "a long name", 3.0, (0, 1.8, 6, 2.5))], marks, NOTHING)
    assert (label.far, label.crowded, label.bottom > 2.2) == (True, False, True)


def test_name_without_room_is_left_out_unless_it_must_be_there() -> None:
    """In a full picture an ordinary name gives way, one of the five stays and says that it is crowded."""
    full = np.array([[0.0, 0.0, 6.0, 4.0]])
    labels = place_labels([Wish((3, 2), "a", 1, ROOM), Wish((3, 2), "b", 1, ROOM, must=True)], full, NOTHING)
    assert [(label.wish.words, label.crowded) for label in labels] == [("b", True)]


def test_name_that_would_cover_something_is_cut() -> None:
    """Where the whole name finds no free place its shorter form does, and covers nothing."""
    walls = np.array([(0.0, 0.0, 2.5, 4.0), (3.6, 0.0, 6.0, 4.0)])
    wish = Wish((2.6, 2), "a long name", 2.0, ROOM, must=True, shorter=Wish((2.6, 2), "a lo…", 0.6, ROOM, must=True))
    (label,) = place_labels([wish], walls, NOTHING)
    assert (label.wish.words, label.crowded) == ("a lo…", False)
