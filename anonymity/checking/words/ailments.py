"""Every word that tells of somebody’s health, whatever the sentence around it."""

from anonymity.checking.words.health import REVEALING

# Endings of illnesses and of medicines, and the words that end so and are neither
ENDINGS = (
    r"(?!(?:diagnosis|prognosis|hypnosis|diploma|coma|aroma|sympathy|empathy|apathy|stroma|"
    r"metamorphosis|osmosis|Roma|Oklahoma)\b)"
    r"\w{2,}(?:osis|iasis|itis|ectomy|ostomy|oplasty|[ae]emia|oma|algia|pathy|plegia|phrenia|lepsy|rhoea|dystrophy)|"
    r"\w{3,}(?:apine|idone|opram|oxetine|azepam|traline|triptyline|olol|gabalin|zolam|peridol|"
    r"cillin|profen|caine)"
)
ILLNESSES = (
    r"disorders?|syndrome|disease|disabilit(?:y|ies)|disabled|impairments?|autis(?:m|tic)|ADHD|"
    r"ASD|Asperger\w*|dyslexi[ac]|dyspraxi[ac]|diabet(?:es|ic)|asthma(?:tic)?|eczema|allerg(?:y|"
    r"ies|ic)|epilep(?:sy|tic)|seizures?|fits|cancer|tumours?|leukaemia|lymphoma|remission|"
    r"stroke|heart\s+(?:attack|condition|bypass|failure|murmur|disease)|pacemaker|angina|"
    r"lupus|thyroid|Crohn\W?s|fibroids|gout|migraines?|glaucoma|cataracts?|ulcers?|hernia|"
    r"squint|(?:wears?|needs?|new)\s+glasses|brittle|"
    r"Huntington\W?s|motor\s+neurone|Tourette\W?s|shingles|coeliac|jaundice|incontinen\w+|"
    r"Parkinson\w*|Alzheimer\w*|dementia|COPD|emphysema|multiple\s+sclerosis|HIV|cystic\s+fibrosis|"
    r"cerebral\s+palsy|sickle\s+cell|cleft|spina\s+bifida|Down[’']?s|deaf|hard\s+of\s+hearing|"
    r"hearing\s+aids?|blind|partially\s+sighted|wheelchair|mobility\s+scooter|stammer\w*|mute|"
    r"anorexi[ac]|bulimi[ac]|OCD|PTSD|post[\s-]traumatic|EUPD|bipolar|psycho(?:sis|tic)|"
    r"schizo\w+|hallucinat\w+|delusion\w*|panic\s+attacks?|breakdown|depress(?:ed|ion|ive)|"
    r"anxiety|flashbacks|night\s+terrors|nightmares|bed-?wetting|wet(?:s|ting)?\s+(?:the|his|her)\s+"
    r"bed|soil(?:s|ed|ing)\s+(?:him|her)?self|self-?harm\w*|cut(?:s|ting)?\s+(?:him|her)self|"
    r"overdos\w+|suicid\w+|menopaus\w+|miscarr\w+|stillb\w+|abortion|infertil\w+|fertility|IVF|"
    r"post-?natal\s+\w+|chronic\s+\w+|terminal(?:ly)?\s+\w+|brain\s+(?:injury|damage|tumour)"
)
TREATMENTS = (
    r"diagnos(?:is|es|ed)|chemotherapy|radiotherapy|mastectomy|hysterectomy|dialysis|transplant|"
    r"(?:hip|knee)\s+replacement|(?:heart|brain|spinal|major|emergency)\s+surgery|biopsy|"
    r"hospice|insulin|inhalers?|EpiPen|medicat(?:ion|ed)|medicines?|tablets|antidepressants?|"
    r"antipsychotics?|injections?|depot|prescri(?:bed|ptions?)|methadone|in-?patient|"
    r"psychiatr\w+|psycholog\w+|CAMHS|counsell\w+|therap(?:y|ies|ist)|CBT|EMDR|sectioned|"
    r"detained\s+under|Mental\s+Health\s+Act|Section\s+(?:2|3|37|41|136)|rehab\w*|detox\w*|sober|"
    r"Alcoholics\s+Anonymous|Gamblers\s+Anonymous|Narcotics\s+Anonymous|dependen(?:t\s+on|ce|cy)|"
    r"addict(?:ion|ed|s)?|alcoholi(?:c|sm)|speech\s+(?:and\s+language\s+)?therap\w+|paediatric\w*|"
    r"EHCP|EHC\s+plan|special\s+(?:educational\s+)?needs|SEND?\b|play\s+therap\w+|"
    r"bereavement\s+(?:counsel\w+|therap\w+|support|services?|work|group)|learning\s+mentor|nurture\s+group|educational\s+psycholog\w+|"
    r"one-to-one\s+support|feeding\s+(?:tube|clinic)|specialist\s+(?:nurse|clinic)|"
    r"eating\s+\w+\s+service|(?:pain|cardiac|renal|oncology|stroke|memory|diabetic|epilepsy|"
    r"respiratory|rheumatology|fertility|sexual\s+health|GUM|HIV|liver|hepatitis)\s+"
    r"(?:clinic|unit|ward)"
)
AILMENTS = rf"(?:{ENDINGS}|{ILLNESSES}|{TREATMENTS}|{REVEALING})"
