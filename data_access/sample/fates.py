"""The fates that a story names, filled out with dates, words and documents from the seed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cached_property
from random import Random
from typing import cast

from data_access.sample.drafts import Draft, Verdict
from data_access.sample.moments import opening_of
from data_access.sample.plan_records import MeasureText, PlanFile
from data_access.sample.plan_rows import PlanIds
from data_access.sample.story_records import FateDecision, FateReport, StoryFile
from data_access.sample.wording import (
    Said,
    Seeds,
    evidence,
    moment_of,
    said,
    soon_after,
    working_day,
)

#: The dates of the story are those of the first executor; others finish up to so much earlier.
HEAD_START = 12


class Teller:
    """A plan with its story and ids, and the words and numbers that reports are made of."""

    def __init__(self, file: PlanFile, story: StoryFile, ids: PlanIds) -> None:
        self.file = file
        self.story = story
        self.ids = ids
        self.seeds = Seeds(story.seed)

    @cached_property
    def measures(self) -> dict[str, MeasureText]:
        """Return the plan's measures by number."""
        return {one.number: one for one in self.file.measures}

    def drafts(self) -> list[Draft]:
        """Return the reports that the story names."""
        return [one for measure in self.file.measures for one in self._of_measure(measure)]

    def verdicts(self) -> list[Verdict]:
        """Return the decisions about control points and measures that the story names."""
        return [
            self._verdict(measure.number, one, turn)
            for measure in self.file.measures
            for turn, one in enumerate(self.story.measures[measure.number].decisions)
        ]

    def words(self, random: Random, number: str, key: str, *, done: bool, turn: int) -> Said:
        """Return what the executor says about the measure: the lead of it, others of themselves."""
        leads = self.measures[number].executors[0].key == key
        voice = self.story.measures[number] if leads else self.story.executors[key]
        return said(random, voice.done if done else voice.works, turn)

    def _of_measure(self, measure: MeasureText) -> Iterator[Draft]:
        for turn, fate in enumerate(self.story.measures[measure.number].reports):
            for key in fate.executors or self._counting(measure):
                yield self._draft(measure, fate, key, turn)

    def _counting(self, measure: MeasureText) -> list[str]:
        keys = [one.key for one in measure.executors]
        return keys if self.file.plan.completion_rule == "all" else keys[:1]

    def _draft(self, measure: MeasureText, fate: FateReport, key: str, turn: int) -> Draft:
        random = self.seeds.of(measure.number, key, turn)
        is_last = key == (fate.executors or (measure.executors[0].key,))[0]
        ahead = timedelta(days=0 if is_last else random.randint(0, HEAD_START))
        completed_on, submitted_on = _dates(random, fate, ahead)
        words = self._told(random, measure, fate, key, turn)
        recorded_at = _entered(random, fate, submitted_on)
        return Draft(
            assignment_id=self.ids.assignments[measure.number, key],
            control_point_id=self._point(measure, fate),
            reporting_period_id=self._period(measure, fate, submitted_on),
            outcome=fate.outcome,
            completed_on=completed_on,
            submitted_on=submitted_on,
            recorded_at=recorded_at,
            narrative=words.text,
            quantity=words.quantity,
            unit=words.unit,
            evidence=self._document(random, measure, fate, completed_on or submitted_on),
            reason=fate.reason,
            measures_taken=fate.measures_taken,
            proposed_due_on=fate.proposed_due_on,
            author_post=self.story.executors[key].post,
            verdicts=tuple(
                _not_before(recorded_at, one)
                for one in self._reviews(random, fate, submitted_on, ahead)
            ),
        )

    def _told(
        self, random: Random, measure: MeasureText, fate: FateReport, key: str, turn: int
    ) -> Said:
        if fate.text:
            return Said(fate.text, None, "")
        done = fate.outcome == "done"
        return self.words(random, measure.number, key, done=done, turn=turn + len(key))

    def _document(self, random: Random, measure: MeasureText, fate: FateReport, day: date) -> str:
        if fate.evidence or fate.outcome == "not_done":
            return fate.evidence
        return evidence(random, self.story.measures[measure.number].evidence, day)

    def _point(self, measure: MeasureText, fate: FateReport) -> int | None:
        if fate.is_interim:
            return None
        return self.ids.points[measure.number, fate.point or measure.points[0].due_on]

    def _period(self, measure: MeasureText, fate: FateReport, submitted_on: date) -> int | None:
        """Return the period that the report is for.

        That of its control point where the measure recurs; else the one being collected, or the
        last one for a report that comes after it. None where it may serve two of them: between
        a period's end and its due date a final report answers for both.
        """
        periods = self.file.periods
        found = [one for one in periods if one.starts_on <= submitted_on <= one.due_on]
        if len(measure.points) > 1:
            found = [one for one in periods if one.ends_on == fate.point]
        elif not found:
            found = [one for one in periods[-1:] if one.due_on < submitted_on]
        return self.ids.periods[found[0].label] if len(found) == 1 else None

    def _reviews(
        self, random: Random, fate: FateReport, submitted_on: date, ahead: timedelta
    ) -> Iterator[Verdict]:
        if fate.returned_on:
            yield self._review(random, "return", fate.returned_on, fate.remark)
        elif self._is_accepted(fate):
            decided_on = _earlier(fate.accepted_on, ahead) or soon_after(random, submitted_on, 6)
            yield self._review(random, "accept", max(decided_on, submitted_on), "")

    def _is_accepted(self, fate: FateReport) -> bool:
        is_final = fate.outcome == "done" and not fate.is_interim
        return self.file.plan.requires_acceptance and is_final and not fate.is_pending

    def _review(self, random: Random, kind: str, decided_on: date, reason: str) -> Verdict:
        return Verdict(
            kind=kind,
            decided_on=decided_on,
            recorded_at=moment_of(random, decided_on),
            basis=self.story.acceptance,
            reason=reason,
        )

    def _verdict(self, number: str, fate: FateDecision, turn: int) -> Verdict:
        random = self.seeds.of(number, fate.kind, turn)
        return Verdict(
            kind=fate.kind,
            decided_on=fate.decided_on,
            recorded_at=_entered(random, fate, fate.decided_on),
            basis=fate.basis,
            reason=fate.reason,
            new_due_on=fate.new_due_on,
            control_point_id=self.ids.points[number, fate.point] if fate.point else None,
            measure_id=None if fate.point else self.ids.measures[number],
        )


def _earlier(day: date | None, ahead: timedelta) -> date | None:
    if day is None or not ahead:
        return day
    return working_day(day - ahead)


def _dates(random: Random, fate: FateReport, ahead: timedelta) -> tuple[date | None, date]:
    """Return when the work was completed, if it was, and when the report came."""
    completed_on = _earlier(fate.completed_on, ahead)
    submitted_on = _earlier(fate.submitted_on, ahead)
    if submitted_on is None:  # the checks of a story see to it that one of the two is given
        submitted_on = soon_after(random, cast(date, completed_on), 4)
    return completed_on, max(submitted_on, completed_on or submitted_on)


def _entered(random: Random, fate: FateReport | FateDecision, day: date) -> datetime:
    return opening_of(fate.entered_on) if fate.entered_on else moment_of(random, day)


def _not_before(entered_at: datetime, verdict: Verdict) -> Verdict:
    """Return the decision about a report, entered after the report itself."""
    return replace(verdict, recorded_at=max(verdict.recorded_at, entered_at + timedelta(hours=1)))
