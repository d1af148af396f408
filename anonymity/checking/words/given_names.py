"""First names that are common in England and Wales, to know a name when it stands there."""

WRITTEN = """
    aaron aarti abbie abby abdi abdirahman abdul abdullah abdullahi abdulrahman abena abida
    abigail abu ada adaeze adam adeel adele adnan adrian adrianna adwoa afia afsana aftab afzal
    agata agita agnes agnieszka ahmad ahmed ahsan aidan aiden ailbhe aileen ailish ailsa aimee
    ainsley ainslie aisha aisling akosua akram aladdin alan alana alasdair albert albie alec aled
    aleena alejandra aleksander aleksandra alex alexa alexander alexandra alexandru alexia alf
    alfie alfred ali alice alicia alick alina alisha alison alistair aliya allan allana allen alma
    alyssa amaka amal amanda amandeep amara amber ambreen amelia amelie amina amir amit amjad
    ammara amrit amy ana analyn anastasia andie andrea andreea andrei andrew andris andrzej andy
    aneela aneta aneurin angel angela angelina angharad angie angus ania anika anil anila anisa
    anita anjali anjum ann anna annabel anne annette annie ant anthea anthony antoni antonia
    antonio anwar aoife aram archie arif arjun arnel arnold arooj arshad arthur arun arwel arya
    asad asha ashfaq ashley asif asim asma astrid atif atiya aubrey audra audrey austin ava avril
    ayaan ayesha ayla ayo ayodele ayse azad azadeh azhar aziz azra babak babatunde bailey baljit
    balwinder barbara barnaby barry bartosz basia basit baz beata beatrice beatrix beatriz becca
    becky behrouz bella ben benjamin benny bernadette bernard bernice bernie bert bertie beryl
    bess bessie beth bethan bethany betty bev beverley bhavesh bhavna bianca bilal bill billy
    biodun bishop bisi blathnaid bob bobbie bobby bogdan bola bolanle bonnie boris bozena brad
    bradley brandon branwen brenda brendan brenna brett brian brid bridget bridie brigid briony
    bronwen bruce bryan bryn bryony bushra cadi caitlin caitlyn caleb cali callum calum cameron
    caoimhe carl carla carlos carlton carly carmel carmen carol carole carolina caroline carolyn
    carwyn carys casey cass cassandra cassie catalin catalina catarina cath cathal catherine cathy
    catrin catriona caz cecilia ceinwen celeste celia ceri ceridwen ceris cerys chad chanel
    chantal chantel chantelle charlene charles charlie charlotte chelle chelsea cherie cherry
    cheryl chetan chiara chidi chinedu chioma chloe chris chrissie christa christian christina
    christine christopher chukwuma ciara ciaran ciera cillian cindy claire clara clare clarissa
    claudia clayton clement clementine clifford clint clive clodagh cody cole colette colin colm
    connie connor conor conrad cora coral coralie corinne cormac costel courtney craig crispin
    cristian cristina crystal curtis cynan cynthia cyril dace dafydd daisy daithi dale daljit dami
    damian damien damilola damon dan dana dani daniel daniela danielle danny danuta daphne dara
    darcey darcy daria darius dariush dariusz darragh darrell darren darryl daryl dave david
    davina davinder davy dawn dawson dayna daz dean deanna deb debbie deborah debra debs declan
    dee deena deepa deidre deiniol deirdre dele delia della delroy delyth demelza demi denise
    dennis denzel denzil derek dermot derrick des desiree desmond dev devinder dewi dexter dhruv
    diana diane diarmuid diego dilan dilwyn dilys dimitar dinah dion dionne dipak dipti doina
    dolly dolores dominic dominik dominika dominique donal donald donna donnacha donovan dora
    doreen dorian dorota dorothea dorothy dot dottie doug dougie douglas drew duane dudley dulcie
    dumitru duncan dustin dwayne dylan eamon eamonn earl ebele ebony ed eddie edgar edgars edie
    edith edmund edna eduardo edward edwin edyta efe effie efua egle eifion eileen eilidh eilir
    eilish eimear einir eira eirian eirlys ejaz ela elaine eleanor elena eleri elfed eli elias
    elijah elin elinor elis elise elisha eliza elizabeta elizabeth ella ellen ellie elliot elliott
    ellis elodie eloise elsa elsie elspeth eluned elvis emeka emer emilia emily emine emlyn emma
    emmanuel emmanuella emmy emre emrys emyr enfys enid enrique eoghan eoin eric erica erin ernest
    ernie errol erum esme esmee esperanza estelle esther esyllt ethan ethel euan eugene eunice
    euphemia eurwen eva evan evangeline evelyn everton evie ewa ewan ewart ewelina ewen ezra
    faduma fadumo faisal faith faiza faizal fang farah fareeda farhad farhan farhiya farida farooq
    farrah farzana farzaneh fathima fatima fatma fatou fawad fawzia faye fazal felicity felix femi
    fergal fergus fern fernando ffion fflur fiachra filipa finbar finlay finley finn fintan fiona
    fionn fionnuala fiza flo flora florin florina florrie floyd folake folasade fran frances
    francesca francesco francis frank frankie fraser fred freda freddie frederick freya funke
    funmi gabby gabriel gabriela gabrielle gail gareth garfield garmon garth gary gav gavin gaynor
    gaz gemma gene genevieve geoff geoffrey george georgi georgia georgie georgina geraint gerald
    geraldine gerallt gerard germaine gerry gertrude gerwyn gethin ghazala gheorghe ghulam gilbert
    giles gill gillian gina ginny giovanni giulia giuseppe gladys glen glenda glenn glennis glenys
    gloria glyn glynn godfrey goncalo gordon goronwy gosia grace graeme graham grainne grania
    grant grayson greg gregor gregory greta griff griffin gruffudd gruffydd grzegorz guadalupe
    guled gulnaz gurdeep gurmeet gurpreet gus guto guy gwawr gwen gwenan gwenda gwendoline
    gwenllian gwenno gwilym gwion gwyn gwyneth gwynfor habib habiba hafsa haider hailey hakan
    hakim halima hamid hamish hamza hanh hanif hank hanna hannah hans hardeep hari haris harjinder
    harjit harley harminder harold haroon harpreet harriet harry harvey hasan hasina hassan hatice
    hattie hayden haydn haydon hayley hazel heather hector hefin hefina heidi heledd helen helena
    henrietta henry herbert herman hetal hetty heulwen hibo hilary hilda hina hiren hiwa hodan
    holly hope horace howard howell hubert huda hugh hugo humaira humayun humphrey huseyin hussain
    hussein huw hywel iago iain ian ibrahim ibrar ida idris iestyn ieuan ifan ifeoma ifor ifrah
    iftikhar ijaz ijeoma ikram ileana ilid illtyd ilona ilyas ilze imelda imogen imran imtiaz
    inayat ines inga ingrid ioana iolo ion iona ionela ionut iorwerth iqbal iqra ira irene irfan
    irfon iris irum isaac isabel isabela isabella isabelle isadora isha ishaq ishtiaq isla ismail
    isobel israt iulia ivan ivanka ivor ivy iwan iwona izabela izzy jacek jacinta jack jackie
    jackson jacob jacqueline jacqui jade jaden jagdeep jago jai jaime jaimie jake jakob jakub
    jalen jamal jameel jameela james jamie jamila jan jana jane janelle janet janette janey janice
    janie janine janis janusz jared jarek jaroslaw jarrod jarvis jas jasmin jasmine jason jasper
    jaspreet jaswinder javed javier javon jay jayden jayesh jayne jaynee jaz jean jean-paul
    jeanette jeannie jed jeff jeffrey jemima jemma jen jenna jennie jennifer jenny jenson jeremy
    jermaine jerome jerry jerzy jess jesse jessica jessie jethro jez jignesh jill jillian jim
    jimmy jing jo jo-anne joachim joan joanie joanna joanne joao jocasta jocelyn jodie jody joe
    joel joely joey johanna john johnathan johnny jolanta jolene jolie jon jonas jonathan joni
    jonno jonny jonty jordan jordana jorge jose josef josefa joseph josephine josh joshua josie
    jovan joy joyce juan juanita judd jude judith judy jules julia julian juliana julie juliet
    juliette jun junaid june jurgita justin justyna kacey kai kaitlin kaleem kaley kalpana kamal
    kamil kamila kamran kara karen karim karina karl karla karolina karwan kasey kashif kasia
    kasim katarzyna kate kath katherine kathie kathleen kathryn kathy katie katrina kaur kausar
    kaveh kavita kay kayla kayleigh kaz keeley keir keira keiran keith kelis kellie kelly kelsey
    kelvin kemal ken kendra kenneth kenny keri kerri kerrie kerry kestutis ketan kev kevin khadija
    khalid khalida khalil khurram kiera kieran kiernan kim kimberley kimberly kinga kiran kirk
    kirsteen kirsten kirstie kirsty kishan kit kitty kizzy kofi kojo krasimir kris krista kristaps
    kristen kristian kristin kristina kristine krystal krystyna krzysztof kuldeep kulsoom
    kulwinder kunle kurt kwabena kwame kwesi kyle kylie kyra lacey lachlan laiba laila lakhbir
    lakshmi laleh lana lance lara larry latif latisha latoya laura laurel lauren laurence lauri
    laurie laverne lavinia lawrence layla leah leanna leanne lee leela leena leigh leigha leila
    len lena lenny leo leon leona leonard leonie leri leroy les lesley leslie lester leszek
    leticia letitia lettie levi lew lewis lexi lexie leyla lia liam liana liaqat liban libby lil
    lila lilian lillian lilly lily lina linda lindsay lindsey lindy linh linsey linz linzi lionel
    lisa liv liviu livvy liz liza lizzie lleucu llew llinos lliwen lloyd llyr llywelyn logan lois
    lola lorcan loredana lorenzo loretta lori lorna lorraine lottie lou louie louis louisa louise
    lowri loz lubna luca lucas lucia lucian luciana lucie lucinda lucja lucy ludmila luis luisa
    lukasz luke lulu luned luther lydia lyle lyn lynda lyndon lynette lynn lynne lynsey lyra mabel
    mabli maciej mackenzie maddie maddison madeleine madge madiha madison mae maeve mafalda magda
    magdalena maggie magnus mags maha mahamed mahesh mahmood mahmoud mahnaz maia mair mairead
    maisie maja majid malachi malachy malcolm maldwyn malgorzata mali malik mandeep mandy manisha
    manjit manny manpreet manuel maqsood marc marcel marcella marcia marcin marco marcus mared
    marek margaret margarita margery margo margot marguerite maria mariah mariam marian mariana
    marianne maribel marie mariella marilyn marina mario marion maris marisa marisol marissa
    marites marius mariusz marjorie mark marko marlene marlon marnie marsha marta martha martin
    martina martine marvin mary maryam maryanne marzena mason masood mateusz mathilda matilda matt
    matteo matthew mattie matty maud maude maura maureen maurice mavis max maxine maya meena meera
    meg megan meghan mehdi mehmet mehrdad mehul mehwish mei meinir meirion mel melanie meleri
    melinda melissa melvin melvyn menna mercy meredith meredydd mererid merfin merfyn merle merlin
    mervyn meurig mhairi mia micah michael michaela michal michelle mick mickey micky miguel
    mihaela mihai mihangel mike mila mildred milena miles millicent millie milly milo mimi mina
    mindaugas minnie mira miranda mirela miriam misbah mitra mo mohamed mohammad mohammed mohsen
    mohsin moira mollie molly mona monica monika monique morag morfudd morgan morgana morris
    morven morwen morwenna moses moya mubashir mudassar muhammad muireann mukesh mukhtar muna
    munir murat murdo muriel murray musa mushtaq mustafa mya myfanwy myles myra myrddin myrtle
    nabeel nabila nadeem nadia nadine naeem nafisa naheed naila najma nalini namrata nancy nanette
    naomi naresh nargis narinder nasar naseem nasir nasreen nasrin nat natalia natalie natasha
    natasza nathan naveed navjot nazanin nazia nazir ned neha neil nell nellie nerys nessa nesta
    nettie neville ngozi nguyet nia niall niamh nic nicholas nick nicki nicky nico nicola nicolae
    nicole nicoleta nigel nighat nikita nikki nilesh nimo nina nisha nita nitin nkechi nneka noah
    noel noelle nola noor nora norah noreen norm norma norman nosheen nuala nuno nusrat obinna
    octavia odette oisin ola olga olive oliver olivia olivier ollie olu olumide oluwaseun olwen
    omar omolara oona oonagh opal ophelia orla orlaith orlando oscar osian osman oswald otis otto
    ovidiu owain owen ozlem pablo paddy padraig paige paloma pam pamela pandora pankaj pansy paola
    paolo paramjit parisa parminder parul parveen parvez pascal pat patience patrice patricia
    patrick patrycja patsy paul paula paulette paulina pauline paulo pavel pawel peadar pearl
    pedro peg peggy penelope penny penri percival percy perry pete peter petra petru petula petya
    phil philip philippa phillip philomena phoebe phuong phylis phyllida phyllis piers piotr pip
    pippa polly pooja poonam poppy portia pradeep prakash pratik pravin precious preston primrose
    priscilla priti priya prudence prys przemek przemyslaw puja purvi qasim queenie quentin quincy
    quinn rabia rach rachael rachel radoslaw radu rafael rafal rafiq raheem rahim raj raja rajesh
    rajinder raju rajwinder rakesh ralph raluca ram rami ramon ramona ramsey randolph ranjit
    raquel rashid rashida raul raven ravi ray raye raymond raza razia razvan reanne rebecca reece
    reena regan reggie regina reginald rehana rehman reilly rekha remi rena renata rene reuben rex
    reza rhea rhett rhian rhiannon rhidian rhisiart rhoda rhodri rhona rhonda rhun rhydian rhys
    ria riaz ricardo richard richie rick ricky rifat rikki riley rimantas riordan rita riya rizwan
    rob robbie robert roberta roberto robin robina robyn rochelle roddy rodel roderick rodge
    rodney roger rohan rohit roisin roland rolf rolo roman romeo rommel ron rona ronald ronan
    ronnie rory rosa rosaleen rosalind rosamund rosanna rosanne rosario rose roseanna roseanne
    rosemarie rosemary rosetta rosie rosina rositsa roslyn ross rowan rowena roxana roxanne roxy
    roy roya ruairi ruaridh rubina ruby rudy rufus rui rukhsana rupal rupert rupinder russ russell
    ruth ryan ryder ryszard saba sabina sabir sabrina sacha sachin sadaf sadia sadie safia safiya
    sahra saif saima sajid sajida sajjad saleem salim salima sallie sally salma salome salvatore
    sam samantha sameer samina samira sammy samra samuel sana sandeep sandie sandip sandra sandy
    sangita sania sanjana sanjay sanjeev saoirse saqib sara sarabjit sarah sarfraz sarwat sasha
    saskia satnam satwinder saul saulius savannah scarlett scott seamus sean seb sebastian seema
    segun selena selina selma senga seraphina serena sergio serkan seth sevgi shabana shabir
    shabnam shafiq shah shaheen shahid shahida shahnaz shakeel shakeela shakira shamim shamima
    shamsa shana shane shanelle shania shanice shannen shannon shanti shanya shaquille sharlene
    sharmila sharn sharna sharon sharron shaun shauna shawn shayla shayne shaz shazia shea
    sheelagh sheena shehnaz sheila shelby shelley shelly sheree sheridan sherie sherry sheryl
    shilpa shireen shirin shirl shirlee shirley shital shobha shona shreya sian siavash sid sidney
    sienna sigrid silas silvester silvia simon simona simone simranjit sinead siobhan sion sioned
    siwan siân skye slawek slawomir sobia sofia sohail soheil solomon sonal sonia sonja sonny
    sonya soph sophia sophie soran soraya sorcha sorin spencer stacey stacy stan stanislaw stanley
    stefan stefania steffan stella steph stephan stephanie stephen stephie steve steven stevie
    stewart stoyan struan stu stuart sue sufia sukhdeep sukhi sukhjit sukhvinder suki suleiman
    sultana sumaira sumera summer sundas sunil sunita sunny suresh surinder susan susanna susannah
    sushma susie suzanna suzanne suzette suzie suzy sybil sydney syed syl sylvester sylvia sylwia
    tabassum tabitha tadeusz tadhg tahir tahira talia taliesin tallulah tamara tamika tammy tamsin
    tania tanisha tansy tanveer tanya tara tariq tasha tasneem tatiana tavish tayla taylor tayo
    tayyab ted teddy tegan tegwen teifion teigan teilo tejal tejinder temi temitope teodora
    terence teresa terri terrie terry tesni tess tessa tez thaddeus thanh thea thelma theo
    theodora theodore theresa thiago thomas thomasina thora thuy tia tiago tiana tiegan tiffany
    tilda tillie tilly tim timmy timothy tina tirion titilayo tobias toby todd todor tolu tolulope
    tom tomas tomasz tomi tommy tomos toni tonia tony topsy tori torin trace tracey tracie tracy
    travis trefor trevor tricia trina trish trisha tristan trixie troy trudi trudie trudy tudor
    tudur tunde tushar tyler tyra tyrell tyrese tyrone tyson ugo uma umair umar una uriah ursula
    urszula urvashi usama usman uzma val valda valentin valentina valerie vanessa varsha vasile
    vaughan velma vera verity verna vernon veronica vic vicki vicky victor victoria vijay vikas
    vikki vikram viktor vimal vinay vince vincent vincenzo vinny vinod viola violet violeta
    viorica virginia vishal viv vivian vivien vivienne vlad vron vytautas wahid wajid waleed wally
    walt walter wanda waqar waqas warren warsame waseem wasim wayne wend wendell wendy weronika
    wesley wieslaw wilbur wilf wilfred wilhelmina will willa william willie willow willy wilma
    winifred winnie winona winston wojciech wren wyatt wyn xander xanthe xavier xiomara yahya
    yalda yan yana yasir yasmin yasmina yetunde yogesh yolanda yordan younas younis yousaf youssef
    yusuf yvette yvonne zac zach zachary zack zafar zaheer zahid zahida zahra zainab zak zakia
    zaman zandra zane zara zarah zaynab zbigniew zdzislaw zeenat zeeshan zeinab zelda zena zenobia
    zeta zeynep zia zita zlatka zoe zoey zofia zola zora zubair zulfiqar zuzanna
"""
# Those that are words, places or surnames as well: alone they say too little
ALSO_WORDS = """
    abu ainslie ali alick amber angel april aram art austin ayla bailey begum bill bishop bob bola
    carmen carol cass chad charity charlotte chase chelsea cherry christian clement clementine
    cole coral crystal daisy dale damon dan darcy dawn dawson dean dee della des desiree dev devon
    dolly dominique dot drew earl earnest ellis emrys enfys everton ewart faith faye fern finley
    flo florence floyd frank garth georgia gerard gilbert gill glen grace grant grayson griff
    griffin guy habib hank hazel heather herman hina holly hope hubert imelda ion iris israel ivor
    ivy jack jade jasper jay jean jed jordan jose joy jude juliana jun june kai kara kath kaur ken
    kent kit kitty lake lance laurel lee leela leon les lew liban lil lila lily linz liv logan loz
    lucian luther lyle lyndon mabli madison mae magnus major mali marc marcel marco mariah mark
    martina mary mason max may meg mercy mickey micky milena miles mimi mo mya ned neville norman
    odette olive oona opal ophelia orlando oswald paddy paige pam pandora pansy pat patience pearl
    penny pip portia precious preston prudence queenie quincy quinn ram raven ray raye reading
    regan reilly rob robina rosario rose rosetta ross rowena royal ruby rudy rui ryder salome
    sandie sandy savannah scarlett senga seraphina shah shania shelby shelly sheridan sid silas
    skye stacy star stu sue summer sydney tansy taylor tez topsy tori torin troy val valentin
    valentina vic vicar victoria violet virginia viv warren wells wilbur will willow winnie winona
    wren wyatt xander yan zack zandra zita zola zora
"""
GIVEN = frozenset(WRITTEN.split())
ONLY_NAMES = GIVEN - frozenset(ALSO_WORDS.split())
