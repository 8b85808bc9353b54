"""What can be wrong with a file before its first row is read."""

from workbook.errors import ProblemKind, Severity
from workbook.i18n import N_

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

FILE_MISSING = ProblemKind(
    "file_missing", _ERROR, N_("There is no file {file} in this place."), N_("Check the folder and the name.")
)
FILE_IS_FOLDER = ProblemKind(
    "file_is_folder", _ERROR, N_("{file} is a folder, not a file."), N_("Name the exported file inside the folder.")
)
FILE_NOT_READABLE = ProblemKind(
    "file_not_readable",
    _ERROR,
    N_("{file} cannot be opened: {reason}."),
    N_("Close it in other programs and check that you may read it."),
)
FILE_TOO_LARGE = ProblemKind(
    "file_too_large",
    _ERROR,
    N_("{file} has {size} MB; the limit is {limit} MB."),
    N_("Export fewer columns or fewer years."),
)
FILE_EMPTY = ProblemKind("file_empty", _ERROR, N_("The file is empty (0 bytes)."), N_("Export it again."))
FILE_BLANK = ProblemKind("file_blank", _ERROR, N_("The file contains only blank space."), N_("Export it again."))
BINARY_FILE = ProblemKind(
    "binary_file",
    _ERROR,
    N_("The file is no table: its content is {content}, whatever its name says."),
    N_("Export the list as CSV or as an Excel workbook (.xlsx)."),
)
JSON_FILE = ProblemKind(
    "json_file", _ERROR, N_("The file contains JSON, not a table."), N_("Choose CSV or Excel (.xlsx) in the export.")
)
XML_FILE = ProblemKind(
    "xml_file",
    _ERROR,
    N_("The file contains XML, not a table."),
    N_("Open it in Excel and save it as an Excel workbook (.xlsx)."),
)
HTML_FILE = ProblemKind(
    "html_file",
    _ERROR,
    N_("The system delivered a web page (HTML) instead of a table."),
    N_("Open the file in Excel and save it as an Excel workbook (.xlsx)."),
)
LOGIN_PAGE = ProblemKind(
    "login_page",
    _ERROR,
    N_("The file is the login page of a web application, not an export."),
    N_("Log in again in your browser and repeat the export."),
)
OLD_EXCEL = ProblemKind(
    "old_excel",
    _ERROR,
    N_("The file has the old Excel format (.xls)."),
    N_("Open it in Excel and save it as an Excel workbook (.xlsx)."),
)
PASSWORD_PROTECTED = ProblemKind(
    "password_protected",
    _ERROR,
    N_("The workbook is protected with a password."),
    N_("Open it in Excel, remove the password and save it again."),
)
XLSX_DAMAGED = ProblemKind(
    "xlsx_damaged",
    _ERROR,
    N_("The Excel workbook is incomplete or damaged."),
    N_("Copy or export it again; if it opens in Excel, save it under a new name."),
)
OTHER_ARCHIVE = ProblemKind(
    "other_archive",
    _ERROR,
    N_("The file is an archive, but no Excel workbook (.xlsx)."),
    N_("Unpack it, or open it and save it as an Excel workbook (.xlsx)."),
)
XLSX_TOO_LARGE = ProblemKind(
    "xlsx_too_large",
    _ERROR,
    N_("The Excel workbook unpacks to far more than a list of accounts needs ({detail})."),
    N_("Save only the sheet with the list as a new workbook."),
)
FILE_UNFOLDS = ProblemKind(
    "file_unfolds",
    _ERROR,
    N_("Reading {file} takes more memory than any usual export ({detail}); it was given up."),
    N_("Save only the sheet with the list as a new workbook, or export fewer columns or fewer years."),
)
XLSX_UNSAFE = ProblemKind(
    "xlsx_unsafe",
    _ERROR,
    N_("The Excel workbook contains declarations that Excel never writes ({part}); it was not opened."),
    N_("Do not open this file. Ask for a new export from the system itself."),
)
EXCEL_UNDER_OTHER_NAME = ProblemKind(
    "excel_under_other_name",
    _WARNING,
    N_("The file is an Excel workbook, although its name does not say so; it was read as one."),
    N_("Nothing to do, if that is the right file."),
)
TEXT_UNDER_EXCEL_NAME = ProblemKind(
    "text_under_excel_name",
    _WARNING,
    N_("The file is a text file, although its name ends like that of an Excel workbook; it was read as text."),
    N_("Nothing to do, if that is the right file."),
)
MACROS_IGNORED = ProblemKind(
    "macros_ignored", _WARNING, N_("The workbook contains macros; they were ignored."), N_("Nothing to do.")
)
EXTERNAL_LINKS_IGNORED = ProblemKind(
    "external_links_ignored",
    _WARNING,
    N_("The workbook refers to other workbooks; the values saved last were read."),
    N_("If they may be out of date, open it in Excel, update the links and save it."),
)
UTF16_WITHOUT_MARK = ProblemKind(
    "utf16_without_mark",
    _ERROR,
    N_("The file looks like UTF-16 text, but the mark at its beginning is missing."),
    N_("Save it as CSV UTF-8."),
)
NUL_BYTE = ProblemKind(
    "nul_byte",
    _ERROR,
    N_("The file contains a NUL character, which no text has; it may be damaged."),
    N_("Export it again."),
)
MIXED_ENCODING = ProblemKind(
    "mixed_encoding",
    _ERROR,
    N_("The file mixes two character encodings; the first letter that does not fit is byte {byte}."),
    N_("Export it again as CSV UTF-8, without pasting parts from other files."),
)
UNKNOWN_ENCODING = ProblemKind(
    "unknown_encoding",
    _ERROR,
    N_("The letters are neither UTF-8 nor Windows text; the first that does not fit is byte {byte}."),
    N_("Save the file as CSV UTF-8."),
)
WINDOWS_ENCODING = ProblemKind(
    "windows_encoding",
    _WARNING,
    N_("The file was read as Windows text (cp1252), for example: {samples}."),
    N_("Nothing to do, if these words are right; otherwise save the file as CSV UTF-8."),
)
DOUBLE_ENCODED = ProblemKind(
    "double_encoded",
    _WARNING,
    N_("Letters were damaged before the export (places: {count}), for example: {value}."),
    N_("Export again as UTF-8, or correct the names in the source."),
)
REPLACEMENT_CHARACTER = ProblemKind(
    "replacement_character",
    _WARNING,
    N_("A letter got lost before the export and is shown as \N{REPLACEMENT CHARACTER}."),
    N_("Correct the text in the source system."),
)
