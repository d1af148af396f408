import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import privacy.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0001_initial"),
        ("reviews", "0002_agency_contact"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FamilyContact",
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
                            ("FAMILY", "Family member"),
                            ("FRIEND", "Friend"),
                            ("COLLEAGUE", "Colleague"),
                            ("NEIGHBOUR", "Neighbour"),
                            ("EMPLOYER", "Employer"),
                            ("PERPETRATOR", "Perpetrator, or alleged"),
                            ("PERPETRATOR_FAMILY", "Family of the perpetrator"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "own_name",
                    privacy.fields.IdentifyingTextField(
                        blank=True,
                        help_text="Of somebody who is not one of the people of the review",
                        null=True,
                    ),
                ),
                (
                    "relationship",
                    privacy.fields.IdentifyingTextField(
                        help_text="To the person who died, or the perpetrator"
                    ),
                ),
                (
                    "route",
                    models.CharField(
                        choices=[
                            ("FLO", "Family liaison officer"),
                            ("ADVOCATE", "Advocate"),
                            ("DIRECT", "Directly"),
                            ("PRISON_GOVERNOR", "Prison governor"),
                            ("RESPONSIBLE_CLINICIAN", "Responsible clinician"),
                            ("GO_BETWEEN", "Relative or friend as go-between"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "route_through",
                    privacy.fields.IdentifyingTextField(
                        blank=True, help_text="Name, post and how to reach whoever stands between"
                    ),
                ),
                (
                    "reached_at",
                    privacy.fields.IdentifyingTextField(
                        blank=True, help_text="Telephone, email, address"
                    ),
                ),
                ("language", privacy.fields.IdentifyingTextField(blank=True)),
                ("interpreter_needed", models.BooleanField(default=False)),
                (
                    "interpreter",
                    privacy.fields.IdentifyingTextField(blank=True, help_text="Never a relative"),
                ),
                (
                    "preference",
                    privacy.fields.IdentifyingTextField(
                        blank=True, help_text="How they wish to be contacted"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reviews.person",
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
                        related_name="family_contacts",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("own_name__isnull", False), ("person__isnull", True)),
                            models.Q(("own_name__isnull", True), ("person__isnull", False)),
                            _connector="OR",
                        ),
                        name="family_contact_is_a_person_or_has_a_name",
                    ),
                    models.UniqueConstraint(
                        fields=("person",), name="family_contact_once_for_each_person"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FamilyContactEntry",
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
                            ("LETTER", "Letter or leaflet sent"),
                            ("ADVOCACY", "Advocacy offered"),
                            ("TERMS", "Terms of reference shared"),
                            ("DRAFT", "Draft given to read"),
                            ("QA_LETTER", "Home Office letter shared"),
                            ("APPROACH", "Decision on approaching them"),
                            ("RESPONSE", "What they wish"),
                            ("CONTACT", "Call, message or visit"),
                            ("MEETING", "Meeting"),
                            ("COMMENTS", "Comments on a draft"),
                            ("PSEUDONYM", "Pseudonym chosen or approved"),
                            ("PUBLICATION", "Publication date agreed"),
                            ("TRANSCRIPT", "Notes of a meeting approved"),
                            ("DISPOSITION", "What became of their comments"),
                            ("TAKEN_BACK", "Taken back"),
                        ],
                        max_length=12,
                    ),
                ),
                ("happened_on", models.DateField()),
                (
                    "by_whom",
                    privacy.fields.IdentifyingTextField(
                        blank=True, help_text="Who was in touch with them"
                    ),
                ),
                (
                    "route",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("FLO", "Family liaison officer"),
                            ("ADVOCATE", "Advocate"),
                            ("DIRECT", "Directly"),
                            ("PRISON_GOVERNOR", "Prison governor"),
                            ("RESPONSIBLE_CLINICIAN", "Responsible clinician"),
                            ("GO_BETWEEN", "Relative or friend as go-between"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("POST", "Letter"),
                            ("EMAIL", "Email"),
                            ("MESSAGE", "Text message"),
                            ("PHONE", "Telephone"),
                            ("VIDEO", "Video call"),
                            ("IN_PERSON", "In person"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", privacy.fields.IdentifyingTextField(blank=True)),
                (
                    "leaflet",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("FAMILY", "Leaflet for families"),
                            ("FRIENDS", "Leaflet for friends"),
                            ("COLLEAGUES", "Leaflet for colleagues"),
                            ("EMPLOYERS", "Leaflet for employers"),
                        ],
                        max_length=12,
                    ),
                ),
                ("leaflet_version", privacy.fields.IdentifyingTextField(blank=True)),
                ("advocacy_body", privacy.fields.IdentifyingTextField(blank=True)),
                (
                    "advocacy_answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("NOT_YET", "No answer yet"),
                            ("ACCEPTED", "Accepted"),
                            ("DECLINED", "Declined"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "starter",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("REVIEW", "The review got in touch"),
                            ("THEY", "They got in touch"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "response",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("DECLINED", "Declined"),
                            ("DECLINED_FOR_NOW", "Declined for now"),
                            ("UPDATES_ONLY", "Wishes updates only"),
                            ("CONTRIBUTES", "Contributes"),
                        ],
                        max_length=20,
                    ),
                ),
                ("ask_again_on", models.DateField(blank=True, null=True)),
                (
                    "approach",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("TO_BE", "To be approached"),
                            ("NOT_TO_BE", "Not to be approached"),
                            ("UNREACHABLE", "Could not be reached"),
                        ],
                        max_length=12,
                    ),
                ),
                ("advice_of", privacy.fields.IdentifyingTextField(blank=True)),
                ("place", privacy.fields.IdentifyingTextField(blank=True)),
                ("present", privacy.fields.IdentifyingTextField(blank=True)),
                ("interpreter", privacy.fields.IdentifyingTextField(blank=True)),
                ("notes_to_approve", models.BooleanField(default=False)),
                ("version_label", privacy.fields.IdentifyingTextField(blank=True)),
                ("days_given", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "read_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("PAPER", "A numbered paper copy"),
                            ("ELECTRONIC", "A file"),
                            ("TOGETHER", "Read with the chair or an advocate"),
                            ("TRANSLATED", "A translation, or read through an interpreter"),
                        ],
                        max_length=12,
                    ),
                ),
                ("pseudonym", privacy.fields.IdentifyingTextField(blank=True)),
                (
                    "pseudonym_act",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("CHOSE", "They chose it"),
                            ("APPROVED", "They approved it"),
                            ("REFUSED", "They do not want it"),
                        ],
                        max_length=10,
                    ),
                ),
                ("publication_on", models.DateField(blank=True, null=True)),
                (
                    "disposition",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ADOPTED", "Adopted"),
                            ("IN_PART", "Adopted in part"),
                            ("NOT_ADOPTED", "Not adopted"),
                        ],
                        max_length=12,
                    ),
                ),
                ("unusual_reason", privacy.fields.IdentifyingTextField(blank=True)),
                (
                    "despite_reason",
                    privacy.fields.IdentifyingTextField(
                        blank=True, help_text="Why on a day on which they were not to be written to"
                    ),
                ),
                ("correction_reason", privacy.fields.IdentifyingTextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "answers",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answered_by",
                        to="families.familycontactentry",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="log",
                        to="families.familycontact",
                    ),
                ),
                (
                    "corrects",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="correction",
                        to="families.familycontactentry",
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
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reviews.person",
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
                    "root",
                    models.ForeignKey(
                        blank=True,
                        help_text="The first of a line of corrections; answers point at it",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="families.familycontactentry",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "family contact entries",
                "ordering": ["-happened_on", "-id"],
                "indexes": [models.Index(fields=["contact", "kind"], name="family_entry_by_kind")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("leaflet", ""), ("kind", "LETTER"), _connector="OR"),
                        name="family_entry_leaflet_goes_with_a_letter",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("advocacy_answer__gt", ""), ("kind", "ADVOCACY")),
                            models.Q(
                                models.Q(("kind", "ADVOCACY"), _negated=True),
                                models.Q(("advocacy_answer__gt", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="family_entry_advocacy_has_its_answer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "RESPONSE"), ("response__gt", "")),
                            models.Q(
                                models.Q(("kind", "RESPONSE"), _negated=True),
                                models.Q(("response__gt", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="family_entry_response_says_what_they_wish",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approach__gt", ""), ("kind", "APPROACH")),
                            models.Q(
                                models.Q(("kind", "APPROACH"), _negated=True),
                                models.Q(("approach__gt", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="family_entry_approach_says_what_was_decided",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("days_given__gt", 0),
                                ("days_given__isnull", False),
                                ("kind", "DRAFT"),
                            ),
                            models.Q(
                                models.Q(("kind", "DRAFT"), _negated=True),
                                ("days_given__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="family_entry_draft_has_its_days",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "PSEUDONYM"), ("person__isnull", False)),
                            models.Q(
                                models.Q(("kind", "PSEUDONYM"), _negated=True),
                                models.Q(("person__isnull", False), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="family_entry_pseudonym_names_its_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "PUBLICATION"), ("publication_on__isnull", False)),
                            models.Q(
                                models.Q(("kind", "PUBLICATION"), _negated=True),
                                models.Q(("publication_on__isnull", False), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="family_entry_publication_has_its_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answers__isnull", False),
                                ("kind__in", ["TRANSCRIPT", "DISPOSITION"]),
                            ),
                            models.Q(
                                models.Q(
                                    ("kind__in", ["TRANSCRIPT", "DISPOSITION"]), _negated=True
                                ),
                                ("answers__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="family_entry_answers_an_earlier_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "TAKEN_BACK"), _negated=True),
                            ("corrects__isnull", False),
                            _connector="OR",
                        ),
                        name="family_entry_taken_back_names_which",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("corrects__isnull", True), ("root__isnull", True)),
                            models.Q(("corrects__isnull", False), ("root__isnull", False)),
                            _connector="OR",
                        ),
                        name="family_entry_correction_has_its_root",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="QuietDate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_on", privacy.fields.IdentifyingDateField()),
                (
                    "to_on",
                    privacy.fields.IdentifyingDateField(
                        blank=True, help_text="Empty for a single day", null=True
                    ),
                ),
                ("every_year", models.BooleanField(default=False)),
                (
                    "why",
                    privacy.fields.IdentifyingTextField(
                        help_text="Such as the birthday of her brother"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="quiet_dates",
                        to="families.familycontact",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
    ]
