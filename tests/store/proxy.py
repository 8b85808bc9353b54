"""A door to PostgreSQL that can be slammed at a chosen moment."""

import socket
import threading
from contextlib import suppress


class Proxy:
    """Passes bytes on to a server; closes the line before or after it has passed on a message with ``word``."""

    def __init__(self, port: int, word: bytes, *, passes_on: bool) -> None:
        self._target, self._word, self._passes_on = port, word, passes_on
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.slammed = False
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _address = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._target))
                threading.Thread(target=self._up, args=(client, server), daemon=True).start()
                threading.Thread(target=self._down, args=(client, server), daemon=True).start()

    def _up(self, client: socket.socket, server: socket.socket) -> None:
        """From the program to the server."""
        with suppress(OSError), client, server:
            while data := client.recv(65536):
                if not self.slammed and self._word in data:
                    self._slam(client, server, data)
                    return
                server.sendall(data)

    def _slam(self, client: socket.socket, server: socket.socket, data: bytes) -> None:
        self.slammed = True
        # The program hears nothing any more, whatever the server answers.
        client.shutdown(socket.SHUT_RDWR)
        if self._passes_on:
            server.sendall(data)
            # Half closed: the server reads to the end, does what it was told, and closes its side.
            server.shutdown(socket.SHUT_WR)
        else:
            server.shutdown(socket.SHUT_RDWR)

    def _down(self, client: socket.socket, server: socket.socket) -> None:
        """From the server to the program."""
        with suppress(OSError):
            while data := server.recv(65536):
                client.sendall(data)
        with suppress(OSError):
            client.shutdown(socket.SHUT_RDWR)
