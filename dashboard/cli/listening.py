"""The address to serve on, tried before the server is made: it would only try again and again."""

import socket

from dashboard.cli.common import refuse
from dashboard.cli.os_faults import in_words
from layouts.texts import _


def check_address(host: str, port: int) -> None:
    """Refuse an address that is not of this machine or that another program holds."""
    try:
        kind, _type, _proto, _name, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(kind, socket.SOCK_STREAM) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(address)
    except OSError as error:
        refuse(
            _(
                "Nothing can be served at %(host)s, port %(port)s: %(reason)s.",
                host=host,
                port=port,
                reason=in_words(error),
            ),
            _("Set another KARTA_HOST or KARTA_PORT."),
        )
