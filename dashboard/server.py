"""The production server: gunicorn with threads, no control socket, nothing opened before a fork."""

import gc
from typing import Any

from gunicorn.app.base import BaseApplication

from dashboard.app import create_app
from dashboard.settings import Settings

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class Server(BaseApplication):
    """gunicorn with an application that each worker makes for itself after the fork.

    So no worker shares a database connection, and each has answered its warm-up request before
    it takes a real one. The modules are imported before the fork and shared.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        super().__init__()

    def load_config(self) -> None:
        """Set gunicorn up by our settings; it reads no file and no variable of its own."""
        for name, value in options(self._settings).items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Return the WSGI application of one worker."""
        made = create_app(self._settings).server
        gc.freeze()  # what stays for good is not looked through again and again
        return made


def options(settings: Settings) -> dict[str, Any]:
    """Return gunicorn's options."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return {
        "bind": [f"{host}:{settings.port}"],
        "workers": settings.workers,
        "threads": settings.threads,
        "worker_class": "gthread",
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
