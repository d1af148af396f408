from base64 import b64decode, b64encode

import pytest

from privacy.seal import CannotUnseal, seal, unseal
from tests.privacy.keyrings import ring

HERE = "reviews_person.true_name"


@pytest.fixture(autouse=True)
def _keys(settings):
    settings.FIELD_KEYS = ring("k1")


@pytest.mark.parametrize("value", ["", "Zoë", "plain:twice", "two\nlines", "a:b:c", "字" * 5000])
def test_what_is_sealed_comes_back(value):
    assert unseal(seal(value, place=HERE), place=HERE) == value


def test_a_sealed_value_says_its_form_and_its_key_and_nothing_of_what_it_is():
    sealed = seal("Anna Example", place=HERE)

    assert sealed.startswith("aesgcm:k1:")
    assert b"Anna" not in b64decode(sealed.split(":")[2])


def test_the_same_words_never_look_the_same():
    assert seal("Anna", place=HERE) != seal("Anna", place=HERE)


def test_an_older_key_opens_and_the_newest_seals(settings):
    old = seal("Anna", place=HERE)
    settings.FIELD_KEYS = ring("k2", "k1")

    assert unseal(old, place=HERE) == "Anna"
    assert seal("Anna", place=HERE).startswith("aesgcm:k2:")


def tampered(sealed):
    front, _, box = sealed.rpartition(":")
    octets = bytearray(b64decode(box))
    octets[-1] ^= 1
    return f"{front}:{b64encode(octets).decode()}"


def refusal(stored, *, place=HERE):
    with pytest.raises(CannotUnseal) as refused:
        unseal(stored, place=place)
    assert refused.value.__cause__ is None
    return str(refused.value)


def test_a_value_moved_to_another_column_does_not_open():
    assert "does not open" in refusal(seal("Anna", place=HERE), place="reviews_person.address")


def test_a_value_that_was_changed_does_not_open():
    assert "does not open" in refusal(tampered(seal("Anna", place=HERE)))


@pytest.mark.parametrize("box", ["", "Anna", "A" * 8, "ä"])
def test_a_value_that_was_cut_or_made_up_does_not_open(box):
    assert "does not open" in refusal(f"aesgcm:k1:{box}")


def test_without_its_key_a_value_does_not_open(settings):
    sealed = seal("Anna", place=HERE)
    settings.FIELD_KEYS = ring("k9")

    assert "needs a key that FIELD_KEYS does not name" in refusal(sealed)


def test_another_key_under_the_same_id_does_not_open(settings):
    sealed = seal("Anna", place=HERE)
    settings.FIELD_KEYS = ring("k2").replace("k2:", "k1:")

    assert "does not open" in refusal(sealed)


@pytest.mark.parametrize("stored", ["Anna Example", "plain:Anna Example", ""])
def test_what_is_not_sealed_is_refused_without_quoting_it(stored):
    assert refusal(stored) == f"A value of {HERE} is not sealed."
