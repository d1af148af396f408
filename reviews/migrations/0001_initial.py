import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import privacy.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("documents", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "reference",
                    models.CharField(
                        max_length=30,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Z0-9]+(-[A-Z0-9]+)+$",
                                "A reference is capital letters, digits and hyphens, such as NS-DHR-4. It carries no name.",
                            )
                        ],
                    ),
                ),
                (
                    "regime_code",
                    models.CharField(
                        choices=[
                            ("DHR_2016", "Domestic homicide review, 2016 guidance"),
                            ("DARDR", "Domestic abuse related death review"),
                            ("SUSR", "Single unified safeguarding review (Wales)"),
                        ],
                        default="DHR_2016",
                        max_length=20,
                    ),
                ),
                ("display_label", models.CharField(default="DHR", max_length=20)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("INTIMATE_PARTNER", "Intimate partner homicide"),
                            ("FAMILIAL", "Adult family homicide"),
                            ("HOUSEHOLD", "Member of the same household"),
                            ("SUICIDE", "Suicide"),
                            ("UNEXPLAINED", "Unexplained or unexpected death"),
                            ("MULTIPLE", "More than one person killed"),
                            ("HOMICIDE_SUICIDE", "Homicide followed by suicide"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("NOTIFIED", "Notified"),
                            ("DECISION_PENDING", "Decision pending"),
                            ("NOT_TO_REVIEW", "Not to review"),
                            ("HO_SCRUTINY", "Home Office scrutiny of the decision"),
                            ("CLOSED_NO_REVIEW", "Closed without a review"),
                            ("DIRECTED", "Directed to review"),
                            ("COMMISSIONED", "Commissioned"),
                            ("PANEL_FORMED", "Panel formed"),
                            ("TOR_AGREED", "Terms of reference agreed"),
                            ("EVIDENCE", "Collecting evidence"),
                            ("DRAFTING", "Drafting"),
                            ("FAMILY_AND_AGENCY_REVIEW", "Family and agencies reading"),
                            ("PANEL_AGREED", "Agreed by the panel"),
                            ("CSP_SIGNED_OFF", "Signed off by the partnership"),
                            ("HO_SUBMITTED", "Sent to the Home Office"),
                            ("HO_QA", "Home Office quality assurance"),
                            ("FURTHER_WORK", "Further work asked for"),
                            ("CLEARED_WITH_CHANGES", "Cleared subject to changes"),
                            ("REVISING", "Revising"),
                            ("CLEARED", "Cleared"),
                            ("PRE_PUBLICATION", "Preparing to publish"),
                            ("PUBLISHED", "Published"),
                            ("WITHHELD", "Not published"),
                            ("ACTION_MONITORING", "Following up actions"),
                            ("CONCLUDED", "Concluded"),
                            ("RETENTION", "Kept for retention"),
                        ],
                        default="NOTIFIED",
                        max_length=30,
                    ),
                ),
                (
                    "pseudonym_title",
                    models.CharField(
                        blank=True,
                        help_text="The name the published report goes by",
                        max_length=100,
                    ),
                ),
                ("notified_on", models.DateField()),
                (
                    "notified_by",
                    models.CharField(
                        blank=True,
                        help_text="The body that told the partnership of the death",
                        max_length=200,
                    ),
                ),
                ("incident_on", privacy.fields.IdentifyingDateField(blank=True, null=True)),
                ("died_on", privacy.fields.IdentifyingDateField(blank=True, null=True)),
                ("period_from", privacy.fields.IdentifyingDateField(blank=True, null=True)),
                ("period_to", privacy.fields.IdentifyingDateField(blank=True, null=True)),
                (
                    "unusual_reason",
                    models.TextField(
                        blank=True, help_text="Why the notification came so late after the death"
                    ),
                ),
                (
                    "adopted_reason",
                    models.TextField(
                        blank=True,
                        help_text="For a review begun before this system: why gates were waived",
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "notification",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
                (
                    "partner_partnerships",
                    models.ManyToManyField(
                        blank=True,
                        related_name="reviews_joined",
                        to="agencies.communitysafetypartnership",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="agencies.communitysafetypartnership",
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
                "ordering": ["-notified_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("VICTIM", "Person who died"),
                            ("PERPETRATOR", "Perpetrator, or alleged"),
                            ("CHILD", "Child"),
                            ("FAMILY", "Family member"),
                            ("FRIEND", "Friend"),
                            ("WITNESS", "Witness"),
                            ("COLLEAGUE", "Colleague"),
                            ("NEIGHBOUR", "Neighbour"),
                            ("PROFESSIONAL", "Professional"),
                        ],
                        max_length=20,
                    ),
                ),
                ("true_name", privacy.fields.IdentifyingTextField()),
                ("aliases", privacy.fields.IdentifyingListField(blank=True, default=list)),
                ("born_on", privacy.fields.IdentifyingDateField(blank=True, null=True)),
                ("pseudonym", models.CharField(blank=True, max_length=100)),
                (
                    "pseudonym_chosen_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("FAMILY", "The family"),
                            ("CHAIR", "The independent chair"),
                            ("CHILD", "The victim's child"),
                            ("PANEL", "The panel"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "pseudonym_approved_on",
                    models.DateField(
                        blank=True, help_text="The day the family approved it", null=True
                    ),
                ),
                (
                    "initials_in_records",
                    privacy.fields.IdentifyingListField(
                        blank=True,
                        default=list,
                        help_text="Initials that agencies use in their records",
                    ),
                ),
                (
                    "relationship",
                    models.CharField(
                        blank=True,
                        help_text="To the person who died, such as former partner",
                        max_length=100,
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "people",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("pseudonym", ""), _negated=True),
                        fields=("review", "pseudonym"),
                        name="pseudonym_names_one_person",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AgencyInvolvement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("added_on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="involvements",
                        to="agencies.agency",
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
                        related_name="involvements",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ["agency__name", "id"],
                "indexes": [
                    models.Index(fields=["agency", "review"], name="involvement_by_agency")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "agency"), name="involvement_once_for_each_agency"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("alias", models.CharField(help_text="Such as Address 1", max_length=40)),
                ("address", privacy.fields.IdentifyingTextField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="addresses",
                        to="reviews.person",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "person addresses",
                "ordering": ["alias", "id"],
            },
        ),
        migrations.CreateModel(
            name="Notice",
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
                            ("HOME_OFFICE_DECISION", "Home Office told of the decision"),
                            ("FAMILY_DECISION", "Family told of the decision"),
                            ("HOME_OFFICE_DIRECTION", "Direction received from the Home Office"),
                            ("HOME_OFFICE_DELAY", "Home Office told of a hold or a later date"),
                            ("FAMILY_DELAY", "Family told of a hold or a later date"),
                        ],
                        max_length=24,
                    ),
                ),
                ("sent_on", models.DateField()),
                (
                    "route",
                    models.CharField(
                        choices=[
                            ("EMAIL", "Email"),
                            ("POST", "Post"),
                            ("BY_HAND", "By hand"),
                            ("LIAISON_OFFICER", "Through the family liaison officer"),
                            ("ADVOCATE", "Through an advocate"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "reference",
                    models.CharField(
                        blank=True,
                        help_text="The other side's reference, if it gave one",
                        max_length=100,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "letter",
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
                        related_name="notices",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ["sent_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("CSP_OFFICER", "CSP officer"),
                            ("CSP_CHAIR", "CSP chair"),
                            ("INDEPENDENT_CHAIR", "Independent chair"),
                            ("REVIEW_SECRETARY", "Review manager or secretary"),
                            ("PANEL_MEMBER", "Panel member"),
                            ("ADVISER", "Specialist adviser"),
                            ("NEIGHBOURING_OFFICER", "Neighbouring partnership's officer"),
                            ("IMR_AUTHOR", "IMR author"),
                            ("SENIOR_SIGN_OFF", "Senior sign-off"),
                            ("HOME_OFFICE_LIAISON", "Home Office liaison"),
                        ],
                        max_length=24,
                    ),
                ),
                ("from_on", models.DateField()),
                (
                    "until_on",
                    models.DateField(
                        blank=True, help_text="The last day; empty while open", null=True
                    ),
                ),
                ("admitted_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "admitted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="auth.group",
                    ),
                ),
                (
                    "involvement",
                    models.ForeignKey(
                        blank=True,
                        help_text="The agency they speak for; empty for people of the review as a whole",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="reviews.agencyinvolvement",
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ["role", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("removed_at__isnull", True)),
                        fields=("user", "group"),
                        name="membership_once_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on__isnull", True),
                            ("until_on__gte", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="membership_starts_before_it_ends",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EarlierStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "event",
                    models.CharField(
                        help_text="In words, such as First panel meeting", max_length=100
                    ),
                ),
                ("happened_on", models.DateField(blank=True, null=True)),
                ("note", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
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
                        related_name="earlier_steps",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ["happened_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="Decision",
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
                    "outcome",
                    models.CharField(
                        choices=[
                            ("REVIEW", "Hold a review"),
                            ("JOINT", "Hold a joint review"),
                            ("NO_REVIEW", "Do not hold a review"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[("PROVISIONAL", "Provisional"), ("CONFIRMED", "Confirmed")],
                        max_length=12,
                    ),
                ),
                ("decided_on", models.DateField()),
                (
                    "decided_by",
                    models.CharField(help_text="Name and post of the CSP chair", max_length=200),
                ),
                ("rationale", models.TextField()),
                ("dissent", models.TextField(blank=True, help_text="Who disagreed, and why")),
                (
                    "limb",
                    models.CharField(
                        blank=True, help_text="Part of the definition it meets", max_length=30
                    ),
                ),
                (
                    "eligibility",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "circumstances",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "joint_with",
                    models.CharField(
                        blank=True,
                        help_text="The other review, such as a safeguarding adults review",
                        max_length=200,
                    ),
                ),
                ("unusual_reason", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "minute",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
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
                        related_name="decisions",
                        to="reviews.review",
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
                        name="decision_says_where_it_comes_from",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Deadline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=4)),
                ("started_on", models.DateField()),
                (
                    "due_on",
                    models.DateField(
                        help_text="By the rule; an agreed later date stands apart from it"
                    ),
                ),
                ("met_on", models.DateField(blank=True, null=True)),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deadlines",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("met_on__isnull", True)),
                        fields=("review", "code"),
                        name="deadline_runs_once_at_a_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewGrant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "content_object",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="grants",
                        to="reviews.review",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="auth.group"),
                ),
                (
                    "permission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="auth.permission"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "unique_together": {("group", "permission", "content_object")},
            },
        ),
        migrations.CreateModel(
            name="StageMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "from_stage",
                    models.CharField(
                        choices=[
                            ("NOTIFIED", "Notified"),
                            ("DECISION_PENDING", "Decision pending"),
                            ("NOT_TO_REVIEW", "Not to review"),
                            ("HO_SCRUTINY", "Home Office scrutiny of the decision"),
                            ("CLOSED_NO_REVIEW", "Closed without a review"),
                            ("DIRECTED", "Directed to review"),
                            ("COMMISSIONED", "Commissioned"),
                            ("PANEL_FORMED", "Panel formed"),
                            ("TOR_AGREED", "Terms of reference agreed"),
                            ("EVIDENCE", "Collecting evidence"),
                            ("DRAFTING", "Drafting"),
                            ("FAMILY_AND_AGENCY_REVIEW", "Family and agencies reading"),
                            ("PANEL_AGREED", "Agreed by the panel"),
                            ("CSP_SIGNED_OFF", "Signed off by the partnership"),
                            ("HO_SUBMITTED", "Sent to the Home Office"),
                            ("HO_QA", "Home Office quality assurance"),
                            ("FURTHER_WORK", "Further work asked for"),
                            ("CLEARED_WITH_CHANGES", "Cleared subject to changes"),
                            ("REVISING", "Revising"),
                            ("CLEARED", "Cleared"),
                            ("PRE_PUBLICATION", "Preparing to publish"),
                            ("PUBLISHED", "Published"),
                            ("WITHHELD", "Not published"),
                            ("ACTION_MONITORING", "Following up actions"),
                            ("CONCLUDED", "Concluded"),
                            ("RETENTION", "Kept for retention"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "to_stage",
                    models.CharField(
                        choices=[
                            ("NOTIFIED", "Notified"),
                            ("DECISION_PENDING", "Decision pending"),
                            ("NOT_TO_REVIEW", "Not to review"),
                            ("HO_SCRUTINY", "Home Office scrutiny of the decision"),
                            ("CLOSED_NO_REVIEW", "Closed without a review"),
                            ("DIRECTED", "Directed to review"),
                            ("COMMISSIONED", "Commissioned"),
                            ("PANEL_FORMED", "Panel formed"),
                            ("TOR_AGREED", "Terms of reference agreed"),
                            ("EVIDENCE", "Collecting evidence"),
                            ("DRAFTING", "Drafting"),
                            ("FAMILY_AND_AGENCY_REVIEW", "Family and agencies reading"),
                            ("PANEL_AGREED", "Agreed by the panel"),
                            ("CSP_SIGNED_OFF", "Signed off by the partnership"),
                            ("HO_SUBMITTED", "Sent to the Home Office"),
                            ("HO_QA", "Home Office quality assurance"),
                            ("FURTHER_WORK", "Further work asked for"),
                            ("CLEARED_WITH_CHANGES", "Cleared subject to changes"),
                            ("REVISING", "Revising"),
                            ("CLEARED", "Cleared"),
                            ("PRE_PUBLICATION", "Preparing to publish"),
                            ("PUBLISHED", "Published"),
                            ("WITHHELD", "Not published"),
                            ("ACTION_MONITORING", "Following up actions"),
                            ("CONCLUDED", "Concluded"),
                            ("RETENTION", "Kept for retention"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "moved_on",
                    models.DateField(
                        help_text="Empty where an adopted review's day is lost", null=True
                    ),
                ),
                (
                    "reason",
                    models.TextField(blank=True, help_text="For a step back, or an unusual day"),
                ),
                ("is_step_back", models.BooleanField(default=False)),
                ("before_this_system", models.BooleanField(default=False)),
                ("recorded_at", models.DateTimeField()),
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
                        related_name="moves",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="GateWaiver",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("gate", models.CharField(max_length=60)),
                ("said", models.TextField(help_text="The reasons to wait, as they were shown")),
                ("reason", models.TextField()),
                (
                    "move",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="waivers",
                        to="reviews.stagemove",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="InvolvementGrant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "content_object",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="grants",
                        to="reviews.agencyinvolvement",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="auth.group"),
                ),
                (
                    "permission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="auth.permission"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "unique_together": {("group", "permission", "content_object")},
            },
        ),
    ]
