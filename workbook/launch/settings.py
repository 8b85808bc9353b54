"""Our own Jupyter configuration, in a folder of ours: what the user has set up is neither read nor changed."""

import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_state_path

from workbook.launch.page import FONTS, WORDS, write_extension
from workbook.launch.unused import PAGE_PARTS, SERVER_PARTS
from workbook.render.html import lab_css

# A rep who closes the page is done. The launcher ends the server then; should the launcher be gone, the server ends
# itself: first the kernel nobody is connected with, then the server without a kernel.
LONELY_SECONDS, ROUND_SECONDS = int(os.environ.get("WORKBOOK_LONELY_SECONDS", "120")), 30
QUIET_SECONDS = int(os.environ.get("WORKBOOK_QUIET_SECONDS", "120"))
# How often the server looks whether its kernel is alive: what is typed in between goes nowhere.
HEARTBEAT_SECONDS = 0.5
LARGEST_UPLOAD = 100 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Home:
    """Where one participant folder keeps its Jupyter files: outside that folder, readable by this user only."""

    path: Path

    @classmethod
    def of(cls, folder: Path) -> "Home":
        """Return the home of a participant folder; the same folder always has the same one."""
        name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
        return cls(user_state_path("focus-workbook", ensure_exists=True) / name)

    @property
    def config(self) -> Path:
        """The configuration folder."""
        return self.path / "config"

    @property
    def data(self) -> Path:
        """Signatures of the notebooks we built."""
        return self.path / "data"

    @property
    def chapter(self) -> Path:
        """The name of the chapter that was opened last, and nothing else."""
        return self.path / "chapter"

    @property
    def preparing(self) -> Path:
        """There while chapters are made, with the name of one or ``*``: the server hands it out when it is ready."""
        return self.path / "preparing"

    @property
    def opened(self) -> Path:
        """The names of the chapters a page has asked for since the start."""
        return self.path / "opened"

    @property
    def record(self) -> Path:
        """What is running: process, port, token."""
        return self.path / "server.json"


def make_runtime() -> Path:
    """Make a private folder for sockets and connection files; its path is short, because a socket's path must be."""
    return Path(tempfile.mkdtemp(prefix="focus-"))


def environment(home: Home, folder: Path, runtime: Path) -> dict[str, str]:
    """Return the environment of the server."""
    return {
        **os.environ,
        "JUPYTER_CONFIG_DIR": str(home.config),
        "JUPYTER_DATA_DIR": str(home.data),
        "JUPYTER_RUNTIME_DIR": str(runtime),
        "JUPYTER_NO_CONFIG": "",
        "WORKBOOK_FOLDER": str(folder.resolve()),
        "WORKBOOK_CHAPTER_RECORD": str(home.chapter),
        "WORKBOOK_PREPARING": str(home.preparing),
        "WORKBOOK_OPENED": str(home.opened),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }


def write_settings(home: Home, folder: Path, *, port: int, language: str) -> None:
    """Write the configuration for one start on this computer: one port, one user, gone when its page is closed."""
    own = {
        "ip": "127.0.0.1",
        "port": port,
        "port_retries": 0,
        "open_browser": False,
        "shutdown_no_activity_timeout": LONELY_SECONDS,
    }
    write_configuration(home, folder, own, language=language, words=WORDS)


def write_configuration(
    home: Home, folder: Path, own: dict[str, object], *, language: str, words: dict[str, str]
) -> None:
    """Write what every server of a workbook needs; ``own`` are its further settings, ``words`` what its page says."""
    for path in (home.config / "custom", home.config / "labconfig", home.data):
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
    home.path.chmod(0o700)
    (home.config / "custom" / "custom.css").write_text(lab_css(FONTS), encoding="utf-8")
    _write(home.config / "jupyter_server_config.json", _server(home, folder, own))
    write_extension(home.data / "labextensions", language, words)
    _write(home.config / "labconfig" / "page_config.json", {"disabledExtensions": dict.fromkeys(PAGE_PARTS, True)})
    _write(home.config / "labconfig" / "default_setting_overrides.json", _overrides(language))


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")


def _server(home: Home, folder: Path, own: dict[str, object]) -> dict[str, object]:
    return {
        "ServerApp": {
            **own,
            "root_dir": str(folder.resolve()),
            "terminals_enabled": False,
            "jpserver_extensions": dict.fromkeys(SERVER_PARTS, False),
            "contents_manager_class": "workbook.launch.contents.Chapters",
            "allow_root": True,
            # A list that is loaded travels in one message; above the limit the connection would break without a word.
            "tornado_settings": {"websocket_max_message_size": LARGEST_UPLOAD},
        },
        "LabApp": _interface(home),
        **_KERNELS,
    }


def _interface(home: Home) -> dict[str, object]:
    return {
        "check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
        "news_url": None,
        "extension_manager": "readonly",
        "custom_css": True,
        "user_settings_dir": str(home.path / "lab-settings"),
        "workspaces_dir": str(home.path / "lab-workspaces"),
    }


_KERNELS: dict[str, object] = {
    "KernelManager": {"transport": "ipc"} if os.name == "posix" else {},
    "AsyncMappingKernelManager": {"kernel_manager_class": "workbook.launch.kernels.QuietServerKernelManager"},
    # The state of all forms travels in one message; the server would drop it as too much output.
    "ZMQChannelsWebsocketConnection": {"limit_rate": False},
    "KernelRestarter": {"time_to_dead": HEARTBEAT_SECONDS},
    "MappingKernelManager": {
        "cull_idle_timeout": LONELY_SECONDS,
        "cull_interval": ROUND_SECONDS,
        "cull_connected": False,
    },
}


def _overrides(language: str) -> dict[str, object]:
    return {
        "@jupyterlab/translation-extension:plugin": {"locale": "de_DE" if language == "de" else "default"},
        "@jupyterlab/notebook-extension:tracker": {
            "windowingMode": "none",
            "kernelShutdown": False,
            "recordTiming": False,
        },
        "@jupyterlab/docmanager-extension:plugin": {"autosave": False},
        "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
        "@jupyter-widgets/jupyterlab-manager:plugin": {"saveState": False},
    }
