"""The contenders that are compared as equals, and the corpus that tests build with them."""

from benchmarks.corpus import Corpus
from benchmarks.peer import NAMES, find
from benchmarks.verify import OTHERS, WITHOUT_HUB

CORPUS = Corpus(2, 25)
# Hugo, Pelican and ours are installed wherever tests run; Eleventy where somebody asked for it.
EQUIVALENT = [name for name in NAMES if find(name).THEME not in OTHERS and find(name).version()]
WITH_HUB = [name for name in EQUIVALENT if find(name).THEME != WITHOUT_HUB]
