PAGES = {
    "add-share": "record who shares the cost of the review",
    "agree-budget": "record the budget of the review",
    "agree-fee": "record a fee that was agreed",
    "agree-share": "record that a share of the cost is agreed",
    "costs": "what the review costs",
    "pay-invoice": "record that an invoice was paid",
    "receive-claim": "record that the money for a share came",
    "record-invoice": "record an invoice",
    "send-claim": "record an invoice sent for a share of the cost",
    "take-back": "take back an entry of the costs",
}
