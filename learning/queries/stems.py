"""Words without their endings, as the search has them."""

from collections.abc import Iterable

from django.db import connection

from learning.models import LANGUAGE

STEMS = """
    SELECT words, array_to_string(tsvector_to_array(to_tsvector(%s::regconfig, words)), ' ')
    FROM unnest(%s::text[]) words
"""


def stems_of(worded: Iterable[str]) -> dict[str, str]:
    """
    Return the stems of each wording, in the order of the alphabet: "Risk assessments" and
    "assessing risks" have the same. A wording of small words alone has itself. One query.
    """
    asked = list(dict.fromkeys(worded))
    if not asked:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(STEMS, [LANGUAGE, asked])
        return {words: (stems or words.casefold())[:200] for words, stems in cursor.fetchall()}
