from django.urls import path

from stewards.views import accounts, call_backs, emergencies, leads, newcomers, people

app_name = "stewards"

PLACE = "partnerships/<slug:slug>/"
AGENCY = "agencies/<int:agency_id>/people/"
REVIEW = "reviews/<slug:reference>/"

urlpatterns = [
    path(f"{PLACE}leads/", leads.lead_list, name="leads"),
    path(f"{PLACE}leads/name/", leads.name_lead, name="name-lead"),
    path(f"{PLACE}leads/<int:lead_id>/end/", leads.end_lead, name="end-lead"),
    path(AGENCY, people.people, name="people"),
    path(f"{AGENCY}invite/", people.invite, name="invite-colleague"),
    path(f"{AGENCY}<int:membership_id>/end/", people.end_part, name="end-part"),
    path("people/<int:user_id>/second-factor/", call_backs.second_factor, name="second-factor"),
    path(f"{PLACE}accounts/", accounts.account_list, name="accounts"),
    path(f"{PLACE}accounts/<int:user_id>/", accounts.account, name="account"),
    path(f"{PLACE}accounts/<int:user_id>/name/", accounts.rename, name="rename-account"),
    path(f"{PLACE}accounts/<int:user_id>/close/", accounts.close, name="close-account"),
    path(f"{PLACE}accounts/<int:user_id>/reopen/", accounts.reopen, name="reopen-account"),
    path(f"{PLACE}accounts/<int:user_id>/invite/", accounts.invite_again, name="invite-again"),
    path(f"{PLACE}accounts/<int:user_id>/unlock/", accounts.unlock, name="unlock-account"),
    path(f"{PLACE}data-protection/", accounts.data_protection, name="data-protection"),
    path(f"{PLACE}emergencies/", emergencies.emergency_list, name="emergencies"),
    path(f"{PLACE}emergencies/ask/", emergencies.ask, name="ask-emergency"),
    path(f"{PLACE}emergencies/<int:request_id>/", emergencies.emergency, name="emergency"),
    path(f"{REVIEW}access/new/", newcomers.newcomers, name="newcomers"),
    path(f"{REVIEW}emergencies/", emergencies.of_review, name="emergencies-of-review"),
    path(f"{REVIEW}emergencies/<int:request_id>/end/", emergencies.end, name="end-emergency"),
]
