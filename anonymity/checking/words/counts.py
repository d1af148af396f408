"""Numbers as they are written in sentences."""

UNITS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
)  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70}
NUMBERS = {
    **{word: at for at, word in enumerate(UNITS, 1)},
    **{
        f"{ten}{joint}{unit}": tens + at
        for ten, tens in TENS.items()
        for joint in ("-", " ")
        for at, unit in enumerate(UNITS[:9], 1)
    },
    **TENS,
    "once": 1,
    "twice": 2,
    "both": 2,
}
WRITTEN = tuple(sorted(NUMBERS, key=len, reverse=True))
# As a pattern: "ten", "thirty-one", "10"
COUNT = (
    rf"(?:{'|'.join(word for word in WRITTEN if word not in ('once', 'twice', 'both'))}|"
    rf"\d{{1,3}})"
)


def number_of(words: str) -> int | None:
    """Return "ten" or "10" as 10, and None for anything else."""
    return int(words) if words.isdecimal() else NUMBERS.get(words.casefold())
