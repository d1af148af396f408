"""Asked to be looked at afterwards; said not to have been, or nothing said of it."""

from collections.abc import Iterator

from actionplans.checks.reading import words_in
from actionplans.checks.remark import Remark
from actionplans.checks.update import Update

LOOK = "audit*|evaluat*|dip-sampl*|dip sampl*|spot check*|quality assur*|re-audit*"
ASKED = words_in(f"{LOOK}|monitor*|measure the|measure its|assess the impact|sample")
LOOKED = words_in(
    f"{LOOK}|sampl*|check*|found|survey*|review* of|figures|number of|median|data"
    "|reported|monitor*|looked at|inspect*|measured"
)
NOT_YET = words_in(
    r"no|not|never|none|yet to|without|n't|didn't|hasn't|wasn't|due|planned|will|to follow"
    r"|against|awaiting|to be|instead of|outstanding|pending|cancelled|postponed"
)
OF_IT = words_in(LOOK + "|monitor*|sampl*|impact")


def check(update: Update) -> Iterator[Remark]:
    if not ASKED.search(update.wanted):
        return
    denied = next((one for one in update.clauses if OF_IT.search(one) and NOT_YET.search(one)), "")
    if denied or not LOOKED.search(update.words):
        yield Remark(
            "audited",
            "It was asked to be looked at afterwards; the update does not say that it was.",
            "Only a look afterwards shows whether people meet something different.",
            "Say who looked at how many, when, and what they found, or report progress.",
            denied,
        )
