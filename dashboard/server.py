"""The production server: gunicorn with threads, no control socket, nothing opened before a fork.

What all workers need is made once, before the fork, so that they share its memory.
"""

import gc
from datetime import date
from typing import Any

from gunicorn.app.base import BaseApplication

from dashboard import heap
from dashboard.app import create_app
from dashboard.settings import Settings
from data_access.rules.days import working_days_ahead
from layouts.catalogues import LOCALES
from layouts.texts import fmt_date_long, fmt_days, fmt_percent, set_locale

#: A page makes some ten thousand objects and lets go of them by itself: Python's own 700 would
#: look through them dozens of times.
COLLECTING = (20_000, 20, 20)
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class Server(BaseApplication):
    """gunicorn with an application that is made, and has answered once, before the fork.

    It holds no connection by then: each worker opens its own with its first request.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        super().__init__()

    def load_config(self) -> None:
        """Set gunicorn up by our settings; it reads no file and no variable of its own."""
        for name, value in options(self._settings).items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Return the WSGI application that the workers share."""
        heap.keep_small()
        made = create_app(self._settings).server
        warm_up()
        gc.collect()
        gc.freeze()  # or the first collection in each worker would touch, and copy, all of it
        gc.set_threshold(*COLLECTING)
        return made


def options(settings: Settings) -> dict[str, Any]:
    """Return gunicorn's options."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return {
        "bind": [f"{host}:{settings.port}"],
        "workers": settings.workers,
        "threads": settings.threads,
        "worker_class": "gthread",
        "preload_app": True,
        "timeout": settings.timeout,
        "graceful_timeout": 10,
        "keepalive": 5,
        "control_socket_disable": True,
        "proc_name": "karta",
        "loglevel": settings.log_level.lower(),
        "accesslog": None,  # addresses with search texts stay out of the logs
        "forwarded_allow_ips": "*" if settings.trusted_proxies else "127.0.0.1",
        "max_requests": 0,
    }


def warm_up() -> None:
    """Read what is read on first use and stays: languages, their numbers, the working days."""
    today = date.today()
    for locale in LOCALES:
        set_locale(locale)
        fmt_days(1)
        fmt_percent(0.5)
        fmt_date_long(today)
    working_days_ahead(today)


def is_loopback(host: str) -> bool:
    """Tell whether nobody but this machine reaches the address."""
    return host in LOOPBACK


def is_public(settings: Settings) -> bool:
    """Tell whether others may reach the server: by its address, or through a proxy in front."""
    has_proxy = settings.trusted_proxies > 0 or settings.secure_cookies
    return has_proxy or not is_loopback(settings.host)


def serve(settings: Settings) -> None:
    """Serve until a signal ends it."""
    Server(settings).run()
