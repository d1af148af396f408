"""
C. Placeholders that nobody filled in, marks of a redaction, and what editing left behind.

They tell a reader that something was taken out or forgotten, and often what. Each is plain to see
once somebody looks, and nobody looks through two hundred pages.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import passages
from anonymity.checking.register import Register

S = Severity
# Brackets that say since when something stands there are for whoever reads
FOR_READERS = (
    r"(?i:(?:added|amended|revised|updated|included|inserted|withheld|omitted|removed|corrected|"
    r"agreed|translated|published|paragraph \w+ (?:added|removed|withheld|omitted))(?: \w+){0,2}? "
    r"(?:in|on|at|by|after|following|from|for|since)\b)"
)
UNFILLED = "A placeholder that nobody filled in."
FILLER = "Filler text of a template."
ASKED = (
    "insert|enter|type|name|date|xx+|tbc|tba|delete|please|complete|"
    "to be (?:confirmed|added|completed|inserted|agreed)"
)
SOMEBODY = "Victim|Perpetrator|Child|Name|Adult|Agency|Area|Date|CSP|XX?"
NOTE = "A note between those who wrote the report."
OF_A_FILE = "The name of a file, or the folder in which somebody kept it."
# What is done to a wording and to nothing else, and what one author asks of another
REWORDED = (
    r"(?:soften|tidy|reword|re-word|rewrite|redraft|re-draft|rephrase|paraphrase|trim|shorten|cut|"
    r"tone|proof-?read|re-?check|double-?check|edit|redact|anonymi[sz]e|reinstate|renumber)"
)
ASKED_OF = (
    r"(?:check|confirm|need|needs|remove|delete|take|ask|speak|see (?:my|your|email|comment)|do "
    r"not|"
    r"don[’']t|not (?:yet|for|to be)|still|this (?:para\w*|section|sentence|is|was|needs)|we|I|is "
    r"this|"
    r"can|should|who|why|query|leave|keep|move|cut|awaiting|to (?:be )?(?:check|confirm|agree|"
    r"add)\w*)"
)
NOT_QUOTED = r"(?![^“”\n]*”)"  # what an author adds to somebody’s words is no note
SOMEBODY_SMALL = (
    "victim|perpetrator|name|child|adult|date|area|agency|pseudonym|deceased|force|borough|council|"
    "hospital|school|number|month|year|place|town|location|role|surname|relationship|trust|partner"
)
# What a note asks for, and no sentence in brackets that readers are meant to read
WANTED = (
    r"check w/|(?:check|checking|confirm|agree|clear|discuss|raise) with (?:the )?[A-Z]\w+|"
    r"to (?:supply|re-?check|double-?check|sign off|clear this|look at (?:this|again)|re-?word|"
    r"rewrite|"
    r"redraft|verify|source)|(?:before|at|for|pre-?) ?sign-?off|not yet (?:signed off|agreed|"
    r"cleared)|"
    r"(?:are we|is \w+|\w+ is|whether \w+) (?:happy|ok|OK) (?:for|with|to)|happy for us|"
    r"(?:can|may|should|do|shall) we (?:say|publish|use|name|include|need|keep|put|quote|know)|"
    r"(?:need|needs|needing|wants?) (?:a |the |an )?(?:source|reference|ref|date|figure|"
    r"citation|check\w*|"
    r"updat\w+|rewording|permission)|citation needed|ref(?:erence)? needed|not sure (?:about|if|"
    r"whether)|"
    r"waiting (?:for|on) [A-Z]\w+|chas(?:e|ed|ing) [A-Z]\w+|I (?:think|have|will|can’t|cannot|"
    r"’ll|need)|"
    r"(?:my|your) (?:note|notes|draft|comment|comments|e-?mail)|(?:per|from) (?:last|my|the last) "
    r"(?:e-?mail|draft|version)|(?:move|cut|paste|copied|copy|lift(?:ed)?) (?:this|to|from|in)|"
    r"take (?:this )?out|leave (?:this )?out|placeholder|to come|correct figure|right figure|"
    r"(?:sentence|paragraph|para|section) (?:to|needs|from)|tidy (?:this|up)"
)
ASKING = (
    r"Is (?:this|that) (?:right|correct|still \w+|the (?:right|same) \w+|what \w+ (?:said|"
    r"meant))|Do we "
    r"(?:have|need to|want to|say)|Can (?:we|you|somebody|someone) (?:check|confirm|say|name|"
    r"publish|find)|"
    r"Have we (?:got|checked|asked)|Should (?:this|we) (?:be|say|name|go|stay|include)|Are we "
    r"(?:sure|happy|"
    r"ok|allowed)"
)
# “X cases” was never filled in; “Child X” and “Ms X” are somebody
NOBODY = r"(?<!\bM[rs] )(?<!\bDr )(?<!\bMrs )(?<!\bMiss )(?<!\bChild )(?<!\bAdult )"
COUNTED = (
    r"(?:(?:new|open|such|more|further|other|different|separate|previous|first|second|staff|social|"
    r"police|training|high[- ]risk|DASH|MARAC) )?(?:occasions|times|weeks|months|years|days|hours|"
    r"minutes|agencies|meetings|visits|calls|incidents|appointments|referrals|recommendations|"
    r"contacts|officers|interviews|pages|per cent|cases|reports|reviews|IMRs|assessments|audits|"
    r"checks|samples|files|records|letters|texts|messages|sessions|courses|events|workers|nurses|"
    r"advisers|practitioners|professionals|staff|members|people|women|men|victims|children|adults|"
    r"survivors|families|responses|replies|returns|questionnaires|surveys|actions|schools|"
    r"practices|surgeries|GPs|IDVAs|teams|organi[sz]ations|services|beds|places|posts|tickets|"
    r"convictions|arrests|offences|orders|entries|notifications|lessons|themes|paragraphs|miles|"
    r"points|thousand|hundred|pounds)"
)
DONE = "was|were|is|are|has|had|have|did|does|do|will|would|can|could|should"
PATTERNS = (
    # what a template asks for
    (rf"(?i)[\[<{{](?:{ASKED})\b[^\]>}}\n]{{0,80}}[\]>}}]", S.SERIOUS, UNFILLED),
    (
        (
            r"(?i)\((?!as )[^()\n]{0,40}\bto be (?:checked|confirmed|verified|supplied|added|"
            r"inserted)\b[^()\n]{0,40}\)"
        ),
        S.SERIOUS, UNFILLED,
    ),
    (r"(?i)\((?:insert|tbc|tba|xx+|to be confirmed)\b[^)\n]{0,60}\)", S.SERIOUS, UNFILLED),
    (rf"\[(?:{SOMEBODY})\b[^\]\n]{{0,20}}\]", S.SERIOUS, UNFILLED),
    ((r"(?:^|(?<=[.!?\d] ))\W*(?:Insert|Delete|Remove|Add|Check|Confirm|Amend|Update|Expand|"
      r"Reword|Replace|Include) (?:[A-Z]\w+ |here|names?|dates?|quotes?|text|wording|details?|"
      r"paragraphs?|"
      r"(?:this|the|a|another) (?:paragraph|section|sentence|quote|name|date|figure|table|"
      r"footnote|line|chapter|heading|wording|reference|text)\b)[^.\n]{0,60}"), S.POLICY,
     "A note to whoever fills this in."),
    ((r"\b(?:[Tt]his|[Tt]he) (?:section|paragraph|chapter|table|figure|date|name|wording|sentence|"
      r"part) "
      r"(?:(?:needs?|will need|must|should)(?: to)?(?: be)?|(?:is|are) (?:still )?to be) "
      r"(?:updat\w+|check\w*|confirm\w*|"
      r"rewor\w+|"
      r"rewrit\w+|complet\w+|add\w*|expand\w*|insert\w*|remov\w+|delet\w+)[^.\n]{0,40}"), S.SERIOUS,
     "A note between those who wrote the report."),
    ((r"[–:-]\s*(?:awaiting|awaited|outstanding|pending|not yet received|chased)\b\W*(?:$|(?=\t))|"
      r"\bawaiting (?:response|confirmation|update|reply|wording|IMR|information)\b\W*$"), S.POLICY,
     UNFILLED),
    ((r"\[(?!(?:sic|his|her|their|the|an?|my|our|your|he|she|they|who|is|was|and|in|to|of)\]|\d|"
      r"footnote)(?:[a-z][\w’'-]*(?:[ /][\w’'-]+){1,6}|[\w ]+/[\w /]+|(?:Note|From|See|Name|Names|"
      r"Date|Agency|Area|Author|Source)\b[^\]\n]{0,80})\](?![^“”\n]*”)"), S.POLICY, UNFILLED),
    (r"\b(?:TBC|TBA|TBD|tbc|tba|Tbc|X{2,}|x{3,})\b(?:\s+[A-Z][a-z]+ \d{4}\?)?", S.SERIOUS,
     UNFILLED),
    ((r"[\[(][^\])]{0,120}\b(?:to (?:confirm|check|advise|follow|be (?:confirmed|agreed|added))|"
     r"check with|"
     r"(?:delete|remove|omit|amend) (?:if|as|when|before)|for (?:chair|author|legal) to|ask \w+ "
     r"(?:about|whether))\b"
     r"[^\])]{0,120}[\])]?"), S.SERIOUS, "A note between those who wrote the report."),
    (r"\[[^\]/]{3,60}\s/\s[^\]]{3,80}\]", S.SERIOUS, "Two wordings of which nobody chose one."),
    (r"\b(?:he/she|she/he|his/her|her/his|him/her|s/he|\(s\)he)\b", S.POLICY,
     "Two wordings of which nobody chose one."),
    ((r"\b(?:action plan|response|update|report|letter|wording|details?|text|section|figure) to "
     r"follow\b"), S.SERIOUS, UNFILLED),
    ((r"\b(?:LEGAL|CHAIR|AUTHOR|POLICE|PANEL|COUNCIL)[’'A-Z]* (?:[A-Z’']+ ){0,3}(?:WORDS|WORDING|"
     r"TO CONFIRM|TO CHECK|TO ADVISE)\b[^.\n]{0,40}"),
     S.SERIOUS, "A note between those who wrote the report."),
    (r"(?i)\blorem ipsum\b", S.SERIOUS, FILLER),
    (r"(?i)\bclick (?:or tap )?here to (?:enter|add|insert)[^.\n]{0,20}", S.SERIOUS, FILLER),
    (r"\b(?:[dD]{2}|[xX]{2})[/.-](?:[mM]{2}|[xX]{2}|\d\d)[/.-](?:[yY]{2,4}|[xX]{2,4}|\d{2,4})\b",
     S.SERIOUS, UNFILLED),
    ((r"(?<!\S)(?:_{3,}|\.{6,}(?=\s*$)|\*{3,})(?!\S)|\*{2,3}\s?(?i:insert|check|add|confirm|name|"
      r"date|tbc|query|delete|note)\b[^*\n]{0,60}\*{2,3}"), S.SERIOUS, UNFILLED),
    (r"[\[({](?:\s*|\s*\.{2,}\s*|…)[\])}]", S.SLIP, "Empty brackets."),
    (r"(?:\{\{|<<)[^}>\n]{1,60}(?:\}\}|>>)", S.SERIOUS, UNFILLED),
    (r"£\s?(?:X+|\?+)\b|\b(?:page|paragraph|section|appendix) (?:X{1,3}|\?)(?![\w.])",
     S.SERIOUS, UNFILLED),
    (r"(?i)\bchoose an item\b", S.SERIOUS, FILLER),
    ((r"(?i)\b(?:(?:name|date|details?|wording|text|figures?|response|update) )(?:to be "
     r"(?:confirmed|added|inserted|"
     r"agreed|provided|supplied|completed)|to follow|tbc)\b"), S.SERIOUS, UNFILLED),
    (r"(?i)\bdelete as (?:appropriate|applicable)\b", S.SERIOUS, UNFILLED),
    ((r"\b(?:WORKING |FIRST |SECOND |THIRD |FINAL )?DRAF+T\b(?:\s+(?:V(?:ERSION)?\s*)?\d[\d.]*)?"
      r"(?:\s*[–-]\s*[A-Z ]{5,40})?|\bNOT FOR (?:WIDER )?(?:CIRCULATION|DISTRIBUTION|"
      r"PUBLICATION)\b|"
      r"\b[Dd]raft (?:[Vv](?:ersion)? ?)\d[\d.]*"),
     S.POLICY, "A marking of a draft."),
    (r"\b(?:xx+|XX+)(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]+ (?:19|20)", S.SERIOUS, UNFILLED),
    (r"\(\s*(?:name|date|who|which|when|where|role|check|confirm|spelling|sp)\b[^)\n]{0,20}\?\s*\)",
     S.SERIOUS, "A question left in the text."),
    ((r"[–-] (?:update|check|confirm|amend|delete|remove|chase|add|insert|ask)\b[^.\n]{0,30}\b"
      r"(?:before|when|once|with|from|for|if|after)\b[^.\n]{0,30}"), S.SERIOUS,
     "A note between those who wrote the report."),
    # notes to one another, in brackets of their own: by initials, or with what is still wanted
    (r"\[[A-Z]{2,4}\s*[:–—-]\s?[^\]\n]{3,160}\]?", S.SERIOUS, NOTE),
    ((rf"[\[(](?=[^\])\n]{{0,160}}?\b(?:{WANTED})(?!\w))[^\])“”\n]{{3,200}}[\])]?"),
     S.SERIOUS, NOTE),
    (rf"\[(?:{SOMEBODY_SMALL})(?:[’']s)?(?: (?:name|\d|[A-Z]))?\](?:[’']s)?{NOT_QUOTED}",
     S.SERIOUS, UNFILLED),
    ((rf"\[(?!{FOR_READERS})(?!\s*\d|(?i:footnote|endnote|accessed|online|emphasis|sic|translat|"
      rf"original))"
      rf"(?:[^\]\s“”]+\s+){{2,}}[^\]\s“”]+\]{NOT_QUOTED}"), S.POLICY, NOTE),
    ((r"\b(?:[Tt]racked|[Mm]argin(?:al)?|[Mm]arked[- ]up) (?:comments?|changes?)\b(?: "
      r"[A-Z]{1,4}\d+)?|"
      r"\b[Tt]rack(?:ed)? changes\b|\b[Cc]omment (?:[A-Z]{1,4}\d+|box)\b|"
      r"\b(?:see|per) (?:my|your|\w+[’']s) (?:comments?|notes?|query|e-?mail)\b|"
      r"\bhighlighted in (?:yellow|red|green)\b"), S.SERIOUS,
     "What tracking of changes left in the text."),
    ((rf"(?:^|(?<=[.!?] ))(?:{ASKING})\b[^?.\n]{{0,80}}\?{NOT_QUOTED}"), S.SERIOUS,
     "A question left in the text."),
    # where the paper was kept
    ((r"(?<!\w)(?:[A-Z]:|\\\\[\w.-]+)\\[^\n\t]{2,120}|(?<![\w/.@-])[\w()-]+\.(?:docx?|"
      r"xlsx?|odt|rtf|msg|pptx?|one)\b|\bfile:///\S+"), S.SERIOUS, OF_A_FILE),
    ((r"(?:^|(?<=[–|-] ))(?:Working |Final )?[Dd]raft (?:[Nn]o\.? ?|number "
      r")?\d+(?:\.\d+)?(?=\s*(?:$|[–|;(-]))|"
      r"\bUNREDACTED\b|\b(?:FINAL|final)[ _](?:CLEAN|clean|v\d+|V\d+|FINAL|TRACKED|tracked)\b"),
     S.POLICY, "A marking of a draft."),
    # redaction
    (r"(?i:[\[(<]\s*redact(?:ed|ion)[^\])>\n]{0,40}[\])>])|\bREDACTED\b", S.SERIOUS,
     "A mark of a redaction: say it in words that need none."),
    ("[\u2588\u25a0\u2593]{2,}", S.SERIOUS,
     "Blacked-out text: what is under it may still be there."),
    # editing
    (r"(?i)\berror! (?:reference source|bookmark)[^.\n]{0,40}\.?", S.SLIP,
     "A cross-reference of the word processor that is broken."),
    (r"(?i)\[(?:comment|note to|query|check|author|drafting)\b[^\]\n]{0,120}\]", S.SERIOUS,
     "A note between those who wrote the report."),
    ((r"^[\d.]*\W*(?:NB|N\.B\.|Note(?: to| for)? "
      r"(?:chair|author|panel|self|editor|\w{2,3}\b)|Query|DN|"
     r"Drafting note|To (?:do|check))\s*(?:\[\w+\])?\s*[:–-][^.\n]{0,120}"), S.SERIOUS,
     "A note between those who wrote the report."),
    (r"\b[A-Z]{2,3} to (?:check|confirm|advise|amend|add|chase|update)\b[^.\n]{0,60}", S.SERIOUS,
     "A note between those who wrote the report."),
    # the same without brackets, in the middle of a paragraph
    ((r"\bN\.?B\.?,?\s*[:–—-]?\s+(?:[A-Z]{2,3}|[A-Z][a-z]+) (?:to|can you|please|please can|will|"
     r"wants|wanted|says|said|thinks|asked|asks|is (?:checking|asking|not happy|"
     r"happy))\b[^.?\n]{0,100}"),
     S.SERIOUS, NOTE),
    (rf"\bN\.?B\.?,?\s*[:–—-]?\s+{ASKED_OF}\b[^.?\n]{{0,100}}", S.SERIOUS, NOTE),
    ((rf"(?:\b[A-Z]{{2,3}}|(?:^|(?<=[.!?] ))[A-Z][a-z]+) to {REWORDED}\b(?! (?:off|down|back|up|"
     rf"costs)\b)"
     r"[^.\n]{0,60}"), S.SERIOUS, NOTE),
    ((r"\b[A-Z]{2,3} to (?:look at|go over|go back to|come back to|speak to \w+ about|decide on|"
     r"sign off|find|supply|source|send|get|provide) (?:this (?!case|matter|group)|the (?:date|"
     r"wording|"
     r"reference|figure|source|quote|name)\b)[^.\n]{0,60}"), S.SERIOUS, NOTE),
    ((r"(?:^|(?<=[.!?] ))(?:Please|Pls|Could (?:you|we|somebody|someone)|Can (?:you|somebody|"
      r"someone)) "
      r"(?:please )?(?:check|confirm whether|amend|insert|supply|clarify|reword|rewrite|re-?word|"
      r"double-?check)\b[^.?\n]{0,80}"), S.SERIOUS, NOTE),
    (r"\b(?:TODO|FIXME|TO DO|To be continued|CHECK THIS|check this|to be written(?= up\b|\W*$))\b",
     S.SERIOUS, NOTE),
    ((r"\b(?:Insert|Add|Paste|Put) [^.\n]{1,50} here\b|\b[Pp]age [xX] of "
     r"[xXyY]\b"), S.SERIOUS, UNFILLED),
    ((r"[\[(](?:[Aa]uthor|[Cc]hair|[Ee]ditor|[Ll]egal|[Dd]rafting|[Rr]eviewer|[Pp]anel)(?:[’']s)? "
     r"(?:note|query|comment|question)\b[^\])\n]{0,160}[\])]"), S.SERIOUS, NOTE),
    (r"\b(?:19|20)(?:XX|xx|\d[Xx?]|\?\?)(?!\w)", S.POLICY, UNFILLED),
    ((r"\b(?:delete|remove|cut) (?:one of (?:these|them)|one(?= of these|\W*$)|either|this "
     r"duplicate|"
     r"duplicate|if not (?:needed|used))\b[^.\n]{0,30}"), S.SERIOUS, NOTE),
    # a number that nobody put in
    ((r"\[\s*(?:[xXnN#]{1,3}|no\.?|[yYzZ]|\d?[xX]\d?|0{2,}|"
     r"[?_-]{1,5})\s*\](?!\()"), S.POLICY, UNFILLED),
    (rf"{NOBODY}(?<![\w-])(?:[xX]|N|##+|_{{2,}}|\?) (?=(?:number of |out of )?{COUNTED}\b)",
     S.POLICY, UNFILLED),
    (r"(?<=[a-z] )(?:xx|yy|nn|NN|YY)(?= [a-z])(?![^“”\n]*”)|(?<![\w-])[xXyY]{1,2}(?:%| per cent\b)",
     S.POLICY, UNFILLED),
    (r"£\s?[xX]{1,3}(?:[,.][\dxX]+|[kKm])\b|\b[xX]{1,2}[.,]\d ?%", S.POLICY, UNFILLED),
    (r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?)", S.SLIP, "What a spreadsheet left in the text."),
    (r"\b(?:DD|dd|XX|xx) (?:[Mm]onth|[Mm]{2,4}|MONTH) (?:YYYY|yyyy|XXXX|(?:19|20)\d\d)\b",
     S.SERIOUS, UNFILLED),
    ((r"(?:^|[\w)]):\s*to be (?:updated|drafted|confirmed|added|completed|agreed|written|inserted|"
      r"decided|determined|provided|supplied|advised)\W*$"), S.POLICY, UNFILLED),
    (r"(?<=\w )\((?:name|date|insert|month|year|signature)\)", S.POLICY, UNFILLED),
    (rf"(?<=\w )\((?!why|how|what|who|when)[a-z]{{3,12}}(?: [a-z]{{2,12}})?\?\){NOT_QUOTED}",
     S.SERIOUS, "A question left in the text."),
    (r"\b[Tt]ext (?:(?:highlighted|marked|shown) )?in (?:red|blue|yellow|green)\b", S.POLICY, NOTE),
    # a fact of which the form offered both
    (r"\b(?:(?<=\b[Hh]e )|(?<=\b[Ss]he ))(?:is/was|was/is|has/had|had/has)\b", S.POLICY,
     "Two wordings of which nobody chose one."),
    (rf"\b(?:{DONE}) ?/ ?(?:{DONE}) not\b|\b(?:{DONE}) not ?/ ?(?:{DONE})\b", S.POLICY,
     "Two wordings of which nobody chose one."),
    ((r"\b(?P<deed>[a-z]{3,}ed) ?/ ?(?:(?:was|were|had|did) not (?!(?P=deed))\w|"
      r"(?:declined|refused) to )|\b(?:accepted|agreed) ?/ ?(?:declined|refused|disagreed)\b|"
      r"\b(?:declined|refused) ?/ ?(?:accepted|agreed)\b"), S.POLICY,
     "Two wordings of which nobody chose one."),
    ((r"\b(?:Deleted|Formatted|Commented|Comment)\s*\[[A-Z]{1,4}\d*\]:\s?[^\n]{0,80}|\b(?:Deleted|"
     r"Formatted): [^\n]{1,80}"),
     S.SERIOUS, "What tracking of changes left in the text."),
    (r"[\[(](?:DN|NB|N\.B\.|AQ|Drafting|Ed|Action)\b[^\])\n]{0,120}[\])]", S.SERIOUS,
     "A note between those who wrote the report."),
    (r"[\[(][^\])\n]{0,80}\bstill to \w+[^\])\n]{0,60}[\])]", S.SERIOUS,
     "A note between those who wrote the report."),
    (r"(?<!\w)xx(?=\s+(?:of|out of|per|days|weeks|agencies|people)\b|\s?%)", S.SLIP, UNFILLED),
    (r"\(\s*\?+\s*\)", S.SLIP, "A question left in the text."),
    ((r"\b(?!(?:had|that|is|her|do|no|very|who|in|so|on|to|five|one|two|three|"
     r"four)\b)([a-z]{2,}) \1\b(?!-)"), S.SLIP,
     "A word that stands there twice."),
    ((r"\b(?:(?<=that )that(?= (?:the|an?|she|he|they|there|it|her|his)\b)|"
      r"(?P<say>(?:that|which|because|if|when|with|for|to|of|in|on|at|by|from) "
      r"(?!and\b|or\b)[a-z]+) (?P=say))\b"),
     S.SLIP, "A word that stands there twice."),
    (r"\?\?+", S.SLIP, "A question left in the text."),
    (r"(?<!`)``?(?!`)|^\s*[~^|\\]+\s*$", S.SLIP, "Stray characters."),
)  # fmt: skip
COMPILED = tuple((re.compile(pattern), severity, reason) for pattern, severity, reason in PATTERNS)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    for passage in passages(paper):
        told: list[tuple[int, int]] = []
        for pattern, severity, reason in COMPILED:
            for hit in pattern.finditer(passage.text):
                if any(start <= hit.start() and hit.end() <= end for start, end in told):
                    continue
                told.append(hit.span())
                yield passage.finding(hit.span(), Kind.RESIDUE, severity, reason)
