"""Whether one word is a slip of the keyboard for another."""


def is_slip(typed: str, meant: str) -> bool:
    """Test for one letter too many, too few or another, and for letters that changed places."""
    if typed == meant or typed[:1] != meant[:1]:
        return False
    if len(typed) == len(meant):
        wrong = sum(one != other for one, other in zip(typed, meant, strict=True))
        return wrong == 1 or sorted(typed) == sorted(meant)
    shorter, longer = sorted((typed, meant), key=len)
    return len(longer) - len(shorter) == 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )
