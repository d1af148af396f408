PAGES = {
    "file": "how all reviews of the partnership stand, as a file",
    "portfolio": "how all reviews of the partnership stand",
}
