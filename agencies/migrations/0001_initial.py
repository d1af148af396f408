import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="CommunitySafetyPartnership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, unique=True)),
                ("slug", models.SlugField(max_length=60, unique=True)),
                (
                    "reference_prefix",
                    models.CharField(
                        help_text="Begins each review's reference, such as NS in NS-DHR-4",
                        max_length=10,
                        unique=True,
                    ),
                ),
                ("region", models.CharField(blank=True, max_length=100)),
                ("police_force", models.CharField(blank=True, max_length=100)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("full_name", models.CharField(max_length=200)),
                ("is_active", models.BooleanField(default=True)),
                ("date_joined", models.DateTimeField(auto_now_add=True)),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "ordering": ["full_name", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("email"), name="user_email_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Agency",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, unique=True)),
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("short_name", models.CharField(blank=True, max_length=60)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("POLICE", "Police"),
                            ("AMBULANCE", "Ambulance service"),
                            ("ACUTE", "Hospital trust"),
                            ("MH", "Mental health trust"),
                            ("COMMUNITY", "Community health service"),
                            ("GP", "GP practice"),
                            ("ICB", "Integrated care board"),
                            ("CSC", "Children's social care"),
                            ("ASC", "Adult social care"),
                            ("HOUSING", "Housing provider"),
                            ("EDUCATION", "School or college"),
                            ("PROBATION", "Probation"),
                            ("VCS_SPECIALIST", "Specialist domestic abuse service"),
                            ("FAITH_COMMUNITY", "Faith or community organisation"),
                            ("EMPLOYER", "Employer"),
                            ("PRIVATE_HEALTHCARE", "Private healthcare"),
                            ("CAFCASS", "Cafcass"),
                            ("DWP", "Department for Work and Pensions"),
                            ("HOME_OFFICE", "Home Office"),
                            ("PRISON", "Prison"),
                            ("LOCAL_AUTHORITY", "Other council service"),
                            ("OTHER", "Other body"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "area",
                    models.CharField(
                        blank=True, help_text="Borough, county or region served", max_length=100
                    ),
                ),
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("secure_email", models.EmailField(blank=True, max_length=254)),
                (
                    "ever_statutory",
                    models.BooleanField(
                        default=False,
                        help_text="Has been a body named in section 9(4) of the 2004 Act",
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True)),
                (
                    "part_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="agencies.agency",
                    ),
                ),
                (
                    "successor_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successors",
                        to="agencies.agency",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "agencies",
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("successor_of__isnull", True),
                            models.Q(("successor_of", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="agency_does_not_succeed_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("part_of__isnull", True),
                            models.Q(("part_of", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="agency_is_not_part_of_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgencyContact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("full_name", models.CharField(max_length=200)),
                ("job_title", models.CharField(blank=True, max_length=200)),
                ("email", models.EmailField(max_length=254)),
                ("telephone", models.CharField(blank=True, max_length=40)),
                (
                    "is_single_point",
                    models.BooleanField(
                        default=False, help_text="The single point of contact for reviews"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to="agencies.agency",
                    ),
                ),
            ],
            options={
                "ordering": ["-is_single_point", "full_name", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_single_point", True)),
                        fields=("agency",),
                        name="agency_has_one_single_point_of_contact",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Post",
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
                            ("OFFICER", "CSP officer"),
                            ("CHAIR", "CSP chair"),
                            ("ADMINISTRATOR", "Administrator"),
                            ("HOME_OFFICE_LIAISON", "Home Office liaison"),
                        ],
                        max_length=20,
                    ),
                ),
                ("from_on", models.DateField()),
                (
                    "until_on",
                    models.DateField(
                        blank=True, help_text="The last day; empty while held", null=True
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="agencies.communitysafetypartnership",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["partnership", "kind", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on__isnull", True),
                            ("until_on__gte", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="post_starts_before_it_ends",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until_on__isnull", True)),
                        fields=("partnership", "user", "kind"),
                        name="post_held_once_at_a_time",
                    ),
                ],
            },
        ),
    ]
