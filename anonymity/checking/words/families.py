"""
Words that give away a condition or a calling which a paper tells in general terms only.

A medicine, a clinic, a number of guidance or a membership says what "a serious illness" or "a
profession" was meant to hide. Each family: what names it, and what else gives it away. Numbers of
guidance are those of NICE; the rest is what every practitioner knows.
"""

import re

CONDITIONS: tuple[tuple[str, str], ...] = (
    (
        r"schizo\w+|psychosis|psychotic",
        (r"schizo\w+|clozapine|olanzapine|risperidone|aripiprazole|paliperidone|zuclopenthixol|"
        r"haloperidol|quetiapine|amisulpride|antipsychotics?|depot(?: injections?)?|"
        r"(?:monthly|fortnightly|weekly|three[- ]monthly) injections?|CG ?178|NG ?181|CG ?82|"
        r"early intervention in psychosis|EIP team|clozapine clinic|"
        r"fixed false beliefs?|voices|replaced by (?:someone|somebody|an impostor)|capgras|"
        r"blood tests at a \w+[\w\s]{0,20}clinic|(?:weekly|monthly) blood (?:tests|monitoring)"),
    ),
    (
        r"bipolar|manic[- ]depress\w+",
        (r"bipolar|manic|mania|lithium|valproate|lamotrigine|mood stabilis\w+|CG ?185|lithium "
        r"clinic"),
    ),
    (
        r"depress\w+|anxiety",
        (r"antidepressants?|sertraline|citalopram|fluoxetine|mirtazapine|venlafaxine|PHQ-?9|"
         r"GAD-?7|"
        r"CG ?90|NG ?222|IAPT|talking therap\w+"),
    ),
    (
        r"HIV|AIDS|blood[- ]borne|sexual(?:ly transmitted)? (?:health|infection)",
        (r"HIV|antiretrovirals?|viral load|CD4|genito-?urinary|GUM|PrEP|sexual health clinic|"
        r"infectious diseases? (?:clinic|unit|consultant)|Terrence Higgins"),
    ),
    (
        r"epilep\w+|seizures?|neurological",
        (r"epilep\w+|seizures?|valproate|lamotrigine|carbamazepine|levetiracetam|first fit clinic|"
        r"neurolog\w+|NG ?217|CG ?137"),
    ),
    (r"diabet\w+|long-term condition", (r"diabet\w+|insulin|metformin|HbA1c|hypoglyc\w+|NG ?17|NG "
                                       r"?28")),
    (
        r"dementia|alzheimer\w*|cognitive|memory",
        (r"dementia|alzheimer[’']?s?|donepezil|memantine|memory (?:clinic|service)|admiral nurse|"
        r"NG ?97"),
    ),
    (
        r"opiates?|opioids?|heroin|drug (?:use|dependen\w+|misuse)",
        (r"heroin|opiates?|opioids?|methadone|buprenorphine|subutex|buvidal|naloxone|"
        r"needle exchange|supervised consumption|CG ?52|shared care (?:clinic|prescrib\w+)"),
    ),
    (
        r"alcohol\w*",
        (r"acamprosate|disulfiram|antabuse|naltrexone|detox\w*|AUDIT score|alcoholics anonymous|"
        r"CG ?115|liver (?:clinic|unit)|alcohol liaison"),
    ),
    (
        r"cancer|oncolog\w+|tumour|terminal|serious physical illness|life-limiting",
        (r"cancer|oncolog\w+|chemotherapy|radiotherapy|mastectomy|macmillan|tumour|biopsy|hospice|"
        r"palliative|lumpectomy|tamoxifen|marie curie"),
    ),
    (r"autis\w+|neurodivers\w+|neurodevelopment\w+", (r"autis\w+|asperger\w*|ASD|ASC|ADOS|NG ?87|"
     r"CG ?128|CG ?142")),
    (r"ADHD|neurodevelopment\w+|attention", (r"ADHD|methylphenidate|ritalin|lisdexamfetamine|"
                                            r"atomoxetine|NG ?87")),
    (
        r"learning (?:disab\w+|difficult\w+)",
        r"learning disab\w+|LeDeR|annual health check|Down[’']?s|special school|EHCP|CTLD|CLDT",
    ),
    (
        r"personality disorder|EUPD|BPD",
        (r"personality disorder|EUPD|BPD|dialectical|DBT|CG ?78|emotionally unstable|"
        r"complex needs service"),
    ),
    (r"eating disorder|anorexia|bulimia", (r"anorexi\w+|bulimi\w+|eating disorders?|NG ?69|"
                                          r"re-?feeding")),
    (r"multiple sclerosis", (r"multiple sclerosis|MS nurse|disease[- ]modifying|infusion "
                             r"(?:clinic|"
                            r"suite|unit)")),
    (
        r"Parkinson\w*|movement disorder",
        (r"parkinson\w*|co-careldopa|co-beneldopa|levodopa|madopar|sinemet|ropinirole|pramipexole|"
        r"rasagiline|movement disorders? clinic|NG ?71"),
    ),
    (r"motor neurone|MND", r"motor neurone|MND|riluzole|NG ?42"),
    (r"crohn\w*|colitis|bowel", (r"crohn\w*|colitis|IBD\b|stoma|colostomy|mesalazine|infliximab|"
                               r"gastroenterolog\w+")),
    (r"arthritis|rheumat\w+|lupus", r"arthritis|rheumatolog\w+|methotrexate|lupus|adalimumab"),
    (r"sickle cell", r"sickle cell|haematolog\w+|hydroxycarbamide"),
    (r"heart|cardiac", r"angina|pacemaker|cardiolog\w+|heart (?:attack|failure)|warfarin"),
    (r"lung|respiratory|COPD", (r"COPD|emphysema|nebuliser|oxygen at home|respiratory (?:nurse|"
                               r"clinic)")),
    (r"kidney|renal", r"dialysis|renal|nephrolog\w+|kidney|transplant"),
    (r"fertility|miscarr\w+|terminat\w+ of", (r"IVF|fertility clinic|embryo|termination|abortion|"
                                             r"BPAS|MSI")),
    (r"stroke|brain injury", r"stroke|headway|brain injury|neuro-?rehab\w*|TIA"),
    (r"hepatitis|liver", r"hepatitis|hepatolog\w+|interferon|liver (?:clinic|unit)|cirrhosis"),
    (r"post[- ]traumatic|PTSD", r"PTSD|post[- ]traumatic|EMDR|combat stress|flashbacks"),
    (r"gender (?:identity|reassign\w+)|transgender|trans\b", (r"transgender|gender (?:identity|"
                                                             r"dysphoria)|"
     r"GIC|hormone (?:therapy|treatment)|deadname")),
)  # fmt: skip
CALLINGS: tuple[tuple[str, str], ...] = (
    (
        r"nurs\w+|midwi\w+|health(?:care)? (?:professional|sector|worker)|works? in health",
        (r"NMC|RCN|Nursing and Midwifery Council|pin number|student nurse|staff nurse|band (?:5|6|"
        r"7|five|six|seven)|"
        r"revalidation|on the wards?|bank shifts?|registrant"),
    ),
    (r"doctor|physician|surgeon|GP\b", (r"GMC|General Medical Council|MPTS|foundation year|"
                                       r"registrar|deanery|BMA")),
    (
        r"teach\w+",
        (r"QTS|NASUWT|NEU\b|newly qualified teacher|NQT|ECT|pupils|staff ?room|teaching assistant|"
        r"head of year|Teaching Regulation"),
    ),
    (
        r"polic\w+ (?:officer|force|staff)|law enforcement|uniformed",
        (r"warrant card|IOPC|IPCC|Police Federation|professional standards department|PSD|"
        r"special constable|custody sergeant"),
    ),
    (r"soldier|army|military|armed forces|veteran|navy|RAF", (r"regiment|barracks|SSAFA|MOD|tour "
                                                             r"of \w+|infantry|"
     r"battalion|Royal British Legion|deployed|garrison|corporal|sergeant major|veterans?|Op "
     r"Courage")),
    (r"social work\w*", r"Social Work England|HCPC|ASYE|BASW"),
    (r"taxi|driver", r"hackney|private hire|taxi|licensing (?:officer|committee)|minicab|HGV|PSV"),
    (r"solicitor|lawyer|barrister", r"SRA|Law Society|Bar Standards|chambers|solicitor"),
    (r"security|door ?(?:man|supervis\w+)", (r"SIA|door (?:supervisor|staff)|doorman|bouncer|"
                                             r"close "
                                            r"protection")),
    (r"fire ?fighter|fire service", (r"fire station|watch manager|FBU|firefighter|retained "
                                    r"(?:duty|station|crew)|crew manager|turn-?out|breathing "
                                    r"apparatus")),
    (
        r"lifeboat\w*|emergency service|rescue",
        r"lifeboat\w*|slipway|maroons?|coxswain|RNLI|mountain rescue|coastguard",
    ),
    (r"prison officer", r"HMPPS|prison officer|POA\b|wing staff"),
    (r"farm\w*|agricultur\w+",
     r"farm(?:yard|house|er|s)|livestock|shotgun certificate|NFU|tractor"),
    (r"councillor|politic\w+|elected", (r"councillor|ward surgery|cabinet member|group leader|"
                                       r"monitoring officer")),
    (
        r"postal|post office|postman|postwoman",
        r"postm\w+|delivery office|sorting office|Royal Mail|CWU",
    ),
    (r"rail\w*|train", r"signal(?:man|ler|box)|ASLEF|RMT\b|train driver|depot|guard on"),
    (r"clergy|minister|priest|vicar", r"vicar\w*|diocese|parish|curate|ordained|manse|rectory"),
    (r"care (?:work\w*|sector|home)", r"care home|care assistant|domiciliary|Skills for Care"),
)  # fmt: skip


def family_of(fact: str) -> list[str]:
    """Return the patterns of what gives away a fact, in the words of its families."""
    return [
        telling
        for named, telling in (*CONDITIONS, *CALLINGS)
        if re.search(rf"(?i)\b(?:{named})", fact)
    ]
