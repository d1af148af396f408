"""
What a recommendation or an action lacks as it is drafted, and where what was asked and what an
update says disagree. One check a file, named for what it looks at.

A check is a pure function. Each remark says what is missing, why it matters and what would mend
it. They advise; two things wait for them: words that only say that something was sent are not
taken as done (`actionplans.rules.updates`), and what disagrees is answered before it is verified.
"""
