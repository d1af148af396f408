"""The people of the samples about who is meant. All are invented."""

from datetime import date

from anonymity.checking.paper import Paper
from anonymity.checking.register import Agency, Person, Register

PEOPLE = Register(
    people=(
        Person(
            role="victim", pseudonym="Maris", sex="F", true_names=("Philippa Ostrander",),
            died_on=date(2019, 6, 12),
        ),
        Person(role="perpetrator", pseudonym="Tobin", sex="M", relationship="husband"),
        Person(role="family", pseudonym="Lorne", sex="M", relationship="brother of the victim"),
        Person(role="family", pseudonym="Odette", sex="F", relationship="mother of the victim"),
        Person(
            role="family", pseudonym="Garth", sex="M",
            relationship="first husband, father of Child A",
        ),
        Person(role="child", pseudonym="Child A", publish_sex=False, relationship="elder child"),
        Person(role="child", pseudonym="Child B", publish_sex=False, relationship="younger child"),
    ),
    agencies=(Agency(name="Calderwick Council"), Agency(name="Northmoor Police")),
    may_be_named=("Imelda Trask",),
)  # fmt: skip


def told(check, *lines, heading="BACKGROUND", register=PEOPLE):
    """Return what a check finds in paragraphs of a chapter about lives."""
    paper = Paper.of_text("\n\n".join([heading, *lines]))
    marks = check.find(paper, register)
    return [one.text for one in sorted(marks, key=lambda one: (one.line.number, one.start))]
