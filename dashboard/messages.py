"""Pages that answer a form: why nothing was done, and the way back."""

from dash import html

from dashboard import pages
from layouts.components import headline, page
from layouts.links import PATHS
from layouts.notices import error_panel
from layouts.texts import _


def refused(said: str, back: str = PATHS["data"]) -> str:
    """Return the page that says why a file or a change was not taken."""
    title = _("Nothing was taken in")
    way = html.P(html.A(_("Back"), href=back))
    return pages.message(
        title, page(headline(title), error_panel(said, None, todo=way, css="fault--calm"))
    )
