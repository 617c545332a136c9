"""Makes wordnet.json: what WordNet 3.0 says of COCO's category names and of the synsets that they are aligned with.

    python wordnet.py FOLDER

FOLDER holds WordNet's index.noun and data.noun (Debian's package wordnet-base puts them in /usr/share/wordnet).
Names of categories and synsets are read from the Swift sources.
"""

import json
import os
import re
import sys

here = os.path.dirname(os.path.abspath(__file__))
sources = os.path.join(here, "..", "..", "Sources", "COCO")
folder = sys.argv[1]

# The words of each synset, and the senses of each word, in WordNet's order.
words, senses = {}, {}
for line in open(os.path.join(folder, "data.noun")):
    if not line.startswith(" "):
        fields = line.split()
        words[fields[0]] = [w.lower() for w in fields[4 : 4 + 2 * int(fields[3], 16) : 2]]
for line in open(os.path.join(folder, "index.noun")):
    if not line.startswith(" "):
        fields = line.split()
        senses[fields[0]] = fields[-int(fields[2]) :]


def name(synset):
    first = words[synset][0]
    return f"{first}.n.{senses[first].index(synset) + 1:02d}"


synsets = {name(synset): words[synset] for synset in words}
categories = re.findall(r'\(\d+, "([^"]+)", "', open(os.path.join(sources, "COCOCategories.swift")).read())
mentioned = re.findall(r"\w+\.n\.\d\d", open(os.path.join(sources, "COCOSynsets.swift")).read())
assert len(categories) == 80
golden = {
    "called": {
        category: sorted(s for s in synsets if s.rsplit(".", 2)[0] == category.replace(" ", "_"))
        for category in categories
    },
    "words": {synset: synsets[synset] for synset in sorted(set(mentioned))},
}
with open(os.path.join(here, "wordnet.json"), "w") as file:
    json.dump(golden, file, indent=1)
    file.write("\n")
