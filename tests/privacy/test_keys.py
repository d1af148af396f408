import pytest
from django.core.exceptions import ImproperlyConfigured

from privacy.keys import keys
from tests.privacy.keyrings import key, ring


def test_the_first_seals_and_all_open(settings):
    settings.FIELD_KEYS = ring("k2", "k1")

    assert keys().newest == "k2"
    assert list(keys().ciphers) == ["k2", "k1"]


def test_the_keys_are_made_ready_once(settings):
    settings.FIELD_KEYS = ring("k1")

    assert keys() is keys()


@pytest.mark.parametrize(
    "given",
    [
        "",
        "k1",
        key("a"),
        f"k1:{key('a')[:-8]}",
        "k1:not base64, not at all",
        f"K-1:{key('a')}",
        f"k1:{key('a')},",
        f"k1:{key('a')},k1:{key('b')}",
    ],
)
def test_what_is_no_key_is_refused_without_showing_it(settings, given):
    settings.FIELD_KEYS = given

    with pytest.raises(ImproperlyConfigured, match="FIELD_KEYS is id:key") as refusal:
        keys()

    assert key("a")[:20] not in str(refusal.value)


def test_the_one_that_is_wrong_is_named(settings):
    settings.FIELD_KEYS = f"k2:{key('b')},k1:short"

    with pytest.raises(ImproperlyConfigured, match="Number 2"):
        keys()
