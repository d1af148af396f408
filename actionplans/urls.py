from django.urls import path

from actionplans.views import (
    accounts,
    actions,
    coverage,
    drafting,
    findings,
    learning,
    plan,
    plan_files,
    progress,
    recommendations,
    responses,
    sharing,
)

app_name = "actionplans"

REVIEW = "reviews/<slug:reference>/"
PLAN_FILE = f"{REVIEW}plan/files/<int:number>/"
FINDING = f"{REVIEW}findings/<int:finding_id>/"
LEARNING = f"{REVIEW}learning/<int:learning_id>/"
RECOMMENDATION = f"{REVIEW}recommendations/<int:recommendation_id>/"
ACTION = f"{REVIEW}actions/<int:action_id>/"
MILESTONE = f"{ACTION}milestones/<int:milestone_id>/"

urlpatterns = [
    # the plan
    path(f"{REVIEW}plan/", plan.plan, name="plan"),
    path(f"{REVIEW}plan/share/", sharing.share, name="share-plan"),
    path(f"{REVIEW}plan/share/take-back/", sharing.withdraw, name="withdraw-plan"),
    path(f"{REVIEW}agencies/<int:involvement_id>/plan/", sharing.shared_plan, name="shared-plan"),
    path(f"{REVIEW}plan/paper/", plan.paper, name="paper"),
    path(f"{REVIEW}plan/paper/<slug:ending>/", plan.plan_file, name="plan-file"),
    path(f"{REVIEW}plan/files/", plan_files.plan_files, name="plan-files"),
    path(PLAN_FILE, plan_files.plan_file, name="plan-import"),
    path(f"{PLAN_FILE}record/", plan_files.record_plan, name="record-plan-file"),
    path(f"{PLAN_FILE}columns/<int:part>/", plan_files.columns, name="plan-columns"),
    path(f"{PLAN_FILE}rows/<int:place>/", plan_files.mend, name="mend-plan-row"),
    path(f"{PLAN_FILE}original/", plan_files.original, name="plan-original"),
    path(f"{REVIEW}plan/conclusion-audit/", plan.conclude, name="conclude"),
    path(
        f"{REVIEW}plan/conclusion-audit/<int:audit_id>/minute/",
        plan.audit_file,
        name="audit-file",
    ),
    path(
        f"{REVIEW}agencies/<int:involvement_id>/actions/",
        plan.agency_actions,
        name="agency-actions",
    ),
    # coverage, and what the panel makes of agencies' own recommendations
    path(f"{REVIEW}coverage/", coverage.coverage, name="coverage"),
    path(f"{REVIEW}coverage/pdf/", coverage.coverage_file, name="coverage-file"),
    path(f"{REVIEW}dispositions/", coverage.dispositions, name="dispositions"),
    path(f"{REVIEW}dispositions/<int:point_id>/", coverage.decide, name="decide"),
    # findings and learning
    path(f"{REVIEW}findings/", findings.thread, name="thread"),
    path(f"{REVIEW}findings/add/", findings.add_finding, name="add-finding"),
    path(FINDING, findings.finding, name="finding"),
    path(f"{FINDING}change/", findings.change_finding, name="change-finding"),
    path(f"{FINDING}remove/", findings.remove_finding, name="remove-finding"),
    path(f"{FINDING}evidence/", findings.add_evidence, name="add-evidence"),
    path(f"{FINDING}evidence/family/", accounts.add_account, name="add-account"),
    path(
        f"{FINDING}evidence/<int:evidence_id>/remove/",
        findings.remove_evidence,
        name="remove-evidence",
    ),
    path(f"{FINDING}responses/add/", responses.record_response, name="record-response"),
    path(
        f"{FINDING}responses/<int:response_id>/original/",
        responses.response_file,
        name="response-file",
    ),
    path(f"{REVIEW}learning/add/", learning.add_learning_point, name="add-learning-point"),
    path(f"{LEARNING}change/", learning.change_learning_point, name="change-learning-point"),
    path(f"{LEARNING}remove/", learning.remove_learning_point, name="remove-learning-point"),
    # recommendations
    path(
        f"{REVIEW}recommendations/add/",
        recommendations.add_recommendation,
        name="add-recommendation",
    ),
    path(f"{REVIEW}recommendations/take-over/", coverage.take_over, name="take-over"),
    path(RECOMMENDATION, recommendations.recommendation, name="recommendation"),
    path(
        f"{RECOMMENDATION}change/",
        recommendations.change_recommendation,
        name="change-recommendation",
    ),
    path(
        f"{RECOMMENDATION}remove/",
        recommendations.remove_recommendation,
        name="remove-recommendation",
    ),
    path(f"{RECOMMENDATION}answer/", recommendations.record_answer, name="record-answer"),
    path(
        f"{RECOMMENDATION}answers/<int:answer_id>/original/",
        recommendations.answer_file,
        name="answer-file",
    ),
    path(f"{RECOMMENDATION}actions/add/", actions.add_action, name="add-action"),
    path(
        f"{RECOMMENDATION}remarks/<slug:code>/",
        drafting.of_recommendation,
        name="set-aside-of-recommendation",
    ),
    # actions
    path(ACTION, actions.action, name="action"),
    path(f"{ACTION}change/", actions.change_action, name="change-action"),
    path(f"{ACTION}remove/", actions.remove_action, name="remove-action"),
    path(f"{ACTION}remarks/<slug:code>/", drafting.of_action, name="set-aside-of-action"),
    path(f"{ACTION}report/", progress.report, name="report"),
    path(f"{ACTION}evidence/<int:file_id>/", progress.evidence_file, name="evidence-file"),
    path(f"{ACTION}check/", progress.assure, name="assure"),
    path(f"{ACTION}log/<int:note_id>/<slug:which>/", progress.progress_file, name="progress-file"),
    path(
        f"{ACTION}checks/<int:assurance_id>/document/",
        progress.assurance_file,
        name="assurance-file",
    ),
    path(f"{ACTION}milestones/add/", actions.add_milestone, name="add-milestone"),
    path(f"{MILESTONE}change/", actions.change_milestone, name="change-milestone"),
    path(f"{MILESTONE}remove/", actions.remove_milestone, name="remove-milestone"),
    path(f"{MILESTONE}reached/", actions.reach_milestone, name="reach-milestone"),
    path(f"{MILESTONE}not-reached/", actions.not_reached, name="not-reached"),
    path(f"{MILESTONE}document/", actions.milestone_file, name="milestone-file"),
]
