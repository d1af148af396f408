"""The usual words of the letter with which recommendations go to a body."""

STANDARD = """\
We have reviewed a death in our area under section 9 of the Domestic Violence, Crime and Victims \
Act 2004. The review recommends what stands below, which we understand to be for {body} to decide.

We ask you to tell us within 28 days that you have this letter, and within 56 days, for each \
recommendation, whether you accept it, in whole or in part, and what you will do; or why you do \
not accept it. If it is for another body, tell us which.

We give your answer to the Domestic Abuse Commissioner and may publish it beside the \
recommendation."""


def standard_covering(body: str) -> str:
    return STANDARD.format(body=body)
