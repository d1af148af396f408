"""First names that are common in England and Wales, to know a name when it stands there."""

WRITTEN = """
    aaron abbie abby abdi abdul abdullah abdulrahman abigail abu ada adam adele adnan adrian
    adrianna afia agata agnes agnieszka ahmad ahmed aidan aiden aileen aimee aisha akram
    aladdin alan alana albert albie alec aled aleena aleksander aleksandra alex alexa
    alexander alexandra alexandru alexia alfie alfred ali alice alicia alina alisha alison
    alistair allan allen alma alyssa amanda amara amber amelia amelie amina amir amit amrit
    amy ana anastasia andrea andreea andrei andrew andrzej aneta angel angela angelina
    angharad angus anika anil anisa anita anjali anjum ann anna annabel anne annette annie
    anthea anthony antoni antonia antonio anwar archie arjun arnold arthur arun arya asad asha
    ashley asif asma astrid aubrey audra audrey austin ava avril ayaan ayesha azra babatunde
    bailey baljit barbara barnaby barry bartosz baz beata beatrice beatrix becky bella ben
    benjamin benny bernadette bernard bernice bert bertie beryl bess bessie beth bethan
    bethany betty bev beverley bianca bilal bill billy bishop bob bobby bogdan bonnie boris
    brad bradley brandon brenda brett brian bridget bronwen bruce bryan bryony caitlin caleb
    callum cameron carl carla carlos carlton carly carmel carol carole carolina caroline
    carolyn carys casey cassie catalin catherine cathy catrin cecilia celeste celia ceris
    cerys chad chanel chantal chantelle charlene charles charlie charlotte chelsea cheryl
    chiara chidi chinedu chioma chloe chris christian christina christine christopher ciara
    cindy claire clare claudia clayton clement clifford clint clive cody cole colette colin
    connor conrad cora corinne courtney craig cristina crystal curtis cynthia cyril dafydd
    daisy dale damian damien dana dani daniel danielle danuta daphne daria darius darrell
    darren dave david davina davinder dawn daz dean debbie deborah debs declan deepa delia
    delroy demi denise dennis denzel derek des desmond dev devinder dewi diana diane diego
    dilwyn dilys dinah dion dionne dipak dolores dominic dominik dominika donald donna donovan
    dora doreen dorothy dot dougie douglas duane duncan dwayne dylan eamonn earl ebony eddie
    edgar edith edmund edna edward edwin efe eileen ela elaine eleanor elena eleri eli elias
    elijah elin elise elisha eliza elizabeta elizabeth ella ellen ellie elliot elliott eloise
    elsa elsie emilia emily emma emmanuel emmanuella emre emyr enid enrique eric erica erin
    ernest ernie errol esme estelle esther ethan ethel eugene eunice eva evelyn ewa ewan
    fadumo faisal faith faiza faizal farah farhan farooq farzana fathima fatima fatou felicity
    felix femi fergus ffion finlay finn fiona fionnuala flora florin folake frances francesca
    francesco francis frank frankie fraser fred freda freddie frederick freya gabriel gabriela
    gabrielle gail gareth gary gavin gaynor gaz gemma gene geoff geoffrey george georgia
    georgina geraint gerald geraldine germaine gethin ghulam giles gillian gina ginny giovanni
    giuseppe gladys glen glenda glenn glenys gloria glynn godfrey gordon grace graeme graham
    grant greg gregory greta grzegorz gulnaz gurdeep gurpreet gus guy gwen gwenda gwendoline
    gwilym gwyneth habiba hafsa hakim halima hamid hamza hanna hannah hans hardeep harjit
    harley harminder harold haroon harpreet harriet harry harvey hasan hasina hassan hattie
    hayden hayley hazel heather hector helen helena henrietta henry herbert hilary hilda holly
    hope horace howard howell huda hugh hugo humphrey hussain huw hywel ian ibrahim ibrar ida
    idris ieuan ifan ifeoma ikram ilona ilyas imogen imran inga ingrid ioana iolo ion iona
    ionela iqbal ira irene irfan iris isaac isabel isabella isha ishaq isla ismail isobel
    israt ivan iwan iwona izabela jacek jack jackie jackson jacob jacqueline jade jaden jai
    jake jakub jamal jameela james jamie jan jane janet janette janice janine janusz jared
    jarek jaroslaw jas jasmine jason jaswinder javed javier jay jayden jayne jaz jean
    jean-paul jeanette jeannie jeff jeffrey jemma jen jenna jennifer jenny jeremy jermaine
    jerome jerry jerzy jess jesse jessica jill jim jimmy jo jo-anne joan joanna joanne jocelyn
    jodie jody joe joel johanna john johnathan johnny jon jonas jonathan jonno jonny jordan
    jorge jose josef joseph josephine josh joshua josie joy joyce juan juanita judith judy
    jules julia julian julie juliet juliette junaid june justin justyna kai kamal kamila
    kamran karen karim karl karolina kasia kasim katarzyna kate katherine kathleen kathryn
    kathy katie katrina kaur kay kayleigh keeley keira keiran keith kelly kelsey ken kendra
    kenneth kenny keri kerry kevin khadija khalid khalil kieran kim kimberley kimberly kiran
    kirk kirsten kirstie kirsty kofi kris krista kristen kristina krystal krystyna krzysztof
    kuldeep kulwinder kunle kurt kwame kyle kyra lacey lakshmi lana lara larry latif latoya
    laura lauren laurence lauri laurie laverne lawrence layla leah leanna leanne lee leigh
    leila len lena lenny leo leona leonard leroy les lesley leslie lester letitia levi lewis
    lexi liam liana libby lilian lillian lily linda lindsay lindsey lindy linzi lionel lisa
    liz liza lizzie llew llinos lloyd logan lois lola loretta lorna lorraine lottie lou louis
    louisa louise lowri luca lucas lucia lucinda lucja lucy ludmila luis lukasz luke lydia lyn
    lynda lynette lynn lynne lyra mabel maciej mackenzie madeleine madison magda magdalena
    maggie mags mahmood mahmoud mair maisie maja malcolm malgorzata malik mandy manjit manny
    marcin marcus marek margaret margarita margery margo maria mariam marian mariana marianne
    marie marilyn marina mario marion maris marius marjorie mark marko marlene marlon marta
    martha martin marvin mary maryam maryanne mason mateusz matilda matt matthew mattie maud
    maureen maurice mavis max maxine maya meena meera megan mehmet mel melanie melinda melissa
    menna mercy meredith merle merlin mervyn mia micah michael michaela michelle mick miguel
    mihaela mihai mike mila mildred millicent millie milo mina minnie mira miranda mirela
    miriam misbah mo mohamed mohammad mohammed moira mollie molly mona monica morag morgan
    morris moses moya muhammad muna munir muriel murray musa mustafa myra myrtle nabila nadeem
    nadia nadine naheed naila nancy naomi nasir nasreen nat natalia natalie natasha natasza
    nathan naveed navjot neha neil nell nellie nerys nettie ngozi nia niamh nicholas nick
    nicki nicky nico nicola nicolae nicole nigel nikita nikki nina nisha noah noel noor nora
    norah noreen norma norman nuala nusrat obinna octavia ola olga olive oliver olivia olivier
    ollie olu oluwaseun omar opal orla oscar osman otis otto owain owen pamela parminder
    parveen pascal pat patrice patricia patrick patrycja patsy paul paula paulette paulina
    pauline pavel pawel pearl peg peggy penelope percy perry pete peter petra phil philip
    philippa phillip philomena phoebe phyllida phyllis piers piotr pippa poppy pradeep prakash
    precious preston priya przemyslaw quentin rabia rachael rachel radu rafal raheem rahim raj
    raja rajesh rajinder ralph raluca ram rami ramona ranjit rashid rashida raul ravi ray
    raymond raza razia rebecca reece reena reggie regina reginald rehana rehman rekha remi
    rena renata rene reuben rex rhian rhiannon rhoda rhodri rhona rhys ria ricardo richard
    rick ricky riley rita riya rizwan rob robbie robert roberta robin robyn rochelle roderick
    rodney roger rohan roisin roland rolf roman romeo ron rona ronald ronan ronnie rory rosa
    rosalind rosanna rose roseanna rosemary rosie roslyn ross rowan roxanne roy roya rubina
    ruby rufus rukhsana rupert rupinder russ russell ruth ryan ryszard saba sabina sabrina
    sadia sadie safiya saif saima sajid sajjad saleem salim salima sally salma sam samantha
    sameer samina samira samuel sana sandeep sandip sandra sandy sania sanjay sanjeev saqib
    sara sarabjit sarah sasha satnam saul savannah scott seamus sean sebastian selina selma
    serena seth shabana shabnam shafiq shah shahid shahida shakeel shakira shamima shana shane
    shanice shannen shannon shaquille sharmila sharn sharon shaun shauna shaz shazia shea
    sheena sheila shelley sherry sheryl shireen shirley shona shreya sian sidney sienna sigrid
    silvia simon sinead siobhan sioned siân skye slawomir sonia sophia sophie soraya spencer
    stacey stan stanley stefan stefania stella steph stephanie stephen steve steven stewart
    stuart sufia sukhdeep sukhi sukhvinder suki suleiman sultana summer sunil sunita sunny
    surinder susan susannah susie suzanne suzie suzy sybil sydney syed sylvester sylvia tahir
    tahira talia tamara tamika tammy tamsin tania tanisha tanya tara tariq tatiana tayo ted
    teddy tegan tegwen teodora terence teresa terry tess tessa thea thelma theo theodore
    theresa thomas tia tiana tiffany tilda tilly tim timothy tina toby tom tomas tomasz tommy
    tomos tony trace tracey tracie tracy travis trevor tricia trish trisha tristan troy tudor
    tunde tyler tyrone ugo uma una ursula usman valerie vanessa vasile vaughan velma vera
    verity vernon veronica vicki vicky victor victoria vikram viktor vince vincent vinod viola
    violet virginia vivian vivienne vlad wahid waleed walter wanda waqar warren wasim wayne
    wendell wendy wesley wilf wilfred will willa william willie wilma winifred winston
    wojciech xavier yahya yan yana yasmin yolanda younis yousaf youssef yusuf yvette yvonne
    zac zach zachary zafar zahid zahida zainab zak zaman zane zara zarah zaynab zeeshan zeinab
    zena zenobia zia zoe zoey zofia zubair zuzanna
"""
# Those that are words, places or surnames as well: alone they say too little
ALSO_WORDS = """
    abu ali amber angel april art austin bailey begum bill bishop bob carol chad charity
    charlotte chase chelsea christian clement cole crystal daisy dale dawn dean des dev devon
    dot drew earl earnest faith florence frank georgia glen grace grant guy hazel heather
    holly hope ion iris israel ivy jack jade jay jean jordan jose joy june kai kaur ken kent
    lake lee les lily logan madison major mark mary mason max may mercy miles mo norman olive
    opal pat pearl penny pip precious preston ram ray reading rob rose ross royal ruby sandy
    savannah shah skye star sue summer sydney troy vicar victoria violet virginia warren wells
    will yan
"""
GIVEN = frozenset(WRITTEN.split())
ONLY_NAMES = GIVEN - frozenset(ALSO_WORDS.split())
