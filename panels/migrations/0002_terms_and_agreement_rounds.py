import uuid

import django.contrib.postgres.fields
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

import panels.models.terms
import privacy.fields


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0001_initial"),
        ("panels", "0001_initial"),
        ("reviews", "0002_agency_contact"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AgreementRound",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "subject_kind",
                    models.CharField(
                        choices=[
                            ("TERMS", "Terms of reference"),
                            ("DRAFT", "Draft of the report"),
                            ("SIGN_OFF", "Sign-off"),
                            ("QA_ANSWERS", "Answers to the Home Office"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "subject_key",
                    models.CharField(help_text="Which one, within its kind", max_length=40),
                ),
                (
                    "label",
                    models.CharField(
                        help_text="What it is called; never with a name in it", max_length=100
                    ),
                ),
                ("version", models.CharField(max_length=20)),
                (
                    "sha256",
                    models.CharField(help_text="Of exactly what was put to people", max_length=64),
                ),
                ("text", models.TextField(blank=True)),
                (
                    "is_sensitive",
                    models.BooleanField(
                        default=True,
                        help_text="Marked OFFICIAL-SENSITIVE: not shown to people without an account",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True, help_text="What those asked should know; shown to them"
                    ),
                ),
                ("opened_on", models.DateField()),
                ("closing_on", models.DateField(help_text="The last day to answer in time")),
                (
                    "silence",
                    models.CharField(
                        choices=[
                            ("AGREES", "No answer counts as agreement"),
                            ("NOTHING", "No answer counts as nothing"),
                        ],
                        max_length=10,
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("AGREED", "Agreed"),
                            ("AGREED_WITH_COMMENTS", "Agreed with comments"),
                            ("NOT_AGREED", "Not agreed"),
                            ("WITHDRAWN", "Withdrawn"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "outcome_words",
                    models.TextField(blank=True, help_text="Who said what, counted; or why not"),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreement_rounds",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ["-opened_on", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on__isnull", True)),
                        fields=("review", "subject_kind", "subject_key"),
                        name="round_about_one_thing_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("closing_on__gte", models.F("opened_on"))),
                        name="round_opens_before_it_closes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("document__isnull", False), ("text", "")),
                            models.Q(
                                models.Q(("text", ""), _negated=True), ("document__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="round_is_about_words_or_a_document",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                        name="round_has_the_hash_of_its_text",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", True),
                                ("closed_on__isnull", True),
                                ("outcome", ""),
                            ),
                            models.Q(
                                ("closed_at__isnull", False),
                                ("closed_on__isnull", False),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="round_closed_on_and_outcome_together",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgreementInvitee",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("full_name", models.CharField(max_length=200)),
                ("organisation", models.CharField(blank=True, max_length=200)),
                ("email", models.EmailField(max_length=254)),
                ("token_sha256", models.CharField(blank=True, max_length=64)),
                ("asked_at", models.DateTimeField()),
                ("reminded_at", models.DateTimeField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        help_text="Their account, where it may answer on the page",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements_asked",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitees",
                        to="panels.agreementround",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("round"),
                        django.db.models.functions.text.Lower("email"),
                        name="invitee_asked_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("token_sha256", ""), _negated=True),
                        fields=("token_sha256",),
                        name="invitee_holds_a_secret_of_their_own",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgreementAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "received_via",
                    models.CharField(
                        choices=[
                            ("PAGE", "Entered here by them"),
                            ("EMAIL", "Email"),
                            ("PHONE", "Telephone"),
                            ("POST", "Post"),
                            ("MEETING", "Meeting"),
                        ],
                        default="PAGE",
                        max_length=10,
                    ),
                ),
                (
                    "on_behalf_of",
                    privacy.fields.IdentifyingTextField(
                        blank=True, help_text="Whose words these are", null=True
                    ),
                ),
                (
                    "given_on",
                    models.DateField(blank=True, help_text="The day they gave them", null=True),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("AGREE", "Agree"),
                            ("WITH_COMMENTS", "Agree with comments"),
                            ("OBJECT", "Object"),
                        ],
                        max_length=20,
                    ),
                ),
                ("comment", models.TextField(blank=True)),
                ("by_link", models.BooleanField(default=False)),
                ("recorded_at", models.DateTimeField()),
                (
                    "original",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        help_text="Nobody where it came by link",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "invitee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="panels.agreementinvitee",
                    ),
                ),
            ],
            options={
                "ordering": ["-recorded_at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("given_on__isnull", True),
                                ("on_behalf_of__isnull", True),
                                ("original__isnull", True),
                                ("received_via", "PAGE"),
                            ),
                            models.Q(
                                models.Q(("received_via", "PAGE"), _negated=True),
                                ("given_on__isnull", False),
                                ("on_behalf_of__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="agreement_answer_says_where_it_comes_from",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer", "AGREE"),
                            models.Q(("comment", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="agreement_answer_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgreementDisposition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("MET", "Taken up: the text will change"),
                            ("NOT_TAKEN", "Not taken up, and kept as dissent"),
                            ("WITHDRAWN", "Withdrawn by the person who made it"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "answer",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disposition",
                        to="panels.agreementanswer",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="TermsOfReference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("period_from", privacy.fields.IdentifyingDateField(blank=True, null=True)),
                (
                    "period_to",
                    privacy.fields.IdentifyingDateField(
                        blank=True,
                        help_text="Usually the day of the death, so never printed",
                        null=True,
                    ),
                ),
                (
                    "period_form",
                    models.CharField(
                        choices=[
                            ("MONTHS", "Months and years"),
                            ("YEARS", "Years only"),
                            ("TO_DEATH", "From a month until the death"),
                        ],
                        default="MONTHS",
                        max_length=10,
                    ),
                ),
                ("period_rationale", models.TextField(blank=True)),
                (
                    "outside_period",
                    models.TextField(
                        blank=True,
                        help_text="What is looked at although it lies outside the period",
                    ),
                ),
                (
                    "purposes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                (
                                    "LEARN",
                                    "Learn from how people and organisations worked, alone and together",
                                ),
                                (
                                    "CHANGE",
                                    "Say what must change, who will do it, by when, and what will be different",
                                ),
                                (
                                    "APPLY",
                                    "Bring what is learnt into services, policies and procedures",
                                ),
                                (
                                    "PREVENT",
                                    "Help prevent such deaths, and improve how everybody meets domestic abuse",
                                ),
                                (
                                    "UNDERSTAND",
                                    "Understand domestic abuse better, and what those harmed live with",
                                ),
                                ("GOOD_PRACTICE", "Show what was done well"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=panels.models.terms.every_purpose,
                        size=None,
                    ),
                ),
                ("agreed_on", models.DateField(blank=True, null=True)),
                (
                    "agreed_otherwise",
                    models.CharField(
                        blank=True,
                        help_text="Such as a meeting held before this system",
                        max_length=200,
                    ),
                ),
                (
                    "agreed_reason",
                    models.TextField(
                        blank=True,
                        help_text="Why the day is unusual, or why an objection did not stop it",
                    ),
                ),
                (
                    "agreed_as",
                    models.JSONField(blank=True, help_text="As it prints, frozen", null=True),
                ),
                (
                    "sha256",
                    models.CharField(blank=True, help_text="Of the text as agreed", max_length=64),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "agreed_at_meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="panels.meeting",
                    ),
                ),
                (
                    "agreed_in_round",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="panels.agreementround",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terms_of_reference",
                        to="reviews.review",
                    ),
                ),
                (
                    "subjects",
                    models.ManyToManyField(blank=True, related_name="+", to="reviews.person"),
                ),
            ],
            options={
                "verbose_name_plural": "terms of reference",
                "ordering": ["-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "number"), name="terms_have_their_number"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("agreed_on__isnull", True)),
                        fields=("review",),
                        name="terms_have_one_draft_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("agreed_as__isnull", True),
                                ("agreed_at_meeting__isnull", True),
                                ("agreed_in_round__isnull", True),
                                ("agreed_on__isnull", True),
                                ("agreed_otherwise", ""),
                                ("sha256", ""),
                            ),
                            models.Q(
                                ("agreed_as__isnull", False),
                                ("agreed_on__isnull", False),
                                models.Q(("sha256", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="terms_agreed_on_and_as_together",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("agreed_on__isnull", True),
                            ("agreed_at_meeting__isnull", False),
                            ("agreed_in_round__isnull", False),
                            models.Q(("agreed_otherwise", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="terms_agreed_somewhere",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TermsContribution",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "asked_for",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("CHRONOLOGY", "Chronology"),
                                ("IMR", "Individual management review"),
                                ("SHORT_REPORT", "Short report"),
                                ("SUMMARY", "Summary of engagement"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                    ),
                ),
                (
                    "involvement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reviews.agencyinvolvement",
                    ),
                ),
                (
                    "terms",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contributions",
                        to="panels.termsofreference",
                    ),
                ),
            ],
            options={
                "ordering": ["involvement__agency__name", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("terms", "involvement"), name="terms_ask_each_agency_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("asked_for", []), _negated=True),
                        name="terms_ask_for_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TermsCharacteristic",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "characteristic",
                    models.CharField(
                        choices=[
                            ("AGE", "Age"),
                            ("DISABILITY", "Disability"),
                            ("GENDER_REASSIGNMENT", "Gender reassignment"),
                            ("MARRIAGE", "Marriage and civil partnership"),
                            ("PREGNANCY", "Pregnancy and maternity"),
                            ("RACE", "Race"),
                            ("RELIGION", "Religion or belief"),
                            ("SEX", "Sex"),
                            ("SEXUAL_ORIENTATION", "Sexual orientation"),
                            ("CARE_EXPERIENCE", "Experience of care as a child"),
                            ("CARER", "Caring for somebody, or being cared for"),
                            ("ARMED_FORCES", "Service in the armed forces"),
                        ],
                        max_length=20,
                    ),
                ),
                ("why", models.TextField()),
                ("expertise", models.TextField(blank=True, help_text="Whose expertise is sought")),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        help_text="Whose; empty for everybody the review is about",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reviews.person",
                    ),
                ),
                (
                    "terms",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="characteristics",
                        to="panels.termsofreference",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("terms", "characteristic", "person"),
                        name="terms_consider_a_characteristic_once",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KeyLineOfEnquiry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("root", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "number",
                    models.PositiveSmallIntegerField(help_text="Within its version, from 1"),
                ),
                ("text", models.TextField()),
                (
                    "why",
                    models.TextField(
                        blank=True, help_text="What in this review makes the panel ask"
                    ),
                ),
                (
                    "terms",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="enquiries",
                        to="panels.termsofreference",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "key lines of enquiry",
                "ordering": ["terms", "number"],
                "indexes": [models.Index(fields=["root"], name="enquiry_by_root")],
                "constraints": [
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("terms", "number"),
                        name="enquiry_has_its_own_number",
                    ),
                    models.UniqueConstraint(
                        fields=("terms", "root"), name="enquiry_once_in_a_version"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="enquiry_asks_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TermsSection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ROLES", "Chair, panel and partnership"),
                            ("EXPERT_ADVICE", "Expert advice"),
                            ("PARALLEL", "Parallel processes"),
                            ("FAMILY", "Family, friends and others who knew them"),
                            ("MEDIA", "Media"),
                            ("CONFIDENTIALITY", "Confidentiality"),
                            ("DISCLOSURE", "Disclosure"),
                        ],
                        max_length=20,
                    ),
                ),
                ("text", models.TextField()),
                (
                    "terms",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="panels.termsofreference",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("terms", "kind"), name="terms_section_once_for_each"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="terms_section_says_a_thing",
                    ),
                ],
            },
        ),
    ]
