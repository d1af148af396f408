"""What usually stands under each authored heading, said to whoever writes it."""

from reports.models.section import SectionKind

PROMPTS = {
    SectionKind.TRIBUTE: "Who they were, in the words of those who loved them. Only with the "
    "family’s agreement.",
    SectionKind.CONDOLENCES: "The panel’s condolences to the family and to all who are bereaved.",
    SectionKind.INTRODUCTION: "Why the review was held, what it is for and how it was guided. The "
    "first sentences, with who held it and about whom, come from the record.",
    SectionKind.DELAY: "Why it took longer than six months, and who was told. The table of steps "
    "comes from the record.",
    SectionKind.CONFIDENTIALITY: "Who could read what until clearance, how papers were marked, and "
    "how the pseudonyms were chosen. Their table comes from the record.",
    SectionKind.METHODOLOGY: "How the panel worked: what it read, whom it asked, which guidance "
    "and research it used. The numbers of agencies come from the record.",
    SectionKind.INVOLVEMENT: "Who was asked, how and through whom; how they shaped the terms, read "
    "the draft and what they said. First those of the person who died, then the perpetrator’s.",
    SectionKind.CONTRIBUTORS: "Expert advice and whatever the table of agencies does not show.",
    SectionKind.PARALLEL: "How the trial, the inquest or another review ran beside this one.",
    SectionKind.EQUALITY: "Each of the nine protected characteristics: whether it mattered here, "
    "and how services met it.",
    SectionKind.DISSEMINATION: "Who receives the report, and how its learning is passed on.",
    SectionKind.LOCAL_LEARNING: "Earlier reviews here: what they taught, and what repeats itself.",
    SectionKind.FACTS: "The household and family, the death, what was found, the trial.",
    SectionKind.CHRONOLOGY: "What happened, year by year, as agencies and family knew it. Their "
    "own words do not print by themselves.",
    SectionKind.OVERVIEW: "What the family knew, what the perpetrator said, what agencies knew, "
    "and other facts.",
    SectionKind.ANALYSIS_AGENCIES: "Agency by agency: what was done, why, and whether it was "
    "right. A heading for each.",
    SectionKind.ANALYSIS_ENQUIRIES: "Line of enquiry by line of enquiry. A heading for each.",
    SectionKind.ANALYSIS_EQUALITY: "What the protected characteristics meant for how services "
    "responded, together and alone.",
    SectionKind.CONCLUSIONS: "What the panel concludes, without hindsight.",
    SectionKind.LESSONS: "A few words before the learning points, which come from the record.",
    SectionKind.GLOSSARY: "Terms of your own, one to a line: - Term: what it means. The usual ones "
    "print where the report uses them.",
    SectionKind.SUMMARY_PROCESS: "How the review was held, in short. The first sentences come from "
    "the record.",
    SectionKind.SUMMARY_CHRONOLOGY: "What happened, in short.",
    SectionKind.SUMMARY_ANALYSIS: "What the panel found, in short.",
    SectionKind.SUMMARY_CONCLUSIONS: "What the panel concludes, and the issues that matter most.",
}
