from dataclasses import dataclass

from reviews.regimes.checklists import CIRCUMSTANCES, ELIGIBILITY

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Regime:
    """
    One legal basis for a review.

    standing: what is known of its being in force, in words fit to show.
    decision_maker: who decides whether to review, in the field's words.
    limbs: the parts of the statutory definition a decision may rest on, by code.
    eligibility: what the partnership checks before deciding, by code.
    circumstances: circumstances of concern, by code.
    """

    code: str
    name: str
    label: str
    legal_basis: str
    standing: str
    decision_maker: str
    limbs: Options
    eligibility: Options = ELIGIBILITY
    circumstances: Options = CIRCUMSTANCES
