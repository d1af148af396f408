from django.urls import path

from reviews.views import (
    admission,
    decisions,
    holds,
    independence,
    opening,
    people,
    posts,
    reviews,
    stages,
    ties,
    trail,
    work,
)

app_name = "reviews"

REVIEW = "reviews/<slug:reference>/"

urlpatterns = [
    path("", work.my_work, name="my-work"),
    path("hat/", work.switch_hat, name="switch-hat"),
    path("partnerships/<slug:slug>/posts/", posts.post_list, name="posts"),
    path("partnerships/<slug:slug>/posts/give/", posts.start_post, name="start-post"),
    path("partnerships/<slug:slug>/posts/<int:post_id>/end/", posts.end_post, name="end-post"),
    path(
        "partnerships/<slug:slug>/posts/<int:post_id>/confirm/",
        posts.confirm_post,
        name="confirm-post",
    ),
    path("partnerships/<slug:slug>/trail/", trail.of_accounts, name="account-trail"),
    path("partnerships/<slug:slug>/trail/file/", trail.of_accounts_file, name="account-trail-file"),
    path("reviews/", reviews.review_list, name="list"),
    path("reviews/open/", opening.open_review, name="open"),
    path(REVIEW, reviews.review_home, name="home"),
    path(f"{REVIEW}adopt/", opening.adopt, name="adopt"),
    path(f"{REVIEW}history/", trail.history, name="history"),
    path(f"{REVIEW}history/file/", trail.history_file, name="history-file"),
    path(f"{REVIEW}messages/", reviews.messages_sent, name="messages"),
    path(f"{REVIEW}move/<str:to>/", stages.move_on, name="move-on"),
    path(f"{REVIEW}step-back/", stages.step_back, name="step-back"),
    path(f"{REVIEW}decision/", decisions.decision, name="decision"),
    path(f"{REVIEW}decision/record/", decisions.record_decision, name="record-decision"),
    path(
        f"{REVIEW}decision/<int:decision_id>/<str:which>/",
        decisions.decision_file,
        name="decision-file",
    ),
    path(f"{REVIEW}notification/", decisions.notification_file, name="notification-file"),
    path(f"{REVIEW}letters/record/", decisions.record_notice, name="record-notice"),
    path(f"{REVIEW}letters/<int:notice_id>/", decisions.notice_file, name="notice-file"),
    path(f"{REVIEW}people/", people.people_list, name="people"),
    path(f"{REVIEW}people/add/", people.add_person, name="add-person"),
    path(f"{REVIEW}people/<int:person_id>/", people.change_person, name="change-person"),
    path(f"{REVIEW}people/<int:person_id>/address/", people.add_address, name="add-address"),
    path(f"{REVIEW}people/ties/", ties.ties, name="ties"),
    path(f"{REVIEW}access/", admission.people_admitted, name="access"),
    path(f"{REVIEW}access/admit/", admission.admit, name="admit"),
    path(f"{REVIEW}access/<int:membership_id>/remove/", admission.remove, name="remove"),
    path(f"{REVIEW}independence/", independence.register, name="independence"),
    path(f"{REVIEW}independence/<str:part>/", independence.declare_part, name="declare-part"),
    path(
        f"{REVIEW}independence/<slug:kind>/<int:declaration_id>/",
        independence.decide_connection,
        name="decide-connection",
    ),
    path(f"{REVIEW}access/held/<int:hold_id>/", holds.hold, name="hold"),
    path(
        f"{REVIEW}agencies/<int:involvement_id>/admit/",
        admission.admit_for_agency,
        name="admit-for-agency",
    ),
]
