from reviews.regimes.regime import Regime

SUSR = Regime(
    code="SUSR",
    name="Single unified safeguarding review (Wales)",
    label="SUSR",
    legal_basis="Welsh Government guidance on single unified safeguarding reviews",
    standing="Timescale and the part of the Home Office not confirmed",
    decision_maker="Chair of the regional safeguarding board",
    limbs=(
        ("RELATIVE", "Violence, abuse or neglect by a relative"),
        ("INTIMATE_PARTNER", "Violence, abuse or neglect by a current or former intimate partner"),
        ("HOUSEHOLD", "Violence, abuse or neglect by a member of the same household"),
        ("SUICIDE", "Apparent suicide where the circumstances give concern"),
    ),
)
