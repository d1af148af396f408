from reviews.regimes.regime import Regime

DARDR = Regime(
    code="DARDR",
    name="Domestic abuse related death review",
    label="DARDR",
    legal_basis="Section 19 of the Victims and Prisoners Act 2024",
    standing="Not confirmed to be in force",
    decision_maker="Chair of the community safety partnership",
    limbs=(
        ("DOMESTIC_ABUSE", "Domestic abuse towards the person, as the 2021 Act defines it"),
        ("SUICIDE", "Apparent suicide following domestic abuse"),
    ),
)
