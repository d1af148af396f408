import pytest

from privacy.seal import CannotUnseal, seal, unseal


@pytest.mark.parametrize("value", ["", "Zoë", "plain:twice", "two\nlines"])
def test_what_is_sealed_comes_back(value):
    assert unseal(seal(value)) == value


def test_a_sealed_value_says_which_form_it_is_in():
    assert seal("Anna").startswith("plain:")


def test_an_unknown_form_is_refused_without_quoting_it():
    with pytest.raises(CannotUnseal) as refusal:
        unseal("Anna Example")

    assert "Anna" not in str(refusal.value)
