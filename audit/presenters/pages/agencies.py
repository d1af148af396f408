PAGES = {
    "add-agency": "add an agency to the directory",
    "add-contact": "add a contact of an agency",
    "agency": "an agency of the directory",
    "change-agency": "change an agency of the directory",
    "change-contact": "change a contact of an agency",
    "directory": "the directory of agencies",
    "remove-contact": "remove a contact of an agency",
}
