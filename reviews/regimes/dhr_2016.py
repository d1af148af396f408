from reviews.regimes.regime import Regime

DHR_2016 = Regime(
    code="DHR_2016",
    name="Domestic homicide review, 2016 guidance",
    label="DHR",
    legal_basis="Section 9 of the Domestic Violence, Crime and Victims Act 2004",
    standing="In force",
    decision_maker="Chair of the community safety partnership",
    limbs=(
        ("RELATIVE", "Violence, abuse or neglect by a relative"),
        ("INTIMATE_PARTNER", "Violence, abuse or neglect by a current or former intimate partner"),
        ("HOUSEHOLD", "Violence, abuse or neglect by a member of the same household"),
        ("SUICIDE", "Apparent suicide where the circumstances give concern"),
    ),
)
