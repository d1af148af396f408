"""
The authored sections of the published report, in the small markup, by their kind.

Maren was killed by her adult son, Oskar, for whom she cared. Days are left out on purpose: the
report speaks of seasons and years before her death.
"""

from reports.models import SectionKind as Kind

SECTIONS: dict[Kind, str] = {
    Kind.TRIBUTE: """
Maren taught the piano to three generations of children in her street. Her sister asked that the
report begin with that: "You heard her before you saw her. She kept the window open so that the
little ones could find the house."
""",
    Kind.CONDOLENCES: """
The panel offers its condolences to Maren's sister, her daughter and her grandchildren. They gave
their time to this review while they were grieving, and it is better for it.
""",
    Kind.INTRODUCTION: """
Maren was in her sixties when she was killed in her home by her son, Oskar, who was in his
thirties and lived with her. He pleaded guilty to manslaughter and is detained in hospital.

Eleven bodies knew Maren, Oskar or both. Most knew him as a patient and her as his carer. Few had
asked her whether she was safe.
""",
    Kind.DELAY: """
The review was not complete within six months. The panel agreed a later date with the partnership
before the six months were over, because:

- the criminal trial did not end until eleven months after the death, and the family did not wish
  to be interviewed before it;
- two reports of agencies came four months late, one after a change of author;
- the first round with the Home Office took six months.
""",
    Kind.CONFIDENTIALITY: """
The pseudonyms were chosen by Maren's sister, who has read this report. Ages are given in bands,
days as months, and places as the kind of place they are.
""",
    Kind.METHODOLOGY: """
Every body that could have known Maren or Oskar was asked to search its records under each name
they had used. Those with something to tell wrote an individual management review, a short report
or a summary. The authors had no part in the events and managed nobody who had.

The chair met Maren's sister twice and her daughter once, and wrote to Oskar through his
responsible clinician. He did not wish to take part.
""",
    Kind.INVOLVEMENT: """
Maren's sister and daughter were written to through the family liaison officer, and offered a
specialist advocate at the first meeting. Maren's sister accepted. She read the terms of reference
and two drafts, each for four weeks, at home, with her advocate beside her.

A friend from Maren's choir told the review what professionals had not seen: that Maren had
stopped having visitors in her last year, and had begun to sleep with a chair against her door.
""",
    Kind.CONTRIBUTORS: """
Where an agency's author was not independent of the service in every respect, the report says so
in the table. The panel accepted each report after its questions were answered.
""",
    Kind.PARALLEL: """
The inquest was suspended when Oskar was charged and was not resumed after the trial. The mental
health trust carried out its own investigation, whose author met the chair of this review so that
the family was not asked the same questions twice.
""",
    Kind.EQUALITY: """
The panel looked at each protected characteristic. Three mattered.

### Age

Services met an older woman and saw a carer. None used a question about domestic abuse that they
would have asked a younger woman as a matter of course.

### Sex

Maren is one of the many women killed by a son. The word "carer" hid what was asked of her as a
mother.

### Disability

Oskar's illness was treated as the whole explanation. His wish to control where his mother went
and whom she saw was older than his illness.
""",
    Kind.DISSEMINATION: """
The report goes to every body that took part, to the partnership's board, the safeguarding boards
for adults and children, the police and crime commissioner, the Domestic Abuse Commissioner and
the Home Office. A briefing of one page is to be used in team meetings.
""",
    Kind.LOCAL_LEARNING: """
Two earlier reviews of this partnership asked services to see carers as people who may be at risk.
The training that followed reached hospital staff and did not reach general practice.
""",
    Kind.FACTS: """
Maren was found dead at home by a neighbour. The cause of death was a stab wound. Oskar was there
and told the first officers what he had done.

Oskar had lived with his mother all his life but for two years at university and three stays in
hospital. Maren had given up her work to look after him. There was no money in the house that was
only hers.

[=genogram]

[=addresses]
""",
    Kind.CHRONOLOGY: """
### Ten to three years before Maren's death

Oskar became ill in his last year at university. He was admitted to hospital twice. Each time he
went home to his mother, and the plan for his leaving named her as the one who would watch over
his medicine. She was not asked whether she could.

### The last three years

Maren told her general practitioner that she was tired and bruised easily. The notes say
"carer strain". An ambulance crew recorded that Oskar answered every question put to his mother.
They sent a concern to adult social care, which passed it to the mental health team as a matter
of his care and closed it.

### The last year

A neighbour rang the police about shouting. The officers spoke to Maren and Oskar together at the
door. Oskar missed two appointments for his injection. The team rang Maren, who said that he would
not let her bring him. She asked whether somebody could come. Nobody came within the week that the
trust's own policy gives.

Maren rang the helpline of the carers' service and asked what happens to people whose mothers can
no longer have them at home. She was sent a form.
""",
    Kind.OVERVIEW: """
Each body knew a part. The police knew of the shouting, the ambulance service of a son who spoke
for his mother, the practice of bruises, the mental health team of missed injections and of a
mother who asked for help, the carers' service of a mother who wanted to know how to stop. Put
side by side, they describe coercive control and a rising risk. They were never put side by side.
""",
    Kind.ANALYSIS_AGENCIES: """
### The police

The officers came quickly and were courteous. They did not speak to Maren alone, and did not look
for earlier reports at the same address, of which there were two.

### The mental health trust

Oskar's care was planned around his mother. Her own needs were assessed once, by telephone, while
he was in the room. The trust has since stopped the practice of leaving medicine with relatives
who have not agreed to it in writing.

### General practice

Maren saw five doctors in three years. Each saw a single complaint. The practice was not told of
the ambulance crew's concern.

### Adult social care

The concern was treated as information about Oskar. The threshold for an enquiry about Maren was
met and was not considered.

### Good practice

The ambulance crew wrote down what they saw in plain words and sent it the same night. The
paramedic asked three weeks later what had become of it.
""",
    Kind.ANALYSIS_ENQUIRIES: """
### Was domestic abuse recognised?

By one crew, once. Elsewhere the abuse of a mother by an adult son was not thought of.

### Was Maren seen as somebody with needs of her own?

She was offered a carer's assessment by letter. She was not told that she could refuse to go on.

### Was what was known passed on?

Of four concerns raised in the last two years, two reached the body they were meant for, and none
was answered.
""",
    Kind.ANALYSIS_EQUALITY: """
An older mother is asked about falls, sleep and medicine. The panel found no record in which Maren
was asked, alone, whether she was afraid of anybody.
""",
    Kind.CONCLUSIONS: """
Maren asked for help in the words that carers use. Services heard a tired mother. The panel does
not say that her death could have been foreseen on any one day. It does say that what she told
people should have led to a conversation with her alone, and that nobody had that conversation.
""",
    Kind.LESSONS: """
The lessons are for every body that meets carers, not only for those that knew Maren.
""",
    Kind.GLOSSARY: """
- Carer's assessment: a local authority's look at what a carer needs, whether or not the person
  cared for has one.
- Community treatment: care for a mental illness at home, with conditions.
""",
    Kind.SUMMARY_PROCESS: """
This summary sets out how the review of Maren's death was carried out and what it found. The names
are not the real ones.
""",
    Kind.SUMMARY_CHRONOLOGY: """
Maren cared for her son Oskar, who had a severe mental illness, for ten years. In her last year
she told three services that she could not go on. A neighbour rang the police. Two injections were
missed. Maren was killed at home.
""",
    Kind.SUMMARY_ANALYSIS: """
The abuse of a mother by an adult son was not recognised. Maren was treated as part of her son's
care. What each body knew was not put together.
""",
    Kind.SUMMARY_CONCLUSIONS: """
Nobody spoke to Maren alone about her own safety. The recommendations ask that every carer is seen
alone once a year and asked about abuse, and that a concern sent is a concern answered.
""",
}
