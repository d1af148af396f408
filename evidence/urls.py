from django.urls import path

from evidence.views import (
    agencies,
    answering,
    asking,
    attempts,
    author,
    by_link,
    chasing,
    commissioning,
    drafts,
    evidence,
    imr_queries,
    imrs,
    links,
    packs,
    points,
    reminding,
    sign_off,
)

app_name = "evidence"

AGENCIES = "reviews/<slug:reference>/agencies/"
PART = f"{AGENCIES}<int:involvement_id>/"
EVIDENCE = "reviews/<slug:reference>/evidence/"
TASK = f"{PART}evidence/"
POINT = f"{TASK}points/<int:point_id>/"
REPORT = f"{PART}report/"
LINKS = f"{PART}links/"
BY_LINK = "answer/<str:token>/"
QUERY = f"{REPORT}questions/<int:number>/"

urlpatterns = [
    path(AGENCIES, agencies.agency_list, name="agencies"),
    path(f"{AGENCIES}ask/", asking.ask_agencies, name="ask-agencies"),
    path(f"{AGENCIES}ask/new/", asking.add_body, name="add-body"),
    path(f"{AGENCIES}ask/confirm/", asking.confirm_asking, name="confirm-asking"),
    path(f"{AGENCIES}ask/record/", asking.record_letters, name="record-letters"),
    path(f"{AGENCIES}remind/", chasing.chase, name="chase"),
    path(PART, agencies.agency, name="agency"),
    path(f"{PART}letter/", agencies.scoping_letter, name="scoping-letter"),
    path(f"{PART}letter/record/", asking.record_letter, name="record-letter"),
    path(f"{PART}answer/", answering.answer, name="answer"),
    path(f"{PART}answered/", answering.answered, name="answered"),
    path(f"{PART}answer/record/", answering.record_return, name="record-return"),
    path(f"{PART}answer/stop-waiting/", answering.stop_waiting, name="stop-waiting"),
    path(f"{PART}files/<int:document_id>/", agencies.scoping_file, name="scoping-file"),
    path(f"{PART}attempts/", attempts.attempts, name="attempts"),
    path(f"{PART}attempts/record/", attempts.record_attempt, name="record-attempt"),
    path(f"{PART}attempts/<slug:ending>/", attempts.attempts_file, name="attempts-file"),
    # links by which it answers without an account
    path(LINKS, links.links, name="links"),
    path(f"{LINKS}send/", links.send_link, name="send-link"),
    path(f"{LINKS}<int:link_id>/revoke/", links.revoke_link, name="revoke-link"),
    path(f"{LINKS}<int:link_id>/code/", links.telephone_code, name="telephone-code"),
    path(BY_LINK, by_link.by_link, name="by-link"),
    path(f"{BY_LINK}code/", by_link.enter_code, name="by-link-code"),
    path(f"{BY_LINK}code/send/", by_link.send_code, name="by-link-send-code"),
    path(f"{BY_LINK}answered/", by_link.answered, name="by-link-answered"),
    path(f"{BY_LINK}close/", by_link.leave, name="by-link-leave"),
    # what the panel asks for
    path(EVIDENCE, evidence.overview, name="evidence"),
    path(f"{EVIDENCE}ask/", commissioning.commission, name="commission"),
    path(f"{EVIDENCE}packs/", packs.all_packs, name="packs"),
    path(f"{EVIDENCE}remind/", reminding.remind, name="remind"),
    path(f"{TASK}request/", commissioning.evidence_request, name="evidence-request"),
    path(f"{TASK}request/change/", commissioning.change_request, name="change-request"),
    path(f"{TASK}pack/<slug:addressee>/", packs.pack, name="pack"),
    path(f"{TASK}template/", commissioning.imr_template, name="imr-template"),
    # an author's task
    path(TASK, author.author_task, name="author-task"),
    path(f"{TASK}author/", author.declare_author, name="declare-author"),
    path(
        f"{TASK}author/<int:declaration_id>/",
        author.declaration_file,
        name="author-declaration-file",
    ),
    path(f"{TASK}write/<slug:slug>/", drafts.imr_part, name="imr-part"),
    path(f"{TASK}lines/", drafts.imr_enquiries, name="imr-enquiries"),
    path(f"{TASK}lines/<int:number>/", drafts.imr_enquiry, name="imr-enquiry"),
    path(f"{POINT}change/", points.change_point, name="change-point"),
    path(f"{POINT}remove/", points.remove_point, name="remove-point"),
    path(f"{POINT}up/", points.move_point_up, name="move-point-up"),
    path(f"{TASK}points/<slug:slug>/", points.points, name="imr-points"),
    path(f"{TASK}upload/", drafts.imr_upload, name="imr-upload"),
    path(f"{TASK}enter/", drafts.imr_enter, name="imr-enter"),
    path(f"{TASK}begin/", drafts.imr_begin, name="imr-begin"),
    path(f"{TASK}ask-sign-off/", sign_off.ask_for_sign_off, name="imr-ask-sign-off"),
    path(f"{TASK}sign-off/", sign_off.sign_off, name="imr-sign-off"),
    path(f"{TASK}give-back/", sign_off.give_back, name="imr-give-back"),
    path(f"{TASK}send/", sign_off.send, name="imr-send"),
    # what an agency sent
    path(REPORT, imrs.imr, name="imr"),
    path(f"{REPORT}<int:number>/", imrs.imr_version, name="imr-version"),
    path(f"{REPORT}<int:number>/<slug:which>/", imrs.imr_file, name="imr-file"),
    path(f"{REPORT}accept/", imrs.accept, name="imr-accept"),
    path(f"{REPORT}take-back/", imrs.take_back, name="imr-take-back"),
    # questions about it
    path(f"{REPORT}questions/", imr_queries.imr_queries, name="imr-queries"),
    path(f"{REPORT}questions/add/", imr_queries.add_query, name="add-imr-query"),
    path(f"{REPORT}questions/ask/", imr_queries.ask_queries, name="ask-imr-queries"),
    path(f"{REPORT}questions/read/", imr_queries.mark_answers_read, name="mark-answers-read"),
    path(f"{QUERY}change/", imr_queries.change_query, name="change-imr-query"),
    path(f"{QUERY}remove/", imr_queries.remove_query, name="remove-imr-query"),
    path(f"{QUERY}answer/", imr_queries.answer_query, name="answer-imr-query"),
    path(f"{QUERY}files/<slug:which>/", imr_queries.query_file, name="imr-query-file"),
]
