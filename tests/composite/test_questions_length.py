"""How much a question to an agency and its answer can say."""

import pytest

from composite.models import FindingQuestion
from reviews.access import Refused
from tests.chronologies.world import shown
from tests.composite.asking import answer, ask, page
from tests.pages.reading import Html

pytestmark = pytest.mark.django_db


def test_a_question_has_at_most_two_thousand_characters(
    client, finding, review, part, author, chair
):
    with pytest.raises(Refused, match="Shorten your question to 2,000"):
        ask(finding, part, chair, "x" * 2001)
    client.force_login(chair)
    form = page("ask-agency", review, finding.pk)
    empty = shown(client.get(form))
    assert "Up to 2,000 characters." in empty
    assert "maxlength" not in empty  # a browser would cut what is pasted, unseen
    refused = shown(client.post(form, {"agency": part.pk, "question": "x" * 2001}))
    assert "Shorten your question to 2,000 characters: it has 2,001" in Html(refused).text
    assert "x" * 2001 in refused
    assert not FindingQuestion.objects.exists()
    client.post(form, {"agency": part.pk, "question": " " + "x" * 2000 + "\n"})
    assert FindingQuestion.objects.get().question == "x" * 2000


def test_an_answer_has_at_most_ten_thousand_characters(client, question, review, part, author):
    with pytest.raises(Refused, match="Shorten your answer to 10,000"):
        answer(question, author, "x" * 10_001)
    client.force_login(author)
    where = page("question", review, part.pk, question.pk)
    assert "Up to 10,000 characters." in shown(client.get(where))
    refused = shown(client.post(where, {"words": "x" * 10_001}))
    assert "Shorten your answer to 10,000 characters: it has 10,001" in Html(refused).text
    assert "x" * 10_001 in refused
    client.post(where, {"words": "x" * 10_000})
    question.refresh_from_db()
    assert question.answer == "x" * 10_000
