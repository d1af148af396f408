"""Themes: find the one that words mean, bring two together, name one, let it leave."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, CommunitySafetyPartnership, person_behind
from audit import trail
from learning import access
from learning.models import Lesson, Theme, ThemeWording
from learning.queries.stems import stems_of
from learning.rules.themes import check_name, check_stands
from reviews.access import Refused


def themes_meant(
    partnership: CommunitySafetyPartnership, worded: Iterable[str], *, at: datetime
) -> dict[str, Theme]:
    """
    Return the theme that each of these words means, by the words; make those that are new.

    Words that differ in their endings or their order alone mean the same theme.
    """
    stems = stems_of({" ".join(words.split())[:100] for words in worded if words.strip()})
    known = {
        one.stems: one.theme
        for one in ThemeWording.objects.filter(
            partnership=partnership, stems__in=stems.values()
        ).select_related("theme")
    }
    for words, folded in sorted(stems.items()):
        if folded not in known:
            known[folded] = new_theme(partnership, words, folded, at=at)
    return {words: known[stems[" ".join(words.split())[:100]]] for words in worded if words.strip()}


def new_theme(
    partnership: CommunitySafetyPartnership, words: str, stems: str, *, at: datetime
) -> Theme:
    name = words[:1].upper() + words[1:]
    theme, _ = Theme.objects.get_or_create(
        partnership=partnership, name=name, merged_into=None, defaults={"made_at": at}
    )
    ThemeWording.objects.create(partnership=partnership, theme=theme, words=words, stems=stems)
    return theme


@transaction.atomic
def bring_together(*, theme: Theme, into: Theme, today: date, by: Actor, at: datetime) -> Theme:
    """
    Let `into` stand for both, with what either was about. Published words stay as they are.

    Raises Refused for anybody but an officer, and where either stands no longer.
    """
    access.require_keeps(by, theme.partnership, today=today)
    locked = {
        one.pk: one
        for one in Theme.objects.select_for_update().filter(
            pk__in=[theme.pk, into.pk], partnership=theme.partnership
        )
    }
    if len(locked) < len({theme.pk, into.pk}) or theme.pk == into.pk:
        raise Refused("Choose another theme of this partnership", field="into")
    theme, into = locked[theme.pk], locked[into.pk]
    check_stands(theme)
    check_stands(into)
    for lesson in Lesson.objects.filter(themes=theme):
        lesson.themes.add(into)
        lesson.themes.remove(theme)
    theme.wordings.update(theme=into)
    theme.merged_into = into
    theme.save(update_fields=["merged_into"])
    trail.record(
        "theme.brought_together",
        by=person_behind(by),
        at=at,
        partnership_id=theme.partnership_id,
        theme_id=theme.pk,
        into_id=into.pk,
    )
    return into


@transaction.atomic
def name_theme(*, theme: Theme, name: str, today: date, by: Actor, at: datetime) -> Theme:
    """
    Call a theme by another name, and let that name leave with the open data.

    What is worded as before still means it. Raises Refused for anybody but an officer, for a name
    that another theme has, and for one that gives somebody away.
    """
    access.require_keeps(by, theme.partnership, today=today)
    theme = Theme.objects.select_for_update(of=("self",)).get(pk=theme.pk)
    check_stands(theme)
    name = " ".join(name.split())
    check_name(theme, name)
    is_new = name != theme.name
    theme.name = name
    theme.confirmed_at, theme.confirmed_by = at, person_behind(by)
    theme.save(update_fields=["name", "confirmed_at", "confirmed_by"])
    add_wording(theme, name)
    trail.record(
        "theme.named" if is_new else "theme.confirmed",
        by=person_behind(by),
        at=at,
        partnership_id=theme.partnership_id,
        theme_id=theme.pk,
    )
    return theme


def add_wording(theme: Theme, words: str) -> None:
    """Let these words mean the theme from now on, where they mean none yet."""
    ThemeWording.objects.get_or_create(
        partnership_id=theme.partnership_id,
        stems=stems_of([words])[words],
        defaults={"theme": theme, "words": words},
    )


@transaction.atomic
def give_themes(
    *, lesson: Lesson, words: Iterable[str], today: date, by: Actor, at: datetime
) -> Lesson:
    """
    Say what a published recommendation or learning point is about. Its words stay as they are.

    Raises Refused for anybody but an officer.
    """
    access.require_keeps(by, lesson.partnership, today=today)
    lesson.themes.set(themes_meant(lesson.partnership, words, at=at).values())
    trail.record(
        "lesson.themes_given",
        by=person_behind(by),
        at=at,
        partnership_id=lesson.partnership_id,
        lesson_id=lesson.pk,
    )
    return lesson
