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
AL 32.72 -86.76 Alabama; AK 65.35 -154.62 Alaska; AZ 34.29 -111.57 Arizona;
AR 34.82 -92.65 Arkansas; CA 40.23 -122.06 California; CO 39.08 -106.57 Colorado;
CT 41.63 -73.12 Connecticut; DE 38.71 -75.47 Delaware; FL 27.82 -81.46 Florida;
GA 32.39 -83.32 Georgia; HI 19.62 -155.51 Hawaii; ID 43.89 -115.05 Idaho; IL 40.32 -89.25 Illinois;
IN 39.85 -86.23 Indiana; IA 42.0 -94.6 Iowa; KS 38.56 -98.48 Kansas; KY 37.66 -84.3 Kentucky;
LA 31.91 -92.68 Louisiana; ME 45.9 -68.95 Maine; MD 39.38 -76.99 Maryland;
MA 42.36 -71.64 Massachusetts; MI 42.98 -84.9 Michigan; MN 46.81 -94.82 Minnesota;
MS 33.29 -89.65 Mississippi; MO 38.4 -92.57 Missouri; MT 46.97 -112.3 Montana;
NE 41.44 -99.86 Nebraska; NV 39.52 -116.65 Nevada; NH 43.4 -71.67 New Hampshire;
NJ 40.8 -74.62 New Jersey; NM 34.52 -105.65 New Mexico; NY 43.25 -74.66 New York;
NC 35.39 -78.28 North Carolina; ND 47.53 -98.59 North Dakota; OH 40.12 -83.3 Ohio;
OK 35.38 -96.4 Oklahoma; OR 43.86 -119.33 Oregon; PA 40.84 -77.0 Pennsylvania;
RI 41.83 -71.58 Rhode Island; SC 33.69 -80.64 South Carolina; SD 44.43 -98.18 South Dakota;
TN 35.8 -85.44 Tennessee; TX 30.95 -98.17 Texas; UT 39.19 -111.86 Utah; VT 44.4 -72.67 Vermont;
VA 37.7 -78.31 Virginia; WA 47.35 -120.66 Washington; WV 38.42 -80.9 West Virginia;
WI 44.63 -89.81 Wisconsin; WY 42.92 -106.24 Wyoming
"""

# The code, the latitude and longitude of a point inside, and the name of each region.
REGIONS = [
    (f"US-{code}", float(latitude), float(longitude), place)
    for code, latitude, longitude, place in (
        each.split(maxsplit=3) for each in _REGIONS.replace("\n", " ").split(";")
    )
]
