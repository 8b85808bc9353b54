"""The pyramid's numbers come from the tiering and add up."""

import pytest

from tests.focus.portfolios import account, tiered
from workbook.charts.pyramid_data import PyramidData, pyramid_of
from workbook.terms import Layer, Slot


@pytest.fixture
def data() -> PyramidData:
    """Three customers, one with negative revenue and one with an unknown potential."""
    return pyramid_of(tiered({"A": account(300, None), "B": account(100, 50), "C": account(-20, 10)}), {Layer.TOP5: 8})


def test_revenue_and_share(data: PyramidData) -> None:
    """Negative revenue is in the sum and counts 0 in the share (rule R14)."""
    assert (data.layers[0].revenue, data.layers[0].share) == (380_00, 1.0)


def test_potential_is_what_is_known(data: PyramidData) -> None:
    """Known potentials add up, unknown ones are counted."""
    assert (data.layers[0].potential, data.layers[0].unknown) == (60_00, 1)
    assert data.layers[1].potential is None


def test_vacancies_are_places(data: PyramidData) -> None:
    """Five places, with the prospect's slot among the vacant ones (rule R10)."""
    assert [place.name for place in data.places] == ["A", "B", "C", None, None]
    assert (Slot.PROSPECT,) in [place.slots for place in data.places if place.name is None]


def test_hours_reach_their_layer(data: PyramidData) -> None:
    """Hours a week stand at the layer they belong to."""
    assert [layer.hours for layer in data.layers] == [8, None, None]
