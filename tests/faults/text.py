"""B1 to D10: encodings, the structure of text files, headers."""

import codecs

from tests.faults.case import Case, amounts, table

_UMLAUTS = "id;name;revenue_2025\nA1;Müller;1\nA2;Größe & Söhne;2\nA3;Jäger;3\n"
_OK = amounts("100")
_WIDE = ";".join(["id", "name", "revenue_2025", *(f"x{number}" for number in range(16_381))])


CASES = (
    Case(
        "B1",
        "UTF-8 with mark",
        codecs.BOM_UTF8 + _UMLAUTS.encode(),
        accounts=3,
        facts={"A1": {"name": "Müller"}, "A2": {"name": "Größe & Söhne"}, "A3": {"name": "Jäger"}},
    ),
    Case(
        "B2",
        "UTF-16LE with mark",
        codecs.BOM_UTF16_LE + _UMLAUTS.encode("utf-16-le"),
        accounts=3,
        facts={"A1": {"name": "Müller"}, "A2": {"name": "Größe & Söhne"}, "A3": {"name": "Jäger"}},
    ),
    Case(
        "B3",
        "UTF-16BE with mark",
        codecs.BOM_UTF16_BE + _UMLAUTS.encode("utf-16-be"),
        accounts=3,
        facts={"A1": {"name": "Müller"}, "A2": {"name": "Größe & Söhne"}, "A3": {"name": "Jäger"}},
    ),
    Case("B4", "UTF-16 without mark", _UMLAUTS.encode("utf-16-le"), (("E", "utf16_without_mark", None, None),)),
    Case(
        "B5",
        "Windows text",
        _UMLAUTS.encode("cp1252"),
        (("W", "windows_encoding", None, None),),
        accounts=3,
        facts={"A1": {"name": "Müller"}, "A2": {"name": "Größe & Söhne"}, "A3": {"name": "Jäger"}},
        says=("Müller, Größe, Söhne",),
    ),
    Case(
        "B6",
        "two encodings",
        table("A1;Müller;1") + "A2;Jäger;2\n".encode("cp1252"),
        (("E", "mixed_encoding", 3, None),),
        says=("byte 39",),
    ),
    Case(
        "B7", "encoded twice", table("A1;MÃ¼ller;1"), (("W", "double_encoded", 2, None),), accounts=1, says=("MÃ¼ller",)
    ),
    Case("B8", "NUL", table("A1;Adler;1", "A2;B\0r;2"), (("E", "nul_byte", 3, None),)),
    Case("B9", "CR only", _OK.replace(b"\n", b"\r"), accounts=1),
    Case(
        "B10",
        "lone surrogate",
        table("A1;Adler;1") + b"A2;B\xed\xa0\x80r;2\n",
        (("W", "replacement_character", 3, None),),
        accounts=2,
    ),
    Case("C1", "semicolon", _OK, accounts=1),
    Case("C2", "tab", _OK.replace(b";", b"\t"), accounts=1),
    Case("C3", "sep= line", b"sep=;\n" + _OK, accounts=1),
    Case("C4", "vertical bar", _OK.replace(b";", b"|"), (("E", "delimiter_not_supported", None, None),)),
    Case(
        "C5",
        "two separators fit",
        b"id;name,revenue_2025\nA1;Adler,100\n",
        (("E", "delimiter_unclear", None, None),),
        says=("sep=",),
    ),
    Case(
        "C6",
        "one row too long",
        amounts("1", "2;x", "3"),
        (("E", "row_too_long", 3, None),),
        says=("has 4 fields", "header has 3"),
    ),
    Case(
        "C7",
        "every row too long",
        amounts("1;x", "2;x"),
        (("E", "all_rows_too_long", None, None),),
        says=("has 4 fields", "header has 3"),
    ),
    Case(
        "C8",
        "short row",
        table("A1;Adler;1", "A2;Bär"),
        (("W", "row_too_short", 3, None),),
        accounts=2,
        revenue={"A2": None},
    ),
    Case(
        "C9",
        "unclosed quotation mark",
        table("A1;Adler;1", 'A2;"Bär;2', "A3;Chor;3"),
        (("E", "quote_not_closed", 3, None),),
    ),
    Case(
        "C10",
        "newline inside quotation marks",
        table('A1;"Adler\nund Sohn";1', "A2;Bär;~2"),
        (("E", "number_unreadable", 3, "C"),),
        says=("~2",),
    ),
    Case(
        "C11",
        "quotation mark inside",
        table('A1;Rohr 5" lang;1'),
        (("W", "quote_inside_value", 2, "B"),),
        accounts=1,
        facts={"A1": {"name": 'Rohr 5" lang'}},
    ),
    Case(
        "C12",
        "title above the header",
        b"Monatsreport Vertrieb\nErstellt am 31.12.2025\n\n" + _OK,
        (("W", "title_rows_skipped", 4, None),),
        accounts=1,
    ),
    Case("C13", "blank rows", table("", "A1;Adler;1", ";;", "A2;Bär;2"), accounts=2),
    Case(
        "C14",
        "very long cell",
        table(f"A1;{'x' * 10_000_000};1"),
        (("E", "cell_too_long", 2, "B"),),
        says=("10000000", "32,767"),
    ),
    Case(
        "D1",
        "two equal headers",
        table("A1;Adler;1;2", header="id;name;revenue_2025;revenue_2025"),
        (("E", "header_twice", 1, "D"),),
        says=("C and D",),
    ),
    Case(
        "D2",
        "nearly equal headers",
        table("A1;Adler;1;x", header="id;name;revenue_2025;Name "),
        (("E", "header_nearly_twice", 1, "D"),),
        says=("B and D",),
    ),
    Case("D3", "blank header", table("A1;x;Adler;1", header="id;;name;revenue_2025"), (("E", "header_blank", 1, "B"),)),
    Case(
        "D4",
        "name missing",
        table("A1;Adler;1", header="id;Nmae;revenue_2025"),
        (("E", "field_missing", None, "B"),),
        says=("“Nmae”",),
    ),
    Case(
        "D5",
        "revenue without a year",
        table("A1;Adler;1", header="id;name;Umsatz"),
        (("Q", "mapping_asked", 1, "C"),),
        accounts=1,
        revenue={"A1": 100},
        says=("“Umsatz”", "revenue_2025"),
    ),
    Case("D6", "further columns", table("A1;Adler;1;x;y", header="id;name;revenue_2025;Hobby;Farbe"), accounts=1),
    Case(
        "D7",
        "invisible signs in headers",
        table("A1;Adler;1", header="\u200bid;\u00a0name;revenue\u00a02025"),
        accounts=1,
    ),
    Case("D8", "decomposed header", table("A1;Adler;CHF;1", header="id;name;Wa\u0308hrung;Umsatz 2025"), accounts=1),
    Case(
        "D9",
        "header that looks like code",
        table("x;A1;Adler;1;y", header="<script>alert(1)</script>;id;name;revenue_2025;=cmd|' /C calc'!A0"),
        accounts=1,
    ),
    Case(
        "D10", "16,384 columns", table("A1;Adler;1" + ";" * 16_381, header=_WIDE), (("E", "too_many_columns", 1, None),)
    ),
)
