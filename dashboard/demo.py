"""The demonstration: sample plans, and accounts whose password is published."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from data_access.commands.accounts import add_account
from data_access.db import Database
from data_access.models import Plan
from data_access.records.accounts import Role
from data_access.sample.loader import PlanSummary, load_sample
from layouts.texts import N_, _

PASSWORD = "karta-demo"  # noqa: S105 - published, hence loopback only


@dataclass(frozen=True)
class DemoAccount:
    """An account of the demonstration; `plan` gives its territory, "" stands for all."""

    username: str
    title: str
    plan: str
    role: Role = Role.VIEWER


ACCOUNTS = (
    DemoAccount("deputy", N_("Deputy head of Tokaryovka okrug"), "tokaryovka-2025"),
    DemoAccount("kdn", N_("Commission for minors, Aleksandrovsk"), "alexandrovsk-2020-2021"),
    DemoAccount("region", N_("Regional administration, all territories"), ""),
    DemoAccount(
        "coordinator",
        N_("Coordinator of the plan, Aleksandrovsk"),
        "alexandrovsk-2020-2021",
        Role.COORDINATOR,
    ),
    DemoAccount("admin", N_("Administrator of the system"), "", Role.ADMIN),
)


def prepare(db: Database) -> None:
    """Create the tables and, in a database without plans, the sample with its accounts."""
    db.upgrade()
    with db.write() as session:
        if not session.scalar(select(exists().select_from(Plan))):
            add_demo_accounts(session, load_sample(session))
    db.refresh()


def add_demo_accounts(session: Session, plans: Iterable[PlanSummary]) -> None:
    """Add the accounts of the demonstration, each with the territory of its plan."""
    territory_of = {plan.code: plan.territory_id for plan in plans}
    for one in ACCOUNTS:
        add_account(
            session,
            username=one.username,
            password=PASSWORD,
            title=_(one.title),
            role=one.role,
            territory_ids=[territory_of[one.plan]] if one.plan else None,
            is_demo=True,
        )
