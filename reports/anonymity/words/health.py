"""Diagnoses, treatments and abuse as reports name them."""

CONDITIONS = (
    r"(?:(?:paranoid\s+)?schizophrenia|schizoaffective\s+disorder|psychosis|psychotic\s+\w+|bipolar"
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
MEDICINES = (
    r"(?:olanzapine|risperidone|aripiprazole|quetiapine|clozapine|haloperidol|lithium|sertraline|"
    r"citalopram|escitalopram|fluoxetine|mirtazapine|venlafaxine|diazepam|lorazepam|zopiclone|"
    r"propranolol|pregabalin|gabapentin|methadone|subutex|buprenorphine|naltrexone|viagra|"
    r"sildenafil|insulin|ritalin|methylphenidate|melatonin|amitriptyline|tramadol|codeine)"
)
SEXUAL_ABUSE = (
    r"(?:rap(?:ed?|ing)|sexual(?:ly)?\s+(?:abus\w+|assault\w*|exploit\w+|touch\w+|offen[cs]es?|"
    r"violence|harm\w*)|touch(?:ed|ing)\s+(?:\w+\s+){0,4}?(?:sexually|inappropriately|"
    r"in\s+a\s+sexual\s+way)|indecent(?:ly)?\s+\w+|incest|grooming|groomed|molest\w+)"
)
