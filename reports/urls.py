from django.urls import path

from families.models import Side
from reports.views import (
    agreeing,
    calls,
    chapters,
    comments,
    drafts,
    elsewhere,
    family_words,
    figures,
    in_word,
    reading,
    releases,
    sections,
    sign_off,
    working,
    writing,
)

app_name = "reports"

REPORT = "reviews/<slug:reference>/report/"
SECTION = f"{REPORT}sections/<slug:slug>/"
DRAFTS = f"{REPORT}drafts/"
DRAFT = f"{DRAFTS}<int:number>/"
COMMENT = f"{DRAFT}comments/<int:comment_id>/"
IN_WORD = f"{REPORT}in-word/"
RETURNED = f"{IN_WORD}<int:returned>/"
SIGN_OFF = f"{REPORT}sign-offs/<int:sign_off_id>/"
COPIES = f"{DRAFT}copies/"
COPY = f"{COPIES}<int:copy>/"
READING = "read/<str:token>/"

DIED = {"side": Side.DIED}
PERPETRATOR = {"side": Side.PERPETRATOR}

urlpatterns = [
    # the working text
    path(REPORT, working.report, name="report"),
    path(f"{REPORT}paper/<slug:paper>/<slug:ending>/", working.report_file, name="report-file"),
    path(f"{REPORT}family-words/", family_words.family_words, name="family-words"),
    path(f"{REPORT}chapters/", chapters.chapters, name="chapters"),
    path(f"{REPORT}figures/", figures.figures, name="figures"),
    path(f"{REPORT}figures/<slug:sign>/", figures.figure, name="figure"),
    path(f"{REPORT}calls/", calls.calls, name="calls"),
    path(f"{REPORT}calls/take/<int:entry_id>/", calls.take_call, name="take-call"),
    path(f"{REPORT}calls/<int:number>/", calls.call, name="call"),
    path(SECTION, writing.write_section, name="write-section"),
    path(f"{SECTION}keep/", writing.keep_section, name="keep-section"),
    path(f"{SECTION}versions/", sections.section_versions, name="section-versions"),
    path(
        f"{SECTION}versions/<int:version>/restore/",
        sections.restore_section,
        name="restore-section",
    ),
    # in Word
    path(IN_WORD, in_word.in_word, name="in-word"),
    path(f"{IN_WORD}file/", in_word.report_to_write_in, name="file-to-write-in"),
    path(RETURNED, in_word.returned_text, name="returned-text"),
    path(f"{RETURNED}read/", in_word.read_returned, name="read-returned"),
    path(f"{RETURNED}file/", in_word.returned_file, name="returned-file"),
    # drafts
    path(DRAFTS, drafts.draft_list, name="drafts"),
    path(f"{DRAFTS}make/", drafts.make_draft, name="make-draft"),
    path(f"{DRAFTS}take-in/", elsewhere.take_in_draft, name="take-in-draft"),
    path(f"{DRAFTS}compare/<int:before>/<int:after>/", drafts.compare, name="compare-drafts"),
    path(DRAFT, drafts.draft, name="draft"),
    path(f"{DRAFT}summary/", drafts.draft_summary, name="draft-summary"),
    path(f"{DRAFT}paper/<slug:paper>/<slug:ending>/", drafts.draft_file, name="draft-file"),
    path(f"{DRAFT}original/", elsewhere.draft_original, name="draft-original"),
    path(f"{DRAFT}release/", drafts.release_draft, name="release-draft"),
    # comments
    path(f"{DRAFT}comments/", comments.comment_list, name="comments"),
    path(f"{DRAFT}comments/give/", comments.give_comment, name="give-comment"),
    path(f"{DRAFT}comments/enter/", comments.enter_comment, name="enter-comment"),
    path(f"{COMMENT}settle/", comments.settle_comment, name="settle-comment"),
    path(f"{COMMENT}original/", comments.comment_original, name="comment-original"),
    # agreement and sign-off
    path(f"{DRAFT}ask/", agreeing.ask_draft, name="ask-draft"),
    path(f"{DRAFT}ask-sign-off/", agreeing.ask_sign_off, name="ask-sign-off"),
    path(f"{DRAFT}agree/", agreeing.agree_draft, name="agree-draft"),
    path(f"{DRAFT}sign-off/", sign_off.sign_off_draft, name="sign-off"),
    path(f"{SIGN_OFF}minute/", sign_off.attach_minute, name="attach-minute"),
    path(f"{SIGN_OFF}file/<slug:which>/", sign_off.sign_off_file, name="sign-off-file"),
    # copies released to named people, and the reading room
    path(COPIES, releases.copies, DIED, name="copies"),
    path(f"{COPIES}release/", releases.release_to, DIED, name="release-to"),
    path(f"{COPIES}perpetrator/", releases.copies, PERPETRATOR, name="perpetrator-copies"),
    path(
        f"{COPIES}perpetrator/release/",
        releases.release_to,
        PERPETRATOR,
        name="perpetrator-release-to",
    ),
    path(COPY, releases.release, name="release"),
    path(f"{COPY}print/", releases.print_copy, name="print-copy"),
    path(f"{COPY}hand-over/", releases.hand_over, name="hand-over"),
    path(f"{COPY}take-back/", releases.take_back, name="take-back-copy"),
    path(f"{COPY}recall/", releases.recall, name="recall-copy"),
    path(f"{COPY}code/", releases.code, name="reading-code-by-telephone"),
    path(READING, reading.reading, name="reading"),
    path(f"{READING}summary/", reading.reading_summary, name="reading-summary"),
    path(f"{READING}code/", reading.enter_code, name="reading-code"),
    path(f"{READING}code/send/", reading.send_code, name="reading-send-code"),
    path(f"{READING}comment/", reading.remark, name="reading-comment"),
    path(f"{READING}finished/", reading.have_read, name="reading-finished"),
    path(f"{READING}close/", reading.leave, name="reading-leave"),
]
