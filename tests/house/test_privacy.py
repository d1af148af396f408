"""Every model says which of its fields identify people, and nothing shows them by accident."""

import pkgutil
from importlib import import_module

import pytest
from factory.django import DjangoModelFactory

from privacy.fields import Identifying
from privacy.inventory import identifying_fields, plain_fields, project_models
from tests import factories as folder

MODELS = sorted(project_models(), key=lambda model: model._meta.label)


def names(fields):
    return sorted(field.name for field in fields)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
class TestPrivacy:
    def test_privacy_names_every_field_once(self, model):
        named = sorted([*identifying_fields(model), *plain_fields(model)])

        assert named == names(model._meta.concrete_fields)

    def test_every_identifying_field_is_named_as_one(self, model):
        sealed = {f.name for f in model._meta.concrete_fields if isinstance(f, Identifying)}

        assert sealed <= identifying_fields(model)

    def test_nothing_in_the_database_rests_on_a_sealed_value(self, model):
        sealed = {f.name for f in model._meta.concrete_fields if isinstance(f, Identifying)}
        relied_on = {
            *(name.lstrip("-") for name in model._meta.ordering if isinstance(name, str)),
            *(name for index in model._meta.indexes for name, _order in index.fields_orders),
            *(name for rule in model._meta.total_unique_constraints for name in rule.fields),
        }

        assert not sealed & relied_on


def made_models():
    """Return every factory of tests/factories that makes a model of ours."""
    for module in pkgutil.iter_modules(folder.__path__):
        import_module(f"{folder.__name__}.{module.name}")
    return [factory for factory in below(DjangoModelFactory) if factory._meta.model in MODELS]


def below(kind):
    for factory in kind.__subclasses__():
        yield from (factory, *below(factory))


@pytest.mark.django_db
@pytest.mark.parametrize("factory", made_models(), ids=lambda factory: factory.__name__)
def test_no_object_shows_an_identifying_value(factory):
    made = factory()

    for name in identifying_fields(type(made)):
        for value in as_words(getattr(made, name)):
            assert value not in f"{made} {made!r}", f"{name} is in __str__"


def as_words(value):
    values = value if isinstance(value, list) else [value]
    return [str(one) for one in values if one not in (None, "")]
