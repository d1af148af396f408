"""Pages of one form about a review's money: what all of them share."""

from functools import partial

from timescales.views.asking import ask

ask_of_costs = partial(ask, back="costs:costs", template="costs/ask.html")
