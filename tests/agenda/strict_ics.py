"""A strict reader of calendars, line by line, that knows nothing of the library that writes them (RFC 5545)."""

import re

# name, parameters, value (RFC 5545, 3.1).
LINE = re.compile(r'([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"\x00-\x1f]*"|[^";:,\x00-\x1f]*))*):(.*)', re.S)
DAY, MOMENT, LOCAL = re.compile(r"\d{8}"), re.compile(r"\d{8}T\d{6}Z"), re.compile(r"\d{8}T\d{6}")
ONCE = {
    "VCALENDAR": {"PRODID", "VERSION", "CALSCALE", "METHOD"},
    "VEVENT": {
        "UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION", "STATUS", "SEQUENCE", "CREATED",
        "LAST-MODIFIED", "CLASS", "TRANSP",
    },
    "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"},
    "VTIMEZONE": {"TZID"},
    "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
    "DAYLIGHT": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
}  # fmt: skip
NEEDED = {
    "VCALENDAR": {"PRODID", "VERSION"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART"},
    "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"},
    "VTIMEZONE": {"TZID"},
    "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
    "DAYLIGHT": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
}
TEXTS = {"SUMMARY", "DESCRIPTION", "X-WR-CALNAME"}


def faults(data: bytes) -> list[str]:
    """Return everything in which a file differs from the standard; an empty list is a valid calendar."""
    found = _physical(data)
    text = data.decode("utf-8").replace("\r\n ", "")
    stack: list[tuple[str, list[tuple[str, str, str]]]] = []
    zones: set[str] = set()
    for line in text.split("\r\n")[:-1]:
        parts = LINE.fullmatch(line)
        if not parts:
            found.append(f"no content line: {line!r}")
            continue
        name, parameters, value = parts[1].upper(), parts[2], parts[3]
        if name == "BEGIN":
            stack.append((value, []))
        elif name == "END":
            kind, lines = stack.pop()
            found += [f"END:{value} closes {kind}"] if kind != value else []
            found += _component(kind, lines, zones)
        else:
            stack[-1][1].append((name, parameters, value))
            found += _value(name, parameters, value)
    return found + ([f"not closed: {stack}"] if stack else [])


def _physical(data: bytes) -> list[str]:
    lines = data.split(b"\r\n")
    found = [f"{len(line)} octets: {line[:40]!r}" for line in lines if len(line) > 75]
    found += ["a bare CR or LF"] if b"\n" in data.replace(b"\r\n", b"") or b"\r" in data.replace(b"\r\n", b"") else []
    found += ["no CRLF at the end"] if lines[-1] else []
    return found + ["a fold cuts a letter" for line in lines if line and not _is_text(line.removeprefix(b" "))]


def _is_text(line: bytes) -> bool:
    try:
        return all(letter >= " " or letter == "\t" for letter in line.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _component(kind: str, lines: list[tuple[str, str, str]], zones: set[str]) -> list[str]:
    names = [name for name, _parameters, _value in lines]
    found = [f"{kind} without {name}" for name in sorted(NEEDED[kind] - set(names))]
    found += [f"{kind} has {name} twice" for name in sorted(ONCE[kind]) if names.count(name) > 1]
    if kind == "VTIMEZONE":
        zones |= {value for name, _parameters, value in lines if name == "TZID"}
    used = {match for _name, parameters, _value in lines for match in re.findall(r"TZID=([^;:]+)", parameters)}
    found += [f"no VTIMEZONE for {zone}" for zone in used - zones]
    if kind == "VEVENT" and {"DTEND", "DURATION"} <= set(names):
        found.append("VEVENT with DTEND and DURATION")
    return found


def _value(name: str, parameters: str, value: str) -> list[str]:
    if name in {"DTSTAMP", "CREATED", "LAST-MODIFIED"}:
        right = bool(MOMENT.fullmatch(value))
    elif name in {"DTSTART", "DTEND"}:
        right = bool((DAY if "VALUE=DATE" in parameters else LOCAL).fullmatch(value))
    elif name == "SEQUENCE":
        right = value.isdigit()
    elif name in TEXTS:
        # Commas, semicolons and backslashes of a text stand behind a backslash.
        right = not re.search(r"(?<!\\)[,;]", value.replace("\\\\", "")) and not re.search(
            r"\\(?![nN,;\\])", value.replace("\\\\", "")
        )
    else:
        right = True
    return [] if right else [f"{name}{parameters}:{value}"]


def events(data: bytes) -> dict[str, dict[str, str]]:
    """Return the events of a valid file by UID, each with its unfolded values by name."""
    text = data.decode("utf-8").replace("\r\n ", "")
    blocks = re.findall(
        r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", re.sub(r"BEGIN:VALARM.*?END:VALARM\r\n", "", text, flags=re.S), re.S
    )
    read = [{match[1]: match[3] for match in map(LINE.fullmatch, block.split("\r\n")) if match} for block in blocks]
    return {each["UID"]: each for each in read}
