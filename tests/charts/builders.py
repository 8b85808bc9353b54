"""Pictures' inputs, small and by hand."""

from workbook.charts.pyramid_data import LayerNumbers, Place, PyramidData
from workbook.terms import Layer, Slot

LONG_NAME = "Rheinische Armaturenfabrik Müller & Söhne"
HOSTILE = "Voss $ystems $$ {GmbH} <script>\n=HYPERLINK()"


def pyramid_data(**changes: object) -> PyramidData:
    """Sixty accounts, five places; ``changes`` replace fields."""
    layers = (
        LayerNumbers(Layer.TOP5, 5, 1_240_000_000, 0.482, 310_000_000, 1),
        LayerNumbers(Layer.NEXT15, 15, 860_000_000, 0.335, 140_000_000, 4),
        LayerNumbers(Layer.REST, 40, 470_000_000, 0.183, None, 40),
    )
    places = (
        Place("Nordwerk", (Slot.LARGEST_REVENUE,)),
        Place("Elbtal", (Slot.LARGEST_POTENTIAL,)),
        Place(LONG_NAME, (Slot.PROSPECT,)),
        Place("Hansa", (Slot.SCORE,)),
        Place(HOSTILE, (Slot.MANUAL,)),
    )
    return PyramidData(**{"layers": layers, "places": places, "currency": "EUR", "reference_year": 2025, **changes})


def with_vacancies() -> PyramidData:
    """Three accounts, two vacancies, no potential known, hours known for one layer."""
    layers = (
        LayerNumbers(Layer.TOP5, 3, 124_000, 1.0, None, 2, 12.0),
        LayerNumbers(Layer.NEXT15, 0, 0),
        LayerNumbers(Layer.REST, 0, -470_000, 0.0),
    )
    places = (
        Place(LONG_NAME, (Slot.LARGEST_REVENUE, Slot.LARGEST_POTENTIAL)),
        Place("李雷", (Slot.SCORE,)),
        Place("Hansa", (Slot.SCORE,)),
        Place(None, (Slot.PROSPECT,)),
        Place(None),
    )
    return pyramid_data(layers=layers, places=places)


def words_of(figure: object) -> list[str]:
    """Return every text of a figure, in drawing order."""
    return [text.get_text() for axes in figure.axes for text in axes.texts]
