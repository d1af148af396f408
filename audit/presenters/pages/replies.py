PAGES = {
    "add": "add replies of agencies",
    "bring-back": "bring back a reply that was set aside",
    "confirm": "confirm replies of agencies",
    "file": "a file of a reply that waits to be confirmed",
    "replies": "the replies of agencies, to confirm",
}
