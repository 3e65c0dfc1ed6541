"""Routine reports around the story: for the reporting periods, and in waves of information."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from sqlalchemy.orm import Session

from data_access.commands.facts_of import MeasureBase, load_bases
from data_access.records.status import CLOSED, Status
from data_access.rules.assigned import Assigned
from data_access.rules.assignments import review_of
from data_access.rules.facts import MeasureFacts
from data_access.rules.measure import assigned_state
from data_access.rules.obligations import Owed, obligations
from data_access.sample.drafts import Draft
from data_access.sample.fates import Teller
from data_access.sample.plan_records import PeriodText
from data_access.sample.story_records import Silence, Wave
from data_access.sample.wording import day_between, evidence, moment_of, soon_after

#: Reports for a period begin to come in so many days before its end.
EARLY_DAYS = 4
#: A late report comes within so many working days after the due date.
LATE_DAYS = 7
EVIDENCE_SHARE = 0.6


def routine_reports(session: Session, teller: Teller) -> list[Draft]:
    """Return the reports that executors send for periods and as interim information.

    What is owed is asked of the rules; silences of the story are kept.
    """
    bases = load_bases(session, sorted(teller.ids.measures.values()))
    routine = Routine(teller)
    return [draft for base in bases for draft in routine.of(base)]


class Routine:
    """Routine reports of one plan."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self._named = {id_: names for names, id_ in teller.ids.assignments.items()}
        labels = {id_: label for label, id_ in teller.ids.periods.items()}
        periods = {one.label: one for one in teller.file.periods}
        self._periods = {id_: periods[label] for id_, label in labels.items()}

    def of(self, base: MeasureBase) -> Iterator[Draft]:
        """Yield the routine reports of one measure."""
        for owed in obligations(base.facts):
            if owed.reported_on is None:
                yield from self._for_period(base.facts, owed)
        for assignment in base.facts.assignments:
            for wave in self._teller.story.waves:
                yield from self._in_wave(base.facts, assignment, wave)

    def _for_period(self, facts: MeasureFacts, owed: Owed) -> Iterator[Draft]:
        number, key = self._named[owed.assignment_id]
        period = self._periods[owed.period_id]
        random = self._teller.seeds.of("period", number, key, period.label)
        silence = self._silence(number, key, period)
        if silence is None:
            day = self._day(random, period)
        elif silence.until is not None:
            day = silence.until
        else:
            return
        yield self._information(facts, owed.assignment_id, day, random, owed.period_id)

    def _silence(self, number: str, key: str, period: PeriodText) -> Silence | None:
        for one in self._teller.story.silences:
            if (one.executor, one.period) == (key, period.label) and (
                not one.measures or number in one.measures
            ):
                return one
        return None

    def _day(self, random: Random, period: PeriodText) -> date:
        # Where the story itself tells who is silent or late, everybody else is in time.
        is_told = any(one.period == period.label for one in self._teller.story.silences)
        if not is_told and random.random() < self._teller.story.late_share:
            return soon_after(random, period.due_on, LATE_DAYS)
        return day_between(random, period.ends_on - timedelta(days=EARLY_DAYS), period.due_on)

    def _in_wave(self, facts: MeasureFacts, assignment: Assigned, wave: Wave) -> Iterator[Draft]:
        number, key = self._named[assignment.id]
        leads = self._teller.measures[number].executors[0].key == key
        random = self._teller.seeds.of("wave", number, key, wave.label)
        share = wave.lead_share if leads else wave.co_share
        if number in wave.quiet or random.random() >= share:
            return
        day = day_between(random, wave.starts_on, wave.ends_on)
        status = assigned_state(facts, assignment, day).status
        if status not in CLOSED | {Status.NOT_DUE}:
            yield self._information(facts, assignment.id, day, random, None)

    def _information(
        self,
        facts: MeasureFacts,
        assignment_id: int,
        day: date,
        random: Random,
        period_id: int | None,
    ) -> Draft:
        number, key = self._named[assignment_id]
        completed_on, narrative = self._after_final(facts, assignment_id, day, random)
        turn = day.year * 12 + day.month + len(key) + len(number)
        words = self._teller.words(random, number, key, done=False, turn=turn // 3)
        has_document = random.random() < EVIDENCE_SHARE
        return Draft(
            assignment_id=assignment_id,
            reporting_period_id=period_id,
            outcome="done" if completed_on else "in_progress",
            completed_on=completed_on,
            submitted_on=day,
            recorded_at=moment_of(random, day),
            narrative=narrative or words.text,
            quantity=None if narrative else words.quantity,
            unit="" if narrative else words.unit,
            evidence=evidence(random, "письмо", day) if has_document else "",
            author_post=self._teller.story.executors[key].post,
        )

    def _after_final(
        self, facts: MeasureFacts, assignment_id: int, day: date, random: Random
    ) -> tuple[date | None, str]:
        """Return what is said once the final report is in: done before, or being put right."""
        final = max(
            (
                one
                for one in facts.reports
                if one.assignment_id == assignment_id
                and one.outcome == "done"
                and one.submitted_on <= day
            ),
            key=lambda one: one.order,
            default=None,
        )
        story = self._teller.story
        if final is None or len(facts.points) > 1:
            return None, ""
        if review_of(facts, final, day) == "return":
            return None, random.choice(story.correcting)
        return final.completed_on, random.choice(story.done_before)
