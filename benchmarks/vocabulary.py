"""The words and regions that the corpus is made of."""

_WORDS = """
acceptance accompany achievement agreement apprentice arrangement attachment attention attuned
awareness balance beginning behaviour belonging bonding bridge brothers calendar calming careful
caregiver caring celebration challenge childhood children clinician closeness coaching collaborate
comfort committee community compassion competency completed conference confidence connected consider
consultation continuity conversation cooperation council courage curiosity daughters decision
dependable development dialogue dignity discovery earliest education emotional empathy encourage
endorsement engagement enrichment environment evaluation evening everyday evidence example exchange
experience exploring expression families feedback feeling fellowship flexible following foster
foundation framework friendly gathering generation gentle grandparents growing guidance healing
health helpful history holding homevisitor hopeful household important inclusion individual infancy
information inquiry insight intentional interest interview invitation journey kindness knowledge
language leadership learning library listening lullaby meaningful meeting membership memories
mentoring moments morning mothers movement mutual neighbour network newborn nourish nurture
observation openness opportunity outreach parenting participate partnership patience pathway
pediatric perspective playful practice practitioner pregnancy preparation presence prevention
principle professional programme promotion protective question reading reciprocal reflection
reflective regional relationship reliable remember repair research resilience resource respect
responsive rhythm routine safety secure seminar sensitive separation services sharing siblings
singing sleeping smiling soothing standards storytelling strengths strengthen structure summer
supervision support systems temperament tenderness therapist thinking thoughtful toddler together
touching training transition treatment trustworthy understanding universal values volunteer
welcoming wellbeing wisdom wonder workforce workshop yearly
"""

WORDS = _WORDS.split()

TOPICS = ["attachment", "development", "families", "health", "learning", "policy", "research", "training"]
AUDIENCES = ["families", "professionals"]

_REGIONS = """
AL Alabama; AK Alaska; AZ Arizona; AR Arkansas; CA California; CO Colorado; CT Connecticut;
DE Delaware; FL Florida; GA Georgia; HI Hawaii; ID Idaho; IL Illinois; IN Indiana; IA Iowa;
KS Kansas; KY Kentucky; LA Louisiana; ME Maine; MD Maryland; MA Massachusetts; MI Michigan;
MN Minnesota; MS Mississippi; MO Missouri; MT Montana; NE Nebraska; NV Nevada; NH New Hampshire;
NJ New Jersey; NM New Mexico; NY New York; NC North Carolina; ND North Dakota; OH Ohio; OK Oklahoma;
OR Oregon; PA Pennsylvania; RI Rhode Island; SC South Carolina; SD South Dakota; TN Tennessee;
TX Texas; UT Utah; VT Vermont; VA Virginia; WA Washington; WV West Virginia; WI Wisconsin;
WY Wyoming
"""

REGIONS = [
    (f"US-{code}", place)
    for code, place in (each.split(maxsplit=1) for each in _REGIONS.replace("\n", " ").split(";"))
]
