"""Break good files at random, in ways that can be repeated: the number is the seed."""

import random


def mutants(content: bytes, *, number: int, seed: int = 1):
    """Give so many broken copies of a file, each broken in one to eight places."""
    chance = random.Random(seed)
    for _ in range(number):
        broken = bytearray(content)
        for _ in range(chance.randint(1, 8)):
            chance.choice(WAYS)(broken, chance)
        yield bytes(broken)


def flip(broken, chance):
    for _ in range(chance.choice([1, 1, 4, 64])):
        if broken:
            place = chance.randrange(len(broken))
            broken[place] ^= 1 << chance.randrange(8)


def overwrite(broken, chance):
    start, length = part(broken, chance)
    broken[start : start + length] = chance.randbytes(length)


def cut(broken, chance):
    start, length = part(broken, chance)
    del broken[start : start + length]


def double(broken, chance):
    start, length = part(broken, chance)
    broken[start:start] = broken[start : start + length]


def swap(broken, chance):
    (one, length), (other, _) = part(broken, chance), part(broken, chance)
    moved = broken[one : one + length]
    broken[one : one + length] = broken[other : other + length]
    broken[other : other + length] = moved


def shorten(broken, chance):
    del broken[chance.randrange(len(broken) + 1) :]


def extreme(broken, chance):
    """Write the numbers that lengths and offsets go wrong with."""
    start, _ = part(broken, chance)
    broken[start : start + 4] = chance.choice(
        [b"\0\0\0\0", b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f"]
    )


def part(broken, chance):
    start = chance.randrange(len(broken) + 1)
    return start, chance.choice([1, 4, 16, 256, 2048])


WAYS = (flip, flip, overwrite, cut, double, swap, extreme, shorten)
