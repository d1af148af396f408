"""
What local papers print with a picture: seasons, medals, charity walks, retirements, last holders of
a post.

Nothing of it is a name, and each of it has one answer in a search.
"""

PLAYED = (
    r"(?:play(?:ed|s|ing)|appear(?:ed|s)|kept\s+goal|bowled|batted|box(?:ed|es)|fought|rode|raced|ran|"
    r"swam|rowed|skated|danced|fenced|wrestled|compet(?:ed|es)|represented|trialled|signed)"
)
LEVEL = (
    r"(?:county|country|England|Wales|Scotland|Ireland|(?:Great\s+)?Britain|internationals?|"
    r"professional\w*|national\s+(?:team|side|squad|league)|academy|league|Olympic\w*|Paralympic\w*|"
    r"Commonwealth|first\s+(?:team|eleven|fifteen)|under-?\d+s?|City|United|Rovers|Wanderers|Albion)"
)
GAME = (
    r"(?:cricket|football|rugby|hockey|netball|speedway|basketball|snooker|darts|bowls|boxing|athletics|"
    r"swimming|gymnastics|tennis|golf|squash|badminton|judo|rowing|cycling)"
)
SPORT = (
    rf"{PLAYED}\s+(?:[\w-]+\s+){{0,5}}?(?:for|in|at|with)\s+(?:the\s+|a\s+|his\s+|her\s+)?(?:[\w’]+\s+)?{LEVEL}\b"
    rf"(?:\s+{GAME})?|{PLAYED}\s+(?:[\w-]+\s+){{0,4}}?(?:county|international|professional|league|"
    rf"national)\s+{GAME}|\w+\s+seasons?\s+(?:of|in|for|with|at|as)\b[^.;]{{0,40}}?\b(?:{GAME}|league|county|"
    r"club)|(?:semi-?)?professional\s+(?:footballer|boxer|cricketer|rugby|golfer|jockey|wrestler|"
    r"cyclist|athlete|snooker|darts)\w*|(?:Welsh|English|Scottish|Irish|British|county|schoolboy|"
    r"schoolgirl|youth)\s+international"
)
PRESS = (
    r"(?:for|on|in\s+front\s+of|before)\s+(?:the\s+)?(?:\w+\s+)?(?:television|TV|film)\s+(?:cameras?|crews?|"
    r"news|programme|series|documentar\w+)|(?:filmed|photographed|profiled|featured|pictured|appeared)\s+"
    r"(?:[\w’-]+\s+){0,3}?(?:by|on|in|for)\s+(?:the\s+|a\s+)?(?:[\w’]+\s+){0,2}?(?:television|TV|newspapers?|"
    r"paper|magazine|radio|news|documentary|front\s+page|local\s+press)|[\d,]{3,}\s+followers|"
    r"went\s+viral|(?:spoke|spoken|heard|interviewed|appeared)\s+on\s+(?:(?:the|local|national|Welsh)\s+)*"
    r"(?:radio|television|TV)|(?:semi-|quarter-)?finalist|contestant|petition\b[^.;]{0,30}?\bsigned|"
    r"(?:YouTube|TikTok)\s+(?:channel|star)"
)
PRIZE = (
    r"(?:won|winning|received|collected|earned|gained|presented\s+with|awarded)\s+"
    r"(?:(?:its|his|her|their|the|an?|first|second|third|two|three|several|many|[\w’]+[’']s)\s+){0,3}"
    r"(?:[\w’&-]+\s+){0,4}?(?:stars?|medals?|trophy|trophies|prizes?|awards?(?!\s+of\s+(?:benefit|costs))|"
    r"titles?|cup|championships?|commendations?|competitions?|contest|scholarship|rosettes?|lottery|"
    r"jackpot|BAFTA|caps)\b|"
    r"(?:took|taken|takes|claimed|lifted|scooped|secured|came\s+away\s+with)\s+(?:[\w’-]+\s+){1,5}?"
    r"(?:championship|trophy|rosettes?|medals?|prizes?|cups?(?!\s+of)|crown(?=\s+(?:at|in)\b)|"
    r"honours(?=\s+at\b))\b|(?:best\s+(?:in|of)\s+(?:show|breed)|(?:reserve|supreme|breed|overall)\s+"
    r"champion(?:ship)?|(?:showed|exhibited|shown|judged|competed|placed|first|second|third|prize\w*)\s+"
    r"(?:[\w’-]+\s+){0,5}?(?:at|in)\s+the\s+(?:[\w’-]+\s+){0,4}?(?:[Ss]how|[Ff]estival|[Ee]isteddfod|"
    r"[Gg]ymkhana|[Ff]air))\b"
)
CHARITY = (
    r"(?:ran|run|running|completed)\s+(?:the|an?)\s+(?:[A-Z]\w+\s+)?(?:half[\s-])?[Mm]arathon|"
    r"(?:memorial|charity)\s+(?:[\w-]+\s+)?(?:match|tournament|walk|run|ride|cup|concert|race|ball)|"
    r"(?:raised|raising)\s+(?:[\w-]+\s+){0,3}?£\s?[\d,.]+\w*|(?:walk(?:ed|s|ing)?|ran|run(?:s|ning)?|"
    r"cycl(?:ed|es|ing)|swam|swum|rowed|climb(?:ed|ing)?|trekked|complet(?:ed|ing)|abseil\w+|skydiv\w+)\b"
    r"[^.;]{0,60}?\b(?:marathon|\d+\s+miles|miles|kilometres|peaks?|Channel|coast|mountain)\b[^.;]{0,60}?\b"
    r"(?:memory|raise[ds]?|charity|sponsor\w*|aid\s+of|honour)|(?:bench|plaque|garden|stand|trophy|cup|fund|"
    r"foundation|bursary|prize|rose|lifeboat|hall|match|tournament|walk|concert)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:named\s+(?:after|for)\s+(?:her|him|[A-Z]\w+)|in\s+(?:her|his|[A-Z]\w+[’']s)\s+(?:memory|name|honour)|"
    r"(?:bears|carries)\s+(?:her|his)\s+name)"
)
# Callings by their endings, without the relatives and the people of a review who end so too
CALLING = (
    r"(?!(?:mother|father|brother|sister|daughter|partner|other|another|carer|worker|officer|offender|"
    r"caller|prisoner|perpetrator|number|letter|matter|answer|order|visitor|member|factor|indicator|"
    r"contributor|speaker|woman|man|person|practitioner|manager|doctor|survivor|stepfather|stepmother|"
    r"grandfather|grandmother|lover|driver\s+for|user|teenager|youngster|stranger|customer|offer|"
    r"error|door|floor|year|paper|chapter|encounter|quarter|semester|tenner|dinner|winter|summer)\b)"
    r"(?:[\w-]+(?:er|or|ist|man|woman|smith|wright|ian|ress|keeper)|chef|captain|pilot|nurse|vicar|imam|"
    r"ranger|apprentice|graduate|president|mayor|champion|head|coxswain|bandsman|organist|warden|"
    r"treasurer|conductor)"
)
POST = (
    rf"(?:was|as|became|been|is)\s+(?:one\s+of\s+)?the\s+(?:very\s+)?(?:first|last|only|youngest|oldest|"
    rf"longest-serving|final|founding|sole)\s+(?:(?:ever|female|male|black|Asian|woman|full-time|working)\s+)?"
    rf"(?:[\w’-]+\s+)?{CALLING}\s+(?:on|of|in|at|to|for|with)\s+(?:the|that|its|her|his|a|any)\s+"
    rf"(?!(?:household|house|family|home|room|flat|relationship|couple|group|car)\b)[^.;,]{{0,50}}"
    rf"|(?:as|was|became|been|is)\s+(?:the\s+)?(?:[\w-]+\s+)?{CALLING}\s+(?:of|on|at|in|for|to)\s+the\s+(?:county|"
    r"town|city|village|borough|island|valley|district|parish)[’']s\s+[\w-]+(?:\s+[\w-]+)?|"
    r"(?:head|lead|master|principal)\s+(?:chef|gardener|keeper|coach|designer|dancer|groundsman)\s+(?:of|at)\s+the\b"
    r"[^.;,]{0,40}"
)
LEAVING = (
    r"(?:[Rr]etirement|retired|leaving|last\s+(?:day|shift|run|train|bus|performance)|years[’']?\s+(?:of\s+)?"
    r"service)\b[^.;]{0,60}?\b(?:marked\s+(?:by|with|at)|presentation|presented\s+with|ceremony|"
    r"guard\s+of\s+honour|[Mm]ayor|County\s+Hall|Town\s+Hall|Guildhall|civic\s+\w+|local\s+paper)|"
    r"(?:drove|pulled|made|sailed|worked|ran|rang|closed)\s+(?:off\s+)?the\s+(?:final|last)\s+(?:train|tram|bus|"
    r"shift|coal|ferry|voyage|service|bell|edition)\b[^.;]{0,40}"
)
WORKS = (
    r"(?:world|county|national|British|Welsh|Scottish|Irish|English|European|club|course|Guinness)\s+record"
    r"(?!\s+(?:office|system))\b|"
    r"(?:published|self-published|released|exhibited|composed|patented|invented)\s+(?:her|his|an?|two|three|"
    r"several)\s+(?:[\w’-]+\s+){0,4}?(?:novels?|memoir|cook\s?book|book|albums?|singles?|songs?|poems?|"
    r"paintings?|hymn|app|patent|film)|(?:stood|ran)\s+(?:for|as)\s+(?:an?\s+)?(?:[\w-]+\s+)?(?:parliament|"
    r"candidate|councillor|mayor|MP)|(?:met|presented\s+to|shook\s+hands\s+with|photographed\s+with)\s+"
    r"(?:the\s+)?(?:late\s+)?(?:Queen|King|Prince|Princess|Duke|Duchess|Pope)\b|Olympic\s+torch|torch[\s-]bearer|"
    r"(?:kept|keeps|ran|run|running|owned|managed)\s+(?:the|a)\s+(?:village|town|only|local\s+village)\s+"
    r"(?:[\w-]+\s+)?(?:post\s+office|shop|stores?|pub|inn|bakery|butcher\w*|garage|school|hall|forge|smithy|"
    r"chip\s+shop|hotel|tearooms?|caf[eé]|newsagent\w*|pharmacy|surgery)\b|town\s+crier|lollipop\s+(?:lady|man)|lifeboat\s+(?:crew\w*|coxswain|volunteer)|Michelin\b[^.;,]{0,10}|"
    r"survived\s+the\s+(?:[A-Z]\w+\s+){1,3}(?:disaster|crash|fire|bombing|flood|sinking)|"
    r"(?:number\s+one|top\s+ten)\s+(?:single|hit|record)"
)
RENOWN = rf"\b(?:{SPORT}|{PRESS}|{PRIZE}|{CHARITY}|{POST}|{LEAVING}|{WORKS})(?!\w)"
