"""Diagnoses, treatments and abuse as reports name them."""

CONDITIONS = (
    r"(?:(?:paranoid\s+)?schizophrenia|schizoaffective\s+disorder|psychosis|psychotic\s+\w+|"
    r"bipolar"
    r"(?:\s+(?:affective\s+)?disorder)?|(?:emotionally\s+unstable\s+|borderline\s+|antisocial\s+|"
    r"dissocial\s+)?personality\s+disorder|EUPD|BPD|PTSD|post-?traumatic\s+stress(?:\s+disorder)?|"
    r"OCD|obsessive\s+compulsive\s+disorder|autis(?:m|tic)(?:\s+spectrum\s+\w+)?|ASD|"
    r"Asperger[’']?s?(?:\s+syndrome)?|ADHD|attention\s+deficit[\w\s]{0,30}disorder|dyslexi[ac]|"
    r"learning\s+disabilit(?:y|ies)|epilep(?:sy|tic)|diabet(?:es|ic)|asthma(?:tic)?|"
    r"HIV(?:[\s-]positive)?|hepatitis(?:\s+[BC])?|tuberculosis|cancer|leukaemia|"
    r"multiple\s+sclerosis|cystic\s+fibrosis|sickle\s+cell\s+\w+|cerebral\s+palsy|"
    r"Down[’']?s\s+syndrome|dementia|Alzheimer[’']?s|Parkinson[’']?s|"
    r"chlamydia|gonorrhoea|syphilis|herpes|erectile\s+dysfunction|infertility|"
    r"f[oe]+tal\s+alcohol\s+\w+|speech\s+(?:and\s+language\s+)?delay|developmental\s+delay|"
    r"eating\s+disorder|anorexia|bulimia)"
)
# Medicines and tests that are of one illness each
REVEALING = (
    r"anti-?retrovirals?|antiviral\s+(?:treatment|therapy|medication|tablets)|PrEP|CD4\s+count|"
    r"viral\s+load|interferon|anti-?convulsants?|anti-?epileptics?|levetiracetam|lamotrigine|"
    r"carbamazepine|(?:sodium\s+)?valproate|levodopa|co-careldopa|co-beneldopa|madopar|sinemet|"
    r"ropinirole|pramipexole|rasagiline|entacapone|riluzole|tetrabenazine|natalizumab|fingolimod|"
    r"ocrelizumab|hydroxycarbamide|mesalazine|infliximab|adalimumab|azathioprine|ciclosporin|"
    r"tacrolimus|rivastigmine|galantamine|donepezil|memantine|metformin|methotrexate|"
    r"tamoxifen|warfarin|anticoagulants?|levothyroxine|immunosuppressants?|beta[\s-]blockers?|"
    r"antabuse|disulfiram|acamprosate|mood\s+stabilis\w+|lisdexamfetamine|elvanse|concerta|"
    r"atomoxetine|paliperidone|zuclopenthixol|flupentixol|clopixol|buvidal|"
    r"hormone\s+(?:replacement|blockers?)|puberty\s+blockers?|testosterone\s+\w+|oestrogen|"
    r"steroids|dialysis|catheter|stoma(?:\s+bag)?|colostomy|nebuliser|oxygen\s+at\s+home|"
    r"(?:opioid|opiate)\s+substitut\w+|GUM\s+clinic|chemotherapy|radiotherapy"
)
MEDICINES = (
    r"(?:olanzapine|risperidone|aripiprazole|quetiapine|clozapine|haloperidol|lithium|sertraline|"
    r"citalopram|escitalopram|fluoxetine|mirtazapine|venlafaxine|diazepam|lorazepam|zopiclone|"
    r"propranolol|pregabalin|gabapentin|methadone|subutex|buprenorphine|naltrexone|viagra|"
    r"sildenafil|insulin|ritalin|methylphenidate|melatonin|amitriptyline|tramadol|codeine|"
    rf"{REVEALING})"
)
SEXUAL_ABUSE = (
    r"(?:rap(?:ed?|ing)|sexual(?:ly)?\s+(?:abus\w+|assault\w*|exploit\w+|touch\w+|offen[cs]es?|"
    r"violence|harm\w*)|touch(?:ed|ing)\s+(?:her|him|them)\b|touch(?:ed|ing)\s+(?:\w+\s+){0,4}?(?:sexually|inappropriately|"
    r"in\s+a\s+sexual\s+way)|indecent(?:ly)?\s+\w+|incest|grooming|groomed|molest\w+)"
)
# What is treated, or where, without a diagnosis
TREATMENT = (
    r"(?:[\w-]+\s+){0,3}?(?:disorders?|syndrome|disease)(?:\s+(?:service|clinic|team|unit)s?)?|"
    r"(?:fertility|hormone|cancer|trauma|psychiatric|drug|alcohol)\s+treatment|IVF|"
    r"(?:(?:severe\s+|clinical\s+|postnatal\s+)?depression|anxiety|(?:alcohol|drug|heroin|cocaine|"
    r"gambling)\s+"
    r"(?:dependen\w+|addiction|misuse)|(?:a\s+)?(?:weekly|fortnightly|monthly|depot)\s+injection|"
    r"detox(?:ification)?|rehabilitation|chemotherapy|dialysis|counselling|psychotherapy|EMDR|"
    r"cognitive\s+behavioural\s+therapy|antidepressants?|antipsychotics?)"
)
HARM = (
    r"(?:(?:after\s+|following\s+)?(?:taking|taken|took|takes)\s+an?\s+(?:\w+\s+)?overdose|"
    r"self-harm(?:ed|ing|s)?|"
    r"attempted\s+suicide|suicide\s+attempt|attempted\s+to\s+(?:take\s+(?:his|her)\s+own\s+life|"
    r"kill\s+(?:him|her)self)|"
    r"tried\s+to\s+(?:take\s+(?:his|her)\s+own\s+life|kill\s+(?:him|her)self)|"
    r"(?:attempted|tried)\s+to\s+(?:hang|drown|poison|strangle|end)\s+(?:him|her)self|"
    r"(?:attempted|tried)\s+to\s+end\s+(?:his|her)\s+(?:own\s+)?life|"
    r"(?:cut|slashed|slit)\s+(?:his|her)\s+(?:own\s+)?(?:wrists?|throat)|"
    r"suicidal\s+(?:thoughts|ideation)|(?:thoughts\s+of|felt)\s+suicid\w+)"
)
CARE_OF_A_CHILD = (
    r"(?:(?:was|is|were|are|been|began\s+to|has|have|had|being)\s+)+(?:[\w-]+\s+){0,3}?(?:see(?:n|"
    r"ing)?|receiv(?:ed|ing|es)|"
    r"referred|having|attend(?:ed|ing)|offered|given|help)\s+(?:[\w’'-]+\s+){0,4}?(?:CAMHS|"
    r"counsell\w+|therap\w+|"
    r"psycholog\w+|psychiatr\w+|learning\s+mentor|bereavement\s+\w+|mental\s+health\s+\w+|"
    r"paediatric\w*|"
    r"speech\s+and\s+language\s+\w+|nurture\s+group|help\s+from)|"
    r"(?:still\s+)?ha[sd]\s+(?:regular\s+|recurrent\s+)?nightmares|wet(?:s|ting)?\s+the\s+bed|"
    r"bed-?wetting|"
    r"begun\s+to\s+sleep\s+through|EHCP|education,?\s+health\s+and\s+care\s+plan|"
    r"special\s+educational\s+needs|"
    r"still\s+(?:speaks?|talks?)\s+about|"
    r"(?:seen|assessed|treated|supported|admitted|referred|open|known)\s+(?:by|to|at|with)\s+"
    r"(?:the\s+)?(?:\w+\s+){0,2}?(?:CAMHS|paediatric\w*|psychiatr\w+|psycholog\w+|counsell\w+)|"
    r"cuts\s+to\s+(?:the|his|her|their|both)\s+(?:arms?|wrists?|legs?|thighs?)"
)
RECOVERING = (
    r"(?:in\s+recovery(?:\s+from\s+[\w\s]{3,30}?(?=\s+and\b|[,.;]|$))?|recovering\s+(?:addict|"
    r"alcoholic)|"
    r"(?:himself|herself|now|still|then|also|since)\s+(?:being\s+)?(?:under\s+the\s+care\s+of|"
    r"a\s+patient\s+of|"
    r"on\s+the\s+caseload\s+of)\s+(?:the\s+|a\s+)?[\w\s-]{3,50}?(?:services?|teams?|clinic|unit|"
    r"hospital)|"
    r"ha[sd]\s+(?:since\s+)?(?:lost\s+the\s+baby|miscarried|had\s+(?:a|an)\s+(?:miscarriage|"
    r"abortion|termination|stillbirth|breakdown))|ha[sd]\s+an?\s+(?:abortion|termination|miscarriage|"
    r"stillbirth|hysterectomy|mastectomy|vasectomy)|terminat\w+\s+(?:of\s+)?(?:a|the|her)\s+pregnancy|"
    r"(?:himself|herself)\s+(?:been\s+)?(?:an?\s+|the\s+)?(?:victim|survivor)\s+of\s+(?:domestic\s+\w+|abuse|"
    r"violence|rape|trafficking)|(?:herself|himself)\s+(?:fled|escaped|left)\s+(?:an?\s+)?(?:abusive|violent)\s+"
    r"\w+)"
)
