"""Runs the command line on a test's database."""

import pytest
from click.testing import CliRunner, Result

from dashboard import server
from dashboard.cli import main
from dashboard.settings import Settings


class Karta:
    """Runs `karta`; no traceback may come out of it, and a server is noted, not started."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.served: list[Settings] = []
        self.patch = monkeypatch
        monkeypatch.setattr(server, "serve", self.served.append)

    def __call__(self, *arguments: str, words: str | bytes = "") -> Result:
        result = CliRunner().invoke(main, list(arguments), input=words)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.output
        return result
