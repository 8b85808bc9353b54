"""Pieces that follow what is saved: panels that are made anew, forms that are built anew when they are out of date."""

from collections.abc import Callable

import ipywidgets as widgets
from markupsafe import Markup

from workbook.chapters.pieces import Living, Piece, Shown, fill, printed, view_of
from workbook.forms.shared import make as shared


class Follower(Living):
    """A piece that is made anew after a save if what ``watch`` returns has changed; without it after each save."""

    def __init__(self, watch: Callable[[], object] | None = None) -> None:
        self._watch = watch
        self._seen = watch() if watch else None

    def follow(self) -> None:
        """Show the piece as it is now, where it is already on a screen."""
        if self._has_changed():
            self.renew()

    def _has_changed(self) -> bool:
        if self._watch is None:
            return True
        before, self._seen = self._seen, self._watch()
        # Tuples are compared by what is in them, layers of a portfolio by being the same object.
        return self._seen is not before and not (isinstance(before, tuple) and before == self._seen)

    def renew(self) -> None:
        """Show the piece as it is now."""
        raise NotImplementedError


class Following(Follower):
    """A panel or picture that follows what is saved."""

    def __init__(self, make: Callable[[], Shown], watch: Callable[[], object] | None = None) -> None:
        super().__init__(watch)
        self._make = make
        self._html: Markup | None = None
        self._view: widgets.HTML | None = None

    @property
    def html(self) -> Markup:
        """The panel as it was last made: a notebook shows it twice, printed and alive, and a picture is drawn once."""
        if self._html is None:
            self._html = printed(self._make())
        return self._html

    @property
    def view(self) -> widgets.HTML:
        """The panel as a widget; made when it is first asked for."""
        if self._view is None:
            self._view = shared(widgets.HTML, value=str(self.html))
        return self._view

    def renew(self) -> None:
        """Show the panel as it is now."""
        self._html = None
        if self._view is not None:
            self._view.value = str(self.html)


class Renewed(Follower):
    """A form that is built anew when what it is about has changed, such as the accounts to choose from."""

    def __init__(self, make: Callable[[], Piece], watch: Callable[[], object], place: str = "") -> None:
        super().__init__(watch)
        self._make = make
        self._place = place
        self._view: widgets.VBox | None = None
        self.piece = make()

    @property
    def html(self) -> Markup:
        """The form, printed."""
        return printed(self.piece)

    @property
    def view(self) -> widgets.VBox:
        """The form, alive."""
        if self._view is None:
            self._view = shared(widgets.VBox, [view_of(self.piece)])
            if self._place:
                self._view.add_class(self._place)
        return self._view

    def renew(self) -> None:
        """Build the form anew."""
        self.piece = self._make()
        if self._view is not None:
            fill(self._view, [self.piece])
