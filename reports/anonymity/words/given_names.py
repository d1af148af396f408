"""First names that are common in England and Wales, to know a full name when it stands there."""

WRITTEN = """
    aaron abdul abigail adam adele adrian agnes ahmed aisha alan albert alec alex alexander
    alexandra alfie ali alice alison amanda amber amelia amina amir amy andrea andrew angela
    anita ann anna anne annette anthony antonia arthur asha ashley audrey ayesha barbara barry
    beatrice ben benjamin bernadette bernard bethany beverley billy brandon brenda brian
    bridget bryan callum cameron carl carly carmel carol caroline carolyn catherine cathy
    cecilia charles charlie charlotte chelsea cheryl chloe chris christian christina christine
    christopher claire clare clive colin connor craig cynthia daisy damian daniel danielle
    darren david dawn dean debbie deborah declan denise dennis derek diana diane dominic donald
    donna doreen dorothy douglas duncan dylan edith edward eileen elaine eleanor elizabeth ella
    ellen ellie emily emma eric erica erin esther ethan eva evelyn faith farah fatima fiona
    frances francis frank fred frederick gail gareth gary gavin geoffrey george georgia
    georgina gerald geraldine gillian gina gladys glen gloria gordon grace graham gregory gwen
    hannah harold harriet harry hasan hassan hayley heather helen henry hilary holly howard
    hugh hussain ian ibrahim imran irene isaac isabel isabella isla ivan jack jackie jacqueline
    jade jake james jamie jan jane janet janice jasmine jason jayne jean jeffrey jemma jennifer
    jenny jeremy jessica jill jo joan joanna joanne jodie joe joel john jonathan jordan joseph
    josephine josh joshua joy joyce judith julia julian julie june karen kate katherine
    kathleen kathryn katie kay keith kelly kenneth kerry kevin khadija kieran kim kirsty kyle
    lauren laura lawrence leah leanne lee lena leo leonard lesley leslie lewis liam lilian lily
    linda lindsay lindsey lisa lorna lorraine louis louise lucy luke lydia lynn lynne maisie
    malcolm mandy marcus margaret maria marian marie marilyn marion marjorie mark martha martin
    mary maryam matthew maureen maurice max maxine megan melanie melissa mia michael michelle
    mildred mohamed mohammad mohammed molly monica muhammad muriel naomi natalie natasha nathan
    neil nicholas nicola nicole nigel nina noah nora norah norma norman oliver olivia omar
    oscar owen pamela patricia patrick paul paula pauline peggy penelope peter philip phillip
    phoebe phyllis rachael rachel ralph raymond rebecca reginald rhys richard robert roger
    ronald rosalind rose rosemary rowan roy ruby russell ruth ryan sally sam samantha samuel
    sandra sara sarah scott sean shannon sharon shaun sheila shirley simon sonia sophia sophie
    stacey stanley stella stephanie stephen steve steven stuart susan suzanne sylvia tanya tara
    teresa terence terry theresa thomas timothy tina toby tony tracey tracy trevor usman
    valerie vanessa vera veronica victor victoria vincent violet vivienne walter wayne wendy
    wilfred william yasmin yusuf yvonne zara zainab zoe
"""
GIVEN = frozenset(WRITTEN.split())
