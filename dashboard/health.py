"""Health: `/healthz` says that the process answers, `/readyz` that the database does."""

import logging
from http import HTTPStatus
from typing import Any

from flask import Flask, jsonify

from data_access.db import Database
from data_access.queries.health import is_ready

log = logging.getLogger(__name__)


def init_app(server: Flask, db: Database) -> None:
    """Add both paths; neither needs a sign-in nor tells anything about the data."""

    @server.get("/healthz")
    def healthz() -> Any:
        return jsonify(status="ok")

    @server.get("/readyz")
    def readyz() -> Any:
        try:
            is_ready(db)
        except Exception as error:  # whatever keeps the database from answering
            log.warning("not ready: %s", type(error).__name__)
            return jsonify(status="database_unavailable"), HTTPStatus.SERVICE_UNAVAILABLE
        return jsonify(status="ok")
