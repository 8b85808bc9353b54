"""Parts of JupyterLab that a rep never sees: switched off, a page opens in half the time."""

# Parts of the server: they start nothing and load nothing.
SERVER_PARTS = ("jupyter_lsp", "jupyter_server_terminals", "notebook_shim")

# Whole extensions of the page: what would talk to the network, tools for programmers, viewers of other files.
_EXTENSIONS = (
    "audio", "cell-toolbar", "celltags", "console", "csvviewer", "debugger", "documentsearch", "extensionmanager",
    "fileeditor", "help", "htmlviewer", "imageviewer", "inspector", "javascript", "json", "json-lines", "launcher",
    "logconsole", "lsp", "markdownviewer", "mathjax", "mermaid", "metadataform", "pdf", "pluginmanager", "running",
    "settingeditor", "statusbar", "terminal", "theme-dark", "theme-dark-high-contrast", "toc", "tooltip", "vega5",
    "video", "workspaces",
)  # fmt: skip

# Single parts of extensions that are needed otherwise.
_PARTS = (
    "application-extension:faviconbusy", "application-extension:property-inspector",
    "apputils-extension:announcements", "apputils-extension:licenses-plugin",
    "apputils-extension:running-sessions-status", "apputils-extension:themes-palette-menu",
    "completer-extension:inline-completer", "completer-extension:inline-history",
    "docmanager-extension:path-status", "docmanager-extension:recents", "docmanager-extension:saving-status",
    "mainmenu-extension:recents",
    "notebook-extension:active-cell-tool", "notebook-extension:cloned-outputs", "notebook-extension:code-console",
    "notebook-extension:copy-output", "notebook-extension:export", "notebook-extension:log-output",
    "notebook-extension:metadata-editor", "notebook-extension:tools",
)  # fmt: skip

PAGE_PARTS = (*(f"@jupyterlab/{name}-extension" for name in _EXTENSIONS), *(f"@jupyterlab/{name}" for name in _PARTS))
