PAGES = {
    "absences": "one's own absences",
    "calendar": "the address of one's own calendar",
    "end-absence": "end an absence",
    "envelopes": "the messages of a partnership, by their envelopes",
    "feed": "what a calendar program reads",
    "make-feed": "make an address for one's own calendar",
    "register": "the reminders of the review",
    "stop-feed": "stop the address of one's own calendar",
}
