"""The look, defined once: palette, type scale and page. Pictures, HTML, print and widgets all take it from here.

The three layers differ in lightness first and in hue second, so that they stay apart in greyscale and for colour-blind
readers; every text colour has a contrast of at least 4.5 on its ground (WCAG AA; a test computes it).
"""

from typing import Final

INK: Final = "#1d2733"
INK_SOFT: Final = "#52606d"
LINE: Final = "#c9d1d8"
PAPER: Final = "#ffffff"
WASH: Final = "#f4f6f7"

# (ground, text on it) for each layer of the pyramid.
LAYERS: Final = {
    "top5": ("#173f5f", "#ffffff"),
    "next15": ("#3f7286", "#ffffff"),
    "rest": ("#d3dde1", "#1d2733"),
}
ACCENT: Final = "#a8480c"
ACCENT_WASH: Final = "#fbefe6"
ALERT: Final = "#a51c30"
GOOD: Final = "#2f6b4f"
GOOD_WASH: Final = "#e9f3ed"

FONT: Final = "Source Sans 3"
FONT_STACK: Final = '"Source Sans 3", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif'
# Points in print; on screen the body has the reader's own font size and the others keep their proportion to it.
TYPE_SCALE: Final = {"small": 8.5, "body": 10.5, "lead": 12.0, "heading": 15.0, "title": 20.0, "display": 28.0}
FONT_FILES: Final = (
    "SourceSans3-Regular.ttf",
    "SourceSans3-Semibold.ttf",
    "SourceSans3-Bold.ttf",
    "SourceSans3-It.ttf",
)


# Family, file, weight, style; the last line is how pictures name the semibold face.
_FACES: Final = (
    (FONT, FONT_FILES[0], 400, "normal"),
    (FONT, FONT_FILES[1], 600, "normal"),
    (FONT, FONT_FILES[2], 700, "normal"),
    (FONT, FONT_FILES[3], 400, "italic"),
    (f"{FONT} Semibold", FONT_FILES[1], 400, "normal"),
)


def css_variables() -> str:
    """Return palette and type scale as CSS custom properties, sizes relative to the reader's font size.

    >>> "--wb-ink: #1d2733;" in css_variables()
    True
    """
    colours = {
        "ink": INK, "ink-soft": INK_SOFT, "line": LINE, "paper": PAPER, "wash": WASH, "accent": ACCENT,
        "accent-wash": ACCENT_WASH, "alert": ALERT, "good": GOOD, "good-wash": GOOD_WASH,
    }  # fmt: skip
    for layer, (ground, text) in LAYERS.items():
        colours |= {layer: ground, f"{layer}-text": text}
    sizes = {name: f"{size / TYPE_SCALE['body']:.4g}rem" for name, size in TYPE_SCALE.items()}
    lines = [f"--wb-{name}: {value};" for name, value in {**colours, **sizes, "font": FONT_STACK}.items()]
    return ":root {\n  " + "\n  ".join(lines) + "\n}\n"


def font_faces(folder: str) -> str:
    """Return the @font-face rules for the typeface in ``folder`` (a URI); for the PDF, which may read files.

    >>> font_faces("file:///fonts").count("@font-face")
    5
    """
    return "\n".join(_face(family, file, weight, style, folder) for family, file, weight, style in _FACES) + "\n"


def _face(family: str, file: str, weight: int, style: str, folder: str) -> str:
    words = f'font-family: "{family}"; font-weight: {weight}; font-style: {style}; src: url("{folder}/{file}");'
    return f"@font-face {{ {words} }}"


def contrast(first: str, second: str) -> float:
    """Return the WCAG contrast ratio of two colours, 1 to 21.

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
