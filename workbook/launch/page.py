"""Our own extension of JupyterLab: what the page says when kernel or server are gone, and how it leads on."""

import json
import shutil
from pathlib import Path

from workbook import look
from workbook.i18n import N_, catalogue
from workbook.render.html import lab_script
from workbook.resources import resource

NAME = "focus-workbook"
# Where Lab serves what lies in the extension's folder, seen from custom/custom.css; nothing is loaded from a network.
FONTS = f"../lab/extensions/{NAME}/static"
# The page speaks when nothing else can any more, so it has its sentences from the start.
WORDS = {
    "opening": N_("One moment: your chapter is being opened."),
    "restarting": N_(
        "One moment: the workbook is starting its forms again. Everything that was shown as saved is safe; "
        "go on when this line is gone."
    ),
    "dead": N_(
        "The workbook's forms have stopped. Everything that was shown as saved is safe. "
        "Close this page and open your workbook again with its start file."
    ),
    "gone": N_(
        "The workbook is not running any more. Everything that was shown as saved is safe. "
        "Close this page and open your workbook again with its start file."
    ),
}
# Who came through a hub has no start file; the hub starts the workbook again when its page is asked for.
HUB_WORDS = WORDS | {
    "dead": N_(
        "The workbook's forms have stopped. Everything that was shown as saved is safe. Load this page again to go on."
    ),
    "gone": N_(
        "The workbook is not running any more. Everything that was shown as saved is safe. "
        "Load this page again to go on."
    ),
}


def write_extension(extensions: Path, language: str, words: dict[str, str]) -> None:
    """Write the extension into a folder of Lab extensions, with its sentences in a language."""
    folder = extensions / NAME
    (folder / "static").mkdir(parents=True, exist_ok=True, mode=0o700)
    translate = catalogue(language).gettext
    script = lab_script({name: translate(text) for name, text in words.items()})
    (folder / "static" / "page.js").write_text(script, encoding="utf-8")
    for name in look.FONT_FILES:
        shutil.copyfile(resource("templates", "fonts", name), folder / "static" / name)
    (folder / "package.json").write_text(json.dumps(_PACKAGE, indent=1), encoding="utf-8")


_PACKAGE = {
    "name": NAME,
    "version": "1.0.0",
    "jupyterlab": {"extension": True, "_build": {"load": "static/page.js", "extension": "./extension"}},
}
