PAGES = {
    "ask-signature": "ask somebody without an account to sign off",
    "read": "what an agency's own file says",
    "sign": "a report to sign off, by a link",
    "sign-code": "the code of a link to sign by",
    "sign-file": "the file of a report to sign off, by a link",
    "sign-leave": "close a report that was opened by a link",
    "sign-send-code": "send the code of a link to sign by",
    "sign-signed": "a report signed off by a link",
    "signed-page": "enter a sign-off from a signed page",
    "take-home": "take home an agency's file",
}
