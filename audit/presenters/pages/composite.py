PAGES = {
    "agency-composite": "what an agency reads of the composite chronology",
    "composite": "the composite chronology",
    "entry": "an entry of a chronology",
    "export": "the composite chronology as a file",
}
