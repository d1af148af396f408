PAGES = {
    "record": "record a decision",
    "register": "the register of decisions",
    "take-back": "take a decision out of the register",
    "word": "change a decision in the register",
}
