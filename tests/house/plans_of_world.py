"""Something behind every address of post office, outcomes and learning."""

from datetime import date

from django.utils import timezone

from documents.models import Route
from tests.actionplans.plan_files import word_plan
from tests.factories.actionplans import (
    PlanImportFactory,
    RecommendationFactory,
    SetAsideFactory,
)
from tests.factories.decisions import RegisterEntryFactory
from tests.factories.documents import DocumentFactory
from tests.factories.learning import (
    LessonFactory,
    PastReviewFactory,
    ReportReadingFactory,
    ThemeFactory,
)
from tests.factories.outcomes import (
    ReturnAnswerFactory,
    ReturnLineFactory,
    ReturnQuestionFactory,
    ReturnSignOffFactory,
    SixMonthReturnFactory,
)
from tests.factories.postoffice import (
    AcknowledgementFactory,
    ChaseFactory,
    DispatchFactory,
    DispatchLinkFactory,
    ReplyFactory,
    SentWordsFactory,
)
from tests.factories.questions import DelegationFactory, QuestionFactory
from timescales.dates import year_of


class PlansOfWorld:
    """What the world has of plans that go on. Its review stands in `self.review`."""

    def of_the_plans(self):
        return {
            **self.of_the_learning(),
            **self.of_the_post_office(),
            **self.of_the_returns(),
            **self.of_plan_files(),
            **self.of_the_questions(),
            "decisions:number": RegisterEntryFactory(review=self.review).number,
        }

    def of_the_post_office(self):
        dispatch = DispatchFactory(review=self.review, by_link=True)
        line = SentWordsFactory(dispatch=dispatch)
        reply = ReplyFactory(line=line, document=DocumentFactory())
        for made in (AcknowledgementFactory, ChaseFactory):
            made(dispatch=dispatch)
        secret = f"post{self.review.pk:039}"
        DispatchLinkFactory(
            dispatch=dispatch, link__token=secret, link__expires_on=date(2999, 1, 1)
        )
        return {
            "postoffice:number": dispatch.number,
            "postoffice:line_id": line.pk,
            "postoffice:reply_id": reply.pk,
            "postoffice:token": secret,
            "postoffice:ending": "csv",
        }

    def of_the_questions(self):
        asked = QuestionFactory(involvement=self.part)
        secret = f"question{self.review.pk:035}"
        DelegationFactory(question=asked, link__token=secret, link__expires_on=date(2999, 1, 1))
        QuestionFactory(involvement=self.part, drafted=True)
        police = QuestionFactory(involvement__review=self.review, agreed=True, staff_of=self.part)
        return {
            "questions:number": asked.number,
            "questions:which": "answer",
            "questions:interview_id": police.pk,
            "questions:token": secret,
        }

    def of_plan_files(self):
        brought = PlanImportFactory(review=self.review, document__content=word_plan())
        SetAsideFactory(recommendation=RecommendationFactory(review=self.review))
        return {
            "actionplans:number": brought.number,
            "actionplans:part": 0,
            "actionplans:place": 1,
        }

    def of_the_learning(self):
        place = self.review.partnership
        theme = ThemeFactory(partnership=place)
        return {
            "learning:theme_id": theme.pk,
            "learning:lesson_id": LessonFactory(partnership=place, about=[theme]).pk,
            "learning:form": "json",
            "learning:reading_id": ReportReadingFactory(partnership=place).pk,
            "learning:past_id": PastReviewFactory(partnership=place, document=DocumentFactory()).pk,
        }

    def of_the_returns(self):
        asked = SixMonthReturnFactory(involvement=self.part)
        answered = ReturnAnswerFactory(line=ReturnLineFactory(six_month_return=asked))
        signed = ReturnSignOffFactory(
            six_month_return=asked,
            received_via=Route.EMAIL,
            on_behalf_of="Head of Safeguarding",
            given_on=date(2026, 8, 20),
            original=DocumentFactory(),
        )
        ReturnQuestionFactory(sign_off=answered.sign_off)
        ReturnQuestionFactory(sign_off=signed)
        return {
            "outcomes:return_id": asked.pk,
            "outcomes:sign_off_id": signed.pk,
            "outcomes:year": year_of(timezone.localdate()).begins,
            "outcomes:ending": "docx",
        }
