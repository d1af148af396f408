"""What was read of a file with a plan, as the one JSON document that a script gets."""

from typing import Any

from actionplans.models import PlanImport
from actionplans.queries.plan_changes import Changes
from actionplans.queries.plan_reading import PlanReading, Understood, UnderstoodAction


def as_document(one: PlanImport, reading: PlanReading, changes: Changes | None) -> dict[str, Any]:
    """Return every cell's words whole: in a recommendation, or among what is unread."""
    return {
        "review": one.review.reference,
        "import": one.number,
        "recorded": one.is_recorded,
        "recommendations": [recommendation(each) for each in reading.kept],
        "unread": [
            {
                "row": cell.row,
                "column": cell.column,
                "found": cell.found,
                "table": cell.table,
                "why": cell.why,
            }
            for cell in reading.plan.unread
        ],
        "outside": [words for _where, words in reading.plan.around],
        "remarks": reading.remarks,
        "counts": {
            "rows": reading.plan.rows,
            "cells": reading.plan.cells,
            "recommendations": len(reading.kept),
            "actions": sum(len(each.actions) for each in reading.kept),
            "unread": len(reading.plan.unread),
            **(changes.tally if changes else {}),
        },
    }


def recommendation(one: Understood) -> dict[str, Any]:
    """Its cells; where it has several actions, those of one column stand under one another."""
    read = one.read
    return {
        "number": read.number,
        "text": read.text,
        "scope": read.scope,
        "agency": read.agency,
        "heading": read.heading,
        **{
            name: read.joined(name)
            for name in ("action", "lead", "milestones", "target", "completion")
        },
        "table": read.table,
        "row": read.row,
        "layout": read.layout,
        "actions": [action(each) for each in one.actions],
        "flags": one.all_flags,
    }


def action(one: UnderstoodAction) -> dict[str, Any]:
    read = one.action
    return {
        "row": read.row,
        "action": read.action,
        "lead": read.lead,
        "owner": read.owner,
        "milestones": read.milestones,
        "steps": [
            {"text": words, "day": day.isoformat() if day else None} for words, day in one.steps
        ],
        "outcome_measure": read.measure,
        "target": read.target,
        "target_on": one.target.day.isoformat() if one.target.day else None,
        "completion": read.completion,
        "completed_on": one.done.day.isoformat() if one.done.day else None,
        "others": [{"column": heading, "found": words} for heading, words in read.others],
        "notes": [*one.target.notes, *one.done.notes],
    }
