from django.urls import path

from costs.views import agreed, costs, invoices, shares, taking_back

app_name = "costs"

COSTS = "reviews/<slug:reference>/costs/"

urlpatterns = [
    path(COSTS, costs.costs, name="costs"),
    path(f"{COSTS}budget/", agreed.agree_budget, name="agree-budget"),
    path(f"{COSTS}fees/add/", agreed.agree_fee, name="agree-fee"),
    path(f"{COSTS}shares/add/", shares.add_share, name="add-share"),
    path(f"{COSTS}shares/<int:share_id>/agree/", shares.agree_share, name="agree-share"),
    path(f"{COSTS}shares/<int:share_id>/ask/", shares.send_claim, name="send-claim"),
    path(f"{COSTS}asked/<int:claim_id>/received/", shares.receive_claim, name="receive-claim"),
    path(f"{COSTS}invoices/add/", invoices.record_invoice, name="record-invoice"),
    path(f"{COSTS}invoices/<int:invoice_id>/paid/", invoices.pay_invoice, name="pay-invoice"),
    path(f"{COSTS}<slug:kind>/<int:entry_id>/take-back/", taking_back.take_back, name="take-back"),
]
