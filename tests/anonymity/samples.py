"""What the samples of every check share. All people, places and numbers are invented."""

from datetime import date

from anonymity.checking.paper import Paper
from anonymity.checking.register import Agency, Generalised, Person, Place, Reference, Register

REGISTER = Register(
    people=(
        Person(
            role="victim", pseudonym="Maris", true_names=("Philippa Ostrander",),
            aliases=("Pip",), initials=("PO",), sex="F", relationship="wife",
            born_on=date(1985, 4, 3), died_on=date(2019, 6, 12),
        ),
        Person(
            role="perpetrator", pseudonym="Tobin", true_names=("Garrick Wendelhome",),
            initials=("GW",), sex="M", relationship="husband",
        ),
        Person(role="child", pseudonym="Child A", sex="F", publish_sex=False),
        Person(role="child", pseudonym="Child B", publish_sex=False),
    ),
    places=(Place(kind="school", name="Quarry Lane Primary", published_as="a primary school"),),
    references=(Reference(kind="crime", value="42/71998/19"),),
    agencies=(Agency(name="Calderwick Council"), Agency(name="Northmoor Police", aliases=("NP",))),
    may_be_named=("Imelda Trask", "Rowan Pell"),
    other_reviews=("The death of Corisande",),
    period_from=date(2012, 1, 1),
    period_to=date(2019, 6, 12),
    generalised=(
        Generalised(
            fact="her diagnosis", published_as="a long illness", gives_away=("infusion clinic",)
        ),
    ),
)  # fmt: skip


def found(check, *lines, register=REGISTER):
    """Return what a check finds in lines, in their order, as the words that it marks."""
    paper = Paper.of_text("\n".join(lines))
    marks = check.find(paper, register)
    return [one.text for one in sorted(marks, key=lambda one: (one.line.number, one.start))]
