"""PostgreSQL accounts as `karta db roles` makes them."""

import psycopg
from sqlalchemy import make_url

from data_access.roles import roles, statements

WEB, REFRESH = "karta_web", "karta_refresh"


def make(url: str, *, taking_in: bool) -> tuple[str, str]:
    """Make both accounts in a database; return its addresses for the dashboard and `refresh`."""
    script = "\n".join(statements(roles(WEB, REFRESH, taking_in=taking_in)))
    address = make_url(url).set(drivername="postgresql")
    with psycopg.connect(address.render_as_string(hide_password=False), autocommit=True) as owner:
        owner.execute(script.encode())
    web, refresh = (
        make_url(url).set(username=name).render_as_string(hide_password=False)
        for name in (WEB, REFRESH)
    )
    return web, refresh
