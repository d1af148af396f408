"""The signs and figures by which a line is seen to be a point of a list."""

import re

ROUND = "·•●⚫‣\u2043∙"
OTHER_SIGNS = "○▪■□◦§*–—‐-►➢➤✓→"
NUMBERED = r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]"
SIGNS = rf"[{ROUND}{re.escape(OTHER_SIGNS)}]|o(?=\s|$)"
MARK = re.compile(rf"^\s*(?P<mark>{SIGNS}|{NUMBERED})\s+(?=\S)", re.I)
ONLY_MARK = re.compile(rf"^\s*(?:{SIGNS}|{NUMBERED})\s*$", re.I)
SIGN = re.compile(rf"^\s*(?:{SIGNS})\s", re.I)
ONLY_SIGN = re.compile(rf"^\s*(?:{SIGNS})\s*$", re.I)
