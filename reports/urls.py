from django.urls import path

from reports.views import agreeing, comments, drafts, sections, sign_off, working

app_name = "reports"

REPORT = "reviews/<slug:reference>/report/"
SECTION = f"{REPORT}sections/<slug:slug>/"
DRAFTS = f"{REPORT}drafts/"
DRAFT = f"{DRAFTS}<int:number>/"
COMMENT = f"{DRAFT}comments/<int:comment_id>/"
SIGN_OFF = f"{REPORT}sign-offs/<int:sign_off_id>/"

urlpatterns = [
    # the working text
    path(REPORT, working.report, name="report"),
    path(f"{REPORT}paper/<slug:paper>/<slug:ending>/", working.report_file, name="report-file"),
    path(SECTION, sections.write_section, name="write-section"),
    path(f"{SECTION}versions/", sections.section_versions, name="section-versions"),
    path(
        f"{SECTION}versions/<int:version>/restore/",
        sections.restore_section,
        name="restore-section",
    ),
    # drafts
    path(DRAFTS, drafts.draft_list, name="drafts"),
    path(f"{DRAFTS}make/", drafts.make_draft, name="make-draft"),
    path(f"{DRAFTS}compare/<int:before>/<int:after>/", drafts.compare, name="compare-drafts"),
    path(DRAFT, drafts.draft, name="draft"),
    path(f"{DRAFT}summary/", drafts.draft_summary, name="draft-summary"),
    path(f"{DRAFT}paper/<slug:paper>/<slug:ending>/", drafts.draft_file, name="draft-file"),
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
]
