"""What can have gone in one of two ways, and how sentences tell each of them."""

import re

# For each matter its ways; two of them cannot both be true of one case
SPELLED: dict[str, dict[str, tuple[str, ...]]] = {
    "the plea": {
        "guilty": (
            r"(?<!not )pleaded guilty to (?:\w+ |[A-Z]\w+’s ){0,2}?murder\b(?! but)",
            r"\b(?:his|her) (?:guilty plea|plea of guilty) to (?:\w+ )?murder",
            r"\badmitted (?:the )?murder\b",
        ),
        "not guilty": (
            r"\bpleaded not guilty to (?:\w+ |[A-Z]\w+’s ){0,2}?murder\b(?!,? but)",
            r"\bdenied (?:the )?murder\b(?! but)",
            r"\bpleaded not guilty\b(?! to| but)",
        ),
    },
    "whether there was a trial": {
        "no": (
            (
                r"\bpleaded guilty (?:to (?:murder|manslaughter) )?(?:at (?:the first|an early|"
                r"his first|her first)|on the first day|straight away|without)"
            ),
            r"\b(?:spared|saved) (?:the |her |his )?family (?:from )?(?:a|the) trial\b",
            r"\bthere was no trial\b",
        ),
        "yes": (
            r"\bstood trial\b",
            r"\b(?:a|the) jury (?:found|convicted|returned|were out|was out|took)\b",
            r"\bafter a trial\b",
            r"\bfound guilty\b[^.;]{0,30}\bby (?:a|the) jury\b",
        ),
    },
    "where the death was": {
        "there": (
            (
                r"\b(?:pronounced|declared) (?:dead|deceased) at the (?:scene|property|address|"
                r"flat|house)"
            ),
            r"\bdied at the scene\b",
            (r"\blife (?:was )?(?:pronounced|declared) extinct at the (?:scene|property|address)"),
            (
                r"\bwas (?:already )?dead when (?:the )?(?:police|officers|paramedics|they|"
                r"ambulance)\b"
            ),
            r"\bcould not be saved (?:at the scene|by paramedics)\b",
            (r"\bhad died before (?:the )?(?:police|officers|paramedics|they|the ambulance)\b"),
            (r"\bdied (?:within minutes|before (?:help|the ambulance|paramedics))"),
        ),
        "in hospital": (
            (
                r"\b(?:died|pronounced dead|declared dead) (?:later )?(?:in|at|on arrival at|"
                r"after (?:she|he) reached) (?:the )?(?:[A-Z][\w’]+ ){0,3}(?:[Hh]ospital|"
                r"[Ii]nfirmary)\b"
            ),
            (
                r"\btaken to (?:the )?(?:[A-Z][\w’]+ ){0,3}(?:[Hh]ospital|"
                r"[Ii]nfirmary),? (?:where|but|and) (?:she|he) (?:later )?(?:died|"
                r"was pronounced dead)"
            ),
            r"\bdied (?:\w+ )(?:days?|hours?|weeks?) later\b",
            r"\bdied in intensive care\b",
            (r"\blife support\b[^.]{0,40}\bwithdrawn\b"),
        ),
    },
    "the cause of the death": {
        "wounds of a blade": (
            (
                r"\b(?:died (?:of|from)|cause of (?:her |his )?death (?:was|as)|"
                r"killed by) [^.;]{0,40}\b(?:stab\w*|knife|incised)\b"
            ),
            (r"\bstabbed (?:her|him) to death\b"),
            (r"\bwas stabbed to death\b"),
        ),
        "strangling": (
            (
                r"\b(?:died (?:of|from)|cause of (?:her |his )?death (?:was|as)|"
                r"killed by) [^.;]{0,40}\b(?:strang\w+|asphyxia\w*|compression of the neck|"
                r"suffocat\w+|smother\w+)\b"
            ),
            r"\bstrangled (?:her|him) to death\b",
        ),
        "a blow": (
            (
                r"\b(?:died (?:of|from)|cause of (?:her |his )?death (?:was|as)|"
                r"killed by) [^.;]{0,30}\b(?:head injur\w+|blunt (?:force|trauma|head)\w*|"
                r"blows? to the head|brain)\b"
            ),
        ),
        "drowning": (
            (
                r"\b(?:died (?:of|from)|cause of (?:her |his )?death (?:was|"
                r"as)) [^.;]{0,20}\bdrown\w+\b"
            ),
        ),
        "a shot": (
            (
                r"\b(?:died (?:of|from)|cause of (?:her |his )?death (?:was|as)|"
                r"killed by) [^.;]{0,30}\b(?:gunshot|shotgun)\b"
            ),
            r"\bwas shot dead\b",
        ),
        "fire or smoke": (
            (
                r"\b(?:died (?:of|from)|cause of (?:her |his )?death (?:was|"
                r"as)) [^.;]{0,30}\b(?:burns|smoke|fire)\b"
            ),
        ),
    },
    "how the case ended": {
        "a jury convicted": (
            r"\bjury\b[^.;]{0,50}\b(?:convicted|found (?:him|her|[A-Z]\w+) guilty)\b",
            r"\b(?:convicted|found guilty) (?:of \w+ )?by (?:a|the) jury\b",
            (
                r"\b(?:after|following) (?:a|his|her|the) (?:[\w-]+ )?trial\b[^.;]{0,60}"
                r"\b(?:convicted|found guilty)\b"
            ),
            (
                r"\b(?:convicted|found guilty) of (?:\w+ ){0,2}?murder\b[^.;]{0,80}\b(?:after|"
                r"following) (?:a|the|his|her|\w+ weeks?[’'] of) (?:[\w-]+ )?trial\b"
            ),
            (r"\b(?:convicted|found guilty)\b[^.;]{0,30}\b(?:after|following) a trial\b"),
            r"\btrial (?:lasted|took place|ran for)\b|\bgave evidence at (?:his|her|the) trial\b",
            (
                r"\b(?:jury|jurors)’s? (?:unanimous |majority |guilty )?(?:verdicts?|decision)\b|"
                r"\bverdicts? of (?:the|a) jury\b"
            ),
            (
                r"\b(?:the|a) jury (?:had |was |were |then )?(?:heard|retired|unanimous|sworn|"
                r"deliberated|rejected|believed|disbelieved|satisfied|told|shown|played|read|saw)\b"
            ),
        ),
        "no trial was needed": (
            r"\b(?:there was|with|meant) no (?:need for a )?trial\b",
            (r"\bwithout (?:the need for )?a trial\b"),
            (
                r"\bspared (?:the family |them |her family |his family )?(?:the ordeal of )?a "
                r"trial\b"
            ),
            r"\bplea (?:\w+ ){0,8}was accepted\b",
            r"\badmitted murder\b|\badmitted the murder (?:at|in) (?:the )?[Cc](?:ourt|rown)\b",
            r"\bguilty plea\b[^.;]{0,20} (?:meant|spared|avoided|saved|removed)\b",
            (
                r"\b(?:guilty plea|plea of guilty) to (?:\w+ )?murder\b|"
                r"\b(?:prosecution|Crown|court|judge) (?:\w+ )?accepted (?:that|this|the|his|"
                r"her) plea\b"
            ),
            (
                r"(?<!not )(?<!have )\bpleaded guilty to (?:the |her |his |their |both )?"
                r"(?:\w+’s )?murders?\b(?! (?:charge|but))"
            ),
            (
                r"\bpleaded guilty\b[^.;]{0,60}\b(?:at the first opportunity|on the first day|"
                r"was sentenced)\b"
            ),
        ),
    },
    "whether anybody else was there": {
        "nobody": (
            (
                r"\b(?:nobody|no[- ]one) else (?:was|were|had been) (?:in|at|present|there|home|"
                r"with)\b"
            ),
            r"\b(?:she|he|<dead>) was alone in the (?:house|flat|property|home)\b",
            (r"\bno children were (?:present|in the (?:house|flat|home)|at home)\b"),
            (
                r"\b(?:the|both|all|their|her|his) (?:\w+ )?children were (?:not (?:at home|"
                r"present|there|in the (?:house|flat))|elsewhere|away|staying (?:with|at)|"
                r"at (?:school|nursery|their grandparents\W*|a friend\W*s))\b"
            ),
        ),
        "a child": (
            (
                r"\b(?:Child \w+|(?:the|their|her|his|both|two|three|"
                r"one of the) (?:\w+ )?(?:children|child|son|daughter|"
                r"baby))\b[^.;]{0,60}\b(?:asleep|sleeping|in (?:the|their|his|"
                r"her) (?:\w+ )?bedroom|upstairs|carried out|present in the|in the (?:house|flat|"
                r"property|next room)|witnessed (?:the|her|his) (?:attack|murder|killing|death))\b"
            ),
        ),
    },
    "whether they had children": {
        "none": (
            r"\b(?:the couple|they) (?:had|have) no children(?: together| of their own)?\b",
            r"\bthere were no children (?:of|in) (?:the|their) (?:relationship|marriage)\b",
        ),
        "some": (
            (
                r"\b(?:the couple|they) had (?:a|one|two|three|four|five) (?:\w+ )?(?:child|"
                r"children|son|daughter|sons|daughters|baby)\b"
            ),
            r"\btheir (?:\w+ )?(?:child|children|son|daughter|baby) (?:was|were|had|lived)\b",
            (
                r"\b(?:Child|Sibling) [A-Z0-9]\b,? (?:the )?(?:child|son|"
                r"daughter) of (?:the couple|both)\b"
            ),
        ),
    },
    "whether they lived together": {
        "never": (
            (
                r"\b(?:the couple|they) (?:had )?(?:never|did not|had not) (?:lived?|cohabit\w*|"
                r"moved? in) together\b"
            ),
            (
                r"\b(?:the couple|they) (?:always )?(?:kept|had) separate (?:homes|addresses|"
                r"households)\b"
            ),
        ),
        "together": (
            (
                r"\b(?:the couple|they) (?:had )?(?:lived together|moved in together|set up home|"
                r"began living together|shared a (?:home|flat|house))\b"
            ),
        ),
    },
    "whether they were married": {
        "never": (
            r"\b(?:the couple|they) (?:were not|had never|never|had not) (?:been )?married\b",
        ),
        "married": (
            (
                r"\b(?:the couple|they) (?:had )?(?:were |got |been )?(?:re)?married (?:in|on|for|"
                r"at|since)\b"
            ),
            r"\b(?:the couple|they) were married\b(?! to other)",
        ),
    },
    "whether the family saw the draft": {
        "no": (
            (
                r"\b(?:famil\w+|mother|father|parents|sister|brother|son|"
                r"daughter)\b[^.;]{0,40}\b(?:did not (?:wish|want) to (?:see|read)|"
                r"declined to (?:see|read)|has not seen|have not seen|was not shown|"
                r"were not shown|did not see) (?:the|a) (?:draft|report)\b"
            ),
        ),
        "yes": (
            (
                r"\b(?:famil\w+|mother|father|parents|sister|brother|son|"
                r"daughter)\b[^.;]{0,60}\b(?:read|saw|had|was shown|were shown|commented on|"
                r"was sent|were sent) (?:every|the|a|each) (?:\w+ )?(?:draft|report)\b"
            ),
        ),
    },
    "whether the family had an advocate": {
        "no": (
            (
                r"\b(?:declined|did not (?:want|wish|take up)|without|"
                r"no) (?:\w+ ){0,4}(?:advocate|advocacy|AAFDA)\b"
            ),
        ),
        "yes": (
            (
                r"\b(?:supported|accompanied|helped|assisted) (?:\w+ ){0,3}by (?:\w+ "
                r"){0,4}(?:advocate|AAFDA|Advocacy After)\b"
            ),
            r"\badvocate from AAFDA (?:\w+ )?(?:was|supported|attended|came|accompanied)\b",
        ),
    },
    "the inquest": {
        "not held": (
            (
                r"\binquest (?:\w+ ){0,8}?(?:was|were|has been|will be) (?:not|"
                r"never) (?:\w+ )?(?:resumed|held)\b"
            ),
            r"\bdid not resume (?:it|the inquest)\b",
            r"\bdecided not to resume\b",
            r"\bno inquest (?:was|has been|will be) (?:held|resumed)\b",
            r"\band not resumed\b",
        ),
        "held": (
            r"\binquest (?:was (?:held|heard)|took place|concluded)\b",
            (
                r"\b(?:coroner|inquest) (?:\w+ ){0,3}?(?:recorded|returned|reached|"
                r"gave) an? (?:\w+ )?(?:conclusion|verdict)\b"
            ),
            r"\bat the inquest\b[^.;]{0,40}\b(?:was read|gave evidence|told|said|heard)\b",
        ),
    },
    "a referral to the IOPC": {
        "none": (
            (
                r"\bno (?:\w+ )?referral (?:was made )?to the (?:IOPC|"
                r"Independent Office for Police Conduct|IPCC)\b"
            ),
            r"\b(?:not|never) (?:\w+ )?referred to the (?:IOPC|Independent Office|IPCC)\b",
        ),
        "made": (
            (
                r"\b(?:IOPC|Independent Office for Police Conduct|IPCC)\b[^.;]{0,60}\b(?:received|"
                r"considered|investigated|returned)\b"
            ),
            (
                r"(?<!not )(?<!never )\breferred (?:itself |the (?:matter|case) )?to the (?:IOPC|"
                r"Independent Office|IPCC)\b"
            ),
        ),
    },
    "whether there was an order": {
        "granted": (
            (
                r"\bnon-molestation order (?:was )?(?:\w+ )?(?:granted|made|obtained|issued|"
                r"served)\b"
            ),
            (r"\b(?:obtained|granted|had|held) (?:\w+ )?(?:a|the) non-molestation order\b"),
        ),
        "not": (
            (
                r"\b(?:never|no)\b[^.;]{0,30}\bnon-molestation order (?:was )?(?:ever "
                r")?(?:granted|made|sought|in place|obtained|applied)\b"
            ),
            r"\brefused (?:\w+ ){0,3}?non-molestation order\b",
            (
                r"\b(?:application for a )?non-molestation order (?:was )?(?:refused|dismissed|"
                r"withdrawn|rejected|never|not|declined)\b"
            ),
        ),
    },
}
PATTERNS = {
    matter: {
        way: tuple(re.compile(words, re.IGNORECASE) for words in spelled)
        for way, spelled in ways.items()
    }
    for matter, ways in SPELLED.items()
}
OF_ANOTHER = re.compile(
    r"(?i)\b(?:former partner|ex-|previous (?:partner|relationship|victim)|first (?:wife|husband)|"
    r"adult [a-z]\b|would have|if (?:she|he)|research|national\w*|another review|in such cases|"
    r"mother had|father had|attempted|inquest jury|jury (?:at|of) (?:the|an|his|her) inquest|"
    r"coroner’s jury)\b"
)
