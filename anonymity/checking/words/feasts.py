"""Days of the year that have a name, and which day each of them is in a year."""

import re
from collections.abc import Callable
from datetime import date, timedelta

FIXED: dict[str, tuple[int, int]] = {
    r"New Year[’']?s Day": (1, 1),
    r"Twelfth Night": (1, 5),
    r"(?:Feast of the )?Epiphany": (1, 6),
    r"Burns[’']? (?:Night|Supper)": (1, 25),
    r"(?:St|Saint)\.? Dwynwen[’']?s Day": (1, 25),
    r"Candlemas": (2, 2),
    r"(?:(?:St|Saint)\.? )?Valentine[’']?s(?: Day| [Nn]ight)?": (2, 14),
    r"[Ll]eap (?:[Yy]ear[’']s )?[Dd]ay": (2, 29),
    r"(?:St|Saint)\.? David[’']?s Day": (3, 1),
    r"(?:St|Saint)\.? Patrick[’']?s (?:Day|[Nn]ight)|Paddy[’']?s Day": (3, 17),
    r"April Fools?[’']?s?[’']? Day": (4, 1),
    r"(?:St|Saint)\.? George[’']?s Day": (4, 23),
    r"May Day(?! [Bb]ank)": (5, 1),
    r"VE Day": (5, 8),
    r"D-Day": (6, 6),
    r"[Mm]idsummer[’']?s? (?:Day|[Nn]ight|Eve)|[Ss]ummer [Ss]olstice|[Ll]ongest [Dd]ay of the year":
        (6, 22),
    r"(?:St|Saint)\.? Swithin[’']?s Day": (7, 15),
    r"Hallow[’']?e[’']?en": (10, 31),
    r"All (?:Saints|Hallows)[’']? Day": (11, 1),
    r"All Souls[’']? Day|Day of the Dead": (11, 2),
    r"Bonfire Night|Guy Fawkes(?:[’']s?)?(?: Night)?|Fireworks? Night": (11, 5),
    r"Armistice Day|Remembrance Day|[Tt]wo minutes[’'] silence": (11, 11),
    r"(?:St|Saint)\.? Andrew[’']?s (?:Day|[Nn]ight)": (11, 30),
    r"[Ww]inter [Ss]olstice|[Ss]hortest [Dd]ay of the year": (12, 21),
    r"Christmas Eve": (12, 24),
    r"Christmas Day": (12, 25),
    r"Boxing Day|(?:St|Saint)\.? Stephen[’']?s Day": (12, 26),
    r"New Year[’']?s Eve|Hogmanay": (12, 31),
}  # fmt: skip
# Days from Easter Sunday
BY_EASTER: dict[str, int] = {
    r"Shrove Tuesday|Pancake (?:Day|Tuesday)|Mardi Gras": -47,
    r"Ash Wednesday": -46,
    r"Moth(?:er|ers)[’']?s?[’']? Day|Mothering Sunday": -21,
    r"Palm Sunday": -7,
    r"Maundy Thursday": -3,
    r"Good Friday": -2,
    r"Easter Saturday|Holy Saturday": -1,
    r"Easter (?:Sunday|Day)": 0,
    r"Easter (?:Bank Holiday )?Monday": 1,
    r"Ascension Day": 39,
    r"Whit ?[Ss]un(?:day)?|Pentecost": 49,
    r"Whit Monday": 50,
}
# Month, weekday (0 is Monday) and which of them, the last as -1
BY_WEEKDAY: dict[str, tuple[int, int, int]] = {
    r"clocks (?:went|go|had gone|were put) forward": (3, 6, -1),
    r"(?:Early )?May (?:Day )?[Bb]ank [Hh]oliday": (5, 0, 1),
    r"[Ss]pring [Bb]ank [Hh]oliday": (5, 0, -1),
    r"Fath(?:er|ers)[’']?s?[’']? Day": (6, 6, 3),
    r"August [Bb]ank [Hh]oliday|Notting Hill Carnival": (8, 0, -1),
    r"clocks (?:went|go|had gone|were put) back": (10, 6, -1),
    r"Remembrance Sunday": (11, 6, 2),
    r"Black Friday": (11, 4, 4),
}
# On another day each year, which no rule tells
OF_ITS_YEAR = (
    r"Eid(?: al-\w+)?|Diwali|Ramadan|Holi(?! \w+ [Tt]rinity)|Vaisakhi|Hanukkah|Passover|Yom Kippur|"
    r"Rosh Hashanah|(?:Chinese|Lunar) New Year|Nowruz|Orthodox (?:Easter|Christmas)|"
    r"(?:FA )?Cup Final|Grand National|Derby Day|Super Bowl|(?:World Cup|Euros?) (?:[Ff]inal|"
    r"[Ss]emi-final)|Boat Race|Eurovision|Red Nose Day|Comic Relief|Children in Need|"
    r"Platinum Jubilee|Diamond Jubilee|[Rr]oyal [Ww]edding|Coronation|(?:Queen|Duke)[’']s funeral|"
    r"[Gg]eneral [Ee]lection|[Pp]olling [Dd]ay|EU [Rr]eferendum|(?:A[ -][Ll]evel|GCSE) results|"
    r"[Rr]esults [Dd]ay|(?:London )?Marathon|(?:solar |lunar )?[Ee]clipse|"
    r"(?:first|last) day of (?:term|the (?:\w+ )?holidays)|Bank Holiday Monday|"
    r"(?:village|school|town|church|county|summer|works|street|city|agricultural) (?:f[eê]te|fair|"
    r"show|sports day|carnival|festival|prom|parade|regatta|races)"
)
NAMED = "|".join((*FIXED, *BY_EASTER, *BY_WEEKDAY))
WITH_A_DAY = re.compile(rf"\b(?:{NAMED})\b")
WITHOUT_A_DAY = re.compile(rf"\b(?:{OF_ITS_YEAR})\b")


def easter(year: int) -> date:
    """Return Easter Sunday, by the rule of Meeus, Jones and Butcher."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def weekday_of(year: int, month: int, weekday: int, which: int) -> date:
    """Return the first, second or (as -1) last of some weekday in a month."""
    days = [
        day
        for number in range(31)
        if (day := date(year, month, 1) + timedelta(number)).month == month
        if day.weekday() == weekday
    ]
    return days[which if which < 0 else which - 1]


def fixed(at: tuple[int, int]) -> Callable[[int], date]:
    leap = (2, 29)
    return lambda year: date(year, *at) if at != leap or not year % 4 else date(year, 3, 1)


DAYS: tuple[tuple[re.Pattern[str], Callable[[int], date]], ...] = (
    *((re.compile(name), fixed(at)) for name, at in FIXED.items()),
    *(
        (re.compile(name), lambda year, days=days: easter(year) + timedelta(days))
        for name, days in BY_EASTER.items()
    ),
    *(
        (re.compile(name), lambda year, rule=rule: weekday_of(year, *rule))
        for name, rule in BY_WEEKDAY.items()
    ),
)


def day_called(name: str, year: int) -> date | None:
    """Return which day of a year has a name, such as “Burns Night”."""
    return next((day(year) for pattern, day in DAYS if pattern.fullmatch(name)), None)
