"""A noun left behind what it should stand before: `la Apache 2.0 licence`, `des <think> étiquettes`.

In English and Chinese a name, a code word or a tag stands before its noun (*Apache 2.0 license*, *`x` field*). An
engine that protects such a piece translates around it and leaves the order: `votre http_pub URL`. French has the noun
first: *la licence Apache 2.0*, *votre URL http_pub*. The determiner takes the gender of the noun and its elision.

Only nouns that such pieces qualify (*licence, champ, fichier…*) directly behind a piece that is no French: code, a
tag, an identifier, a name with a version; and only after a determiner that fits the noun in number.

Suggested: what follows may belong to the noun as well.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.document import HOLE, Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.determiners import DETERMINERS, determiner
from fixer.french.elision import elides
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Edit, Span

_NOUNS = (
    "licence champ étiquette balise bouton menu fichier dossier répertoire commande fonction méthode classe paramètre "
    "option onglet page variable nœud noeud bibliothèque url api clé jeton conteneur image serveur service module "
    "paquet drapeau attribut propriété "
    "format protocole plateforme extension plugin requête réponse section bloc événement "
    "endpoint branche dépôt port hôte compte type"
).split()
_ORDER = pattern(
    r"(?<![\p{L}\p{M}\d'’-])(?P<det>[Ll]e|[Ll]a|[Ll]es|[Dd]es|[Uu]ne?|du|au|aux|[Vv]otre|vos"
    r"|notre|nos|[Cc]e|[Cc]ette|[Cc]es|son|sa|ses) "
    rf"(?P<piece>{HOLE}++|</?[a-z][\w-]*>|\w+_\w+|\p{{Lu}}\p{{L}}+ v?\d+(?:\.\d+)+)"
    r" (?P<noun>\p{L}{3,})(?!-\p{L}|['’]\p{L})"
)


@rule("word-order", Category.GRAMMAR, Stage.SENTENCE, "a noun behind its name or code word", trust=Trust.SUGGEST)
def word_order(document: Document, resources: Resources) -> Iterator[Finding]:
    for match in _ORDER.finditer(document.prose):
        noun, tags = match["noun"], resources.lexicon.tags
        plural = noun.lower().endswith("s") and noun.lower()[:-1] in _NOUNS
        said = DETERMINERS[match["det"].lower()]
        if (noun.lower()[:-1] if plural else noun.lower()) not in _NOUNS or said.plural != plural:
            continue
        gender = said.gender or "m"
        if tags(noun) & {"mas", "fem"} and not {"mas", "fem"} <= tags(noun):
            gender = "f" if "fem" in tags(noun) else "m"
        yield from _moved(document, match, determiner(said.lemma, gender, plural=plural, vowel=elides(noun)))


def _moved(document: Document, match: regex.Match[str], article: str) -> Iterator[Finding]:
    if match["det"][0].isupper():
        article = article[0].upper() + article[1:]
    lead = article + ("" if article.endswith("'") else " ") + match["noun"]
    edits = (Edit(Span(*match.span("det")), lead), Edit(Span(match.end("piece"), match.end("noun")), ""))
    if all(map(document.editable, edits)):
        message = f"in French “{match['noun']}” stands before its name"
        yield Finding(Span(*match.span()), message, edits, trust=Trust.SUGGEST, confidence=0.85)
