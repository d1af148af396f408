"""Short forms of first names: who is Catherine in the register may be Kate in a text message."""

import re

WRITTEN = """
abigail: abbie abby, adam: ad, alan: al, albert: bert bertie al, alexander: alex al sandy
xander, alexandra: alex sandra lexi, alfred: alf alfie fred, alison: ali, amanda: mandy, andrea:
andie, andrew: andy drew, angela: ange angie, ann: annie, anna: annie, anne: annie, anthony:
tony ant, antonia: toni, arthur: art, barbara: barb babs, beatrice: bea, benjamin: ben benny,
bernard: bernie, bernadette: bernie, beverley: bev, bridget: bridie biddy, carol: caz, caroline:
caz carrie, catherine: kate cathy cath katie kath kathy cat, charles: charlie chas chuck,
charlotte: charlie lottie, christina: chris tina chrissie, christine: chris tina chrissie,
christopher: chris kit, clifford: cliff, daniel: dan danny, danielle: dani, david: dave davy
dai, deborah: deb debbie debs, debra: deb debbie, dennis: den, derek: del, dominic: dom, donald:
don, dorothy: dot dottie dolly, douglas: doug, edward: ed eddie ted ned, eleanor: ellie nell
nora, elizabeth: liz beth lizzie betty libby eliza bet lisa, emily: em emmy, emma: em, ethel:
eth, evelyn: eve evie, florence: flo, frances: fran frankie, francis: frank frankie, frederick:
fred freddie, gabrielle: gabby, gareth: gaz, gary: gaz, gavin: gav, geoffrey: geoff, georgina:
george georgie, gerald: gerry, geraldine: gerry, gillian: gill jill, gordon: gord, gregory:
greg, gwendoline: gwen, harold: harry hal, harriet: hattie, helen: nell nellie, henry: harry
hal, isabel: izzy bella, isabella: izzy bella, jacob: jake, jacqueline: jackie jacqui, james:
jim jimmy jamie, jane: janey, janet: jan, janice: jan, jasmine: jas, jeffrey: jeff, jennifer:
jen jenny, jeremy: jez jerry, jessica: jess jessie, joan: joanie, joanna: jo, joanne: jo, john:
jack johnny, jonathan: jon jonny, joseph: joe joey, josephine: jo josie, joshua: josh, joyce:
joy, judith: judy jude, julia: jules, julie: jules, katherine: kate kath kathy katie kat,
kathleen: kath kathy kathie, kathryn: kate kath kathy katie, katarzyna: kasia, kenneth: ken
kenny, kevin: kev, kimberley: kim, lawrence: larry loz, leonard: len lenny, leslie: les, lesley:
les, lewis: lew, lillian: lil lily, linda: lin lynn, lindsay: linz, louise: lou, lucinda: lucy,
madeleine: maddie, malcolm: mal, małgorzata: gosia, margaret: maggie meg peggy marge madge
greta, maria: ria, marjorie: marge, martin: marty, matilda: tilly, matthew: matt matty, maureen:
mo, maurice: mo, maxine: max, megan: meg, melanie: mel, melissa: mel, michael: mike mick micky
mickey, michelle: shell chelle, mohammed: mo, mohamed: mo, muhammad: mo, nancy: nan, natalie:
nat, natasha: tasha nat, nathan: nate, nicholas: nick nicky, nicola: nicky nic nikki, norman:
norm, oliver: ollie, olivia: liv livvy, pamela: pam, patricia: pat patsy trish tricia, patrick:
pat paddy, pauline: paula, penelope: penny, peter: pete, philip: phil, philippa: pip pippa,
phillip: phil, phyllis: phyl, rachel: rach, raymond: ray, rebecca: becky becca bex, reginald:
reg reggie, richard: rick dick ricky rich richie, robert: rob bob bobby robbie bert, roberta:
bobbie, rodney: rod, roger: rodge, ronald: ron ronnie, rosemary: rose rosie, russell: russ,
samantha: sam sammy, samuel: sam sammy, sandra: sandy, sarah: sally, sebastian: seb, sharon:
shaz, sheila: shee, shirley: shirl, sidney: sid, simon: si, sophie: soph, stanley: stan,
stephanie: steph, stephen: steve ste, steven: steve ste, stuart: stu, susan: sue suzie susie,
susannah: sue susie, suzanne: sue suzie, sylvia: syl, terence: terry, teresa: terri tess,
theresa: terri tess, theodore: theo ted, thomas: tom tommy, timothy: tim, tracey: trace, tracy:
trace, valerie: val, vanessa: ness nessa, veronica: ronnie vron, victor: vic, victoria: vicky
vic tori, vincent: vince vinny, virginia: ginny, vivien: viv, vivienne: viv, walter: wally walt,
wendy: wend, wilfred: wilf, william: will bill billy liam willy, winifred: win winnie, yvonne:
von, zachary: zac zach
"""
SHORT: dict[str, tuple[str, ...]] = {
    long.strip(): tuple(shorts.split())
    for long, shorts in (entry.split(":") for entry in WRITTEN.replace("\n", " ").split(","))
}


# Cut names that are days, months, titles or words of the trade
NO_CUTS = frozenset(
    """
    jan feb mar apr aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun prof asst
    gov min max reg ref rev hon med sol lab adv ass step steps mars chest class clan char chair
    cord corn doll host hill harm hart herb grant gill guard gal gen free ford fran norm stan ton
    tor trans pres princ prec serg sec sup sub car can con cat cam bar ban bra bro
    """.split()  # noqa: SIM905 - lines of quotes say nothing more
)
SHORTEST_CUT = 4  # letters of a cut name that says enough wherever it stands
LONG = 5  # letters of a first name that people cut
VOWELS = frozenset("aeiouy")
CUT_Z = re.compile(r"([^aeiouy]+[aeiouy])[rl]")


def cut_forms(first: str) -> set[str]:
    """
    Return the first letters of a long first name by which its owner may be called: Chels of
    Chelsea and Leigh of Leighton; with an ending (Jordy), and of those with R or L also Kez.
    """
    if len(first) < LONG or not first.isalpha():
        return set()
    cuts = {
        first[:length]
        for length in range(SHORTEST_CUT - 1, len(first) - 1)
        if first[length - 1] not in VOWELS and VOWELS & set(first[:length])
    }
    fond = {f"{cut}{end}" for cut in cuts for end in ("y", "ie", "s") if len(cut) <= len(first) - 2}
    short = CUT_Z.match(first)
    with_z = {f"{short[1]}{end}" for end in ("z", "zza", "zzy")} if short else set()
    return (cuts | fond | with_z) - NO_CUTS - {first}
