"""
Ask the database many small questions at once.

A page that shows something of every app would otherwise cost a query for each. Each question is a
queryset made plain by `told`; `ask` runs them all as one query.

    answers = ask({"members": told(members, part="part"), "meetings": told(ahead, on="held_on")})
    answers["members"][0]["part"]
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import JSONObject

Row = dict[str, Any]
Question = QuerySet[Any, Any]


def told(rows: QuerySet[Any, Any], **fields: Any) -> Question:
    """
    Return a queryset as a question: its rows as plain values under these names.

    fields: names of columns or expressions; never a field of `privacy.fields`, which a plain value
    would come out of unread. A name that is
    `on` or ends in `_on` holds a day, or nothing.
    """
    unordered = rows if rows.query.is_sliced else rows.order_by()
    question: Question = unordered.annotate(told_row=JSONObject(**fields))
    return question


def ask(questions: Mapping[str, Question]) -> dict[str, list[Row]]:
    """Return the rows of every question, in no order, in one query; none for no question."""
    answers: dict[str, list[Row]] = {name: [] for name in questions}
    arms = [
        question.values_list(Value(name, output_field=CharField()), "told_row")
        for name, question in questions.items()
    ]
    if arms:
        for name, row in arms[0].union(*arms[1:], all=True):
            answers[name].append(with_days(row))
    return answers


def ask_together(
    questions: Mapping[str, Mapping[str, Question]],
) -> dict[str, dict[str, list[Row]]]:
    """Return the answers to the questions of several askers, each their own, in one query."""
    keys = {(who, name): f"{who} {name}" for who, mine in questions.items() for name in mine}
    answers = ask({key: questions[who][name] for (who, name), key in keys.items()})
    return {
        who: {name: answers[keys[who, name]] for name in mine} for who, mine in questions.items()
    }


def with_days(row: Row) -> Row:
    """Turn the days of a row, which arrive as text, back into dates."""
    return {
        name: date.fromisoformat(value) if value and is_day(name) else value
        for name, value in row.items()
    }


def is_day(name: str) -> bool:
    return name == "on" or name.endswith("_on")
