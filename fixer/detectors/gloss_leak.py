"""Glosses of bilingual dictionaries, and notes of translators, that were left in the text.

An engine that translates a Chinese word alone (a link, a word in bold) may give its dictionary entry: 和 "and" became
*répondre en chantant*, 论文 "paper" *discuter d'un article ou d'une thèse (ancien)*, and a label follows what it
explains: *Anthropique (utilisé comme expression nominale)*, *transfert courbe (physique)*.

* Glosses of whole words are entries of the glossary (`type: gloss`); they are found even when they are glued to their
  neighbours: `froiderépondre en chantantpréjugés`.
* A label that only a dictionary uses, *(math.)*, *(nom féminin)*, *(utilisé comme suffixe)*, is deleted.
  The label of an idiom, *(fig.)*, *(proverbe)*, is flagged: the words before it are as wrong as the label.
* A subject that a writer may well put in parentheses, *(physique)*, *(ancien)*, is a leak only in a text that shows
  other leaks or wounds of machine translation and does not speak of that subject; then it is deleted, else left alone.
* So is, as a suggestion, a hint at a meaning that has nothing to do with the text: *le routeur (menuiserie)*.
* An infinitive with its object in parentheses, *ouvrir (une porte)*, and *qqn*, *qqch* are flagged in such a text.
* A line in which an engine announces its work, *Voici la traduction :*, is suggested for deletion; notes asking for a
  check, *[traduction à vérifier]*, are flagged. A translator's note *(NdT : …)* is good style and stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import regex

from fixer.detectors._shared import damaged
from fixer.detectors.glossary_terms import finding_of
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.glossary.context import holds
from fixer.glossary.fold import fold
from fixer.glossary.model import Entry, Wrong
from fixer.glossary.select import select
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Edit, Span, apply

_GRAMMAR = (
    r"(?:expressions?|noms?|nominale?s?|verbes?|verbale?s?|adverbes?|adjectifs?|suffixes?|préfixes?|particules?"
    r"|classificateurs?|compléments?|négations?|emphase|phrases?|mots?|propositions?|conjonctions?|ordinaux|numéraux)"
)
_STRONG = pattern(
    r"\((?:"
    r"(?:utilisée?s?|employée?s?|placée?s?) (?:\w+ )?"
    r"(?:comme|avant|après|avec|dans|devant|en fin de|en début de|pour former) "
    rf"(?:\w+[ '’]){{0,4}}{_GRAMMAR}[^()]{{0,30}}"
    r"|(?:math|phys|chim|méd|bot|zool|géol|géom|gramm?|ling|inform|mus|archit|astron|biol|écon|jur|mil|électr|fig|litt|loc|idiom|arch|dial|fam|vulg|péj|lit)\."
    r"|(?:classificateur|mot de mesure|mot d'emprunt|particule (?:modale|interrogative|structurale|d'aspect|finale)"
    r"|suffixe nominal|préfixe (?:ordinal|nominal)|marque(?:ur)? (?:du passif|du pluriel|de possession))[^()]{0,40}"
    r"|expression idiomatique|idiome|langage parlé|langue parlée|langue écrite|sens figuré|vx|archaïque"
    r"|dialecte|dialectal|nom,? (?:féminin|masculin|commun|propre|composé|de famille|pluriel)|verbe (?:in)?transitif"
    r"|participe (?:passé|présent)|terme (?:littéraire|vieilli|technique|médical|juridique|populaire|de [^\W\d_]+)"
    r"|expression figée|locution|proverbe|désuet|vieilli|particule [^()]{3,40}|voir aussi ?: [^()]{2,30}"
    r"|variante de [^()]{2,30}"
    r")(?: *[,;] *[^()]{0,30})?\)",
    regex.IGNORECASE,
)
_SUBJECTS = (
    "physique mathématiques math maths chimie médecine informatique électronique économie droit juridique finance "
    "musique "
    "botanique zoologie géologie linguistique grammaire psychologie philosophie religion bouddhisme militaire "
    "architecture sport astronomie biologie ancien ancienne littéraire figuré formel oral argot familier poli "
    "nom verbe adjectif adverbe pronom préposition conjonction interjection abréviation politique cuisine théâtre "
    "marine chasse textile agriculture aviation imprimerie commerce couture menuiserie cinéma police"
).split()
_IDIOM = pattern(r"\((?:fig\.|loc\.|idiom|proverbe|expression|locution|sens figuré)", regex.IGNORECASE)
_WEAK = pattern(rf"\((?P<label>{'|'.join(_SUBJECTS)})\)", regex.IGNORECASE)
_OBJECT = pattern(
    r"(?P<verb>[^\W\d_]{4,}(?:er|ir|re)|à travers) \((?:(?:une?|des|du|de l['’]) ?[^\W\d_]+(?: etc\.)?|des gens)\)"
    r"|\bqq(?:ch|n)\b\.?|\((?:de |à )?(?:qch|qn|quelqu['’]un|quelque chose)\)",
    regex.IGNORECASE,
)
_BARE = pattern(
    r"(?P<before>[^\W\d_]+?)[ \u00a0]?(?P<gloss>commencement|achèvement|aboutissement|provenance|parachèvement)"
    r"(?=[.:]? ?(?:Les?|La|L['’]|Une?|Des|Ces?|Cette|Ils?|Elles?)\b)"
)
_ANNOUNCEMENT = pattern(
    r"^[ \t]*(?:\*\*)?(?:Voici (?:la|une|ma) (?:traduction|version française)[^.\n]{0,60}"
    r"|Traduction(?: en français| française)?|Texte traduit"
    r"|Here is the (?:French )?translation[^.\n]{0,60}|French translation) ?:(?:\*\*)?[ \t]*(?:\r?\n|\r|\Z)",
    regex.MULTILINE | regex.IGNORECASE,
)
_NOTE = pattern(
    r"[\[(](?:traduction|terme|phrase|passage|mot)s? "
    r"(?:à (?:vérifier|revoir|confirmer|préciser|relire)|incertaine?s?|non traduite?s?)[^\])]{0,40}[\])]"
    r"|[\[(](?:à (?:traduire|vérifier|revoir|relire)|non traduit|(?:note|commentaire) du relecteur[^\])]*)[\])]",
    regex.IGNORECASE,
)
_MEANING = pattern(r"(?<=\p{Ll}[ \u00a0]?)\((?:de |d['’]une? |une? |des |en )?(?P<noun>\p{Ll}{3,})(?: \p{Ll}{4,})?\)")
_PARTICIPLES = ("é", "és", "ée", "ées")
_RARE = 25
"""Occurrences per million words of technical prose below which a noun is foreign to it."""

_GLUED = 12
"""A gloss of at least so many letters is unmistakable inside of a run of letters."""


@rule("gloss-leak", Category.GLOSS_LEAK, Stage.TERM, "dictionary labels, dictionary glosses and translators' notes")
def gloss_leak(document: Document, resources: Resources) -> Iterator[Finding]:
    found = list(_glosses(document, resources))
    glosses = [finding.span for finding in found if finding.trust is Trust.APPLY]
    found += (label for label in _labels(document) if not any(label.span.overlaps(span) for span in glosses))
    yield from found
    if found or damaged(document):
        yield from _subjects(document)
        yield from _meanings(document, resources)
        yield from _objects(document, [finding.span for finding in found])
        yield from _bare_nouns(document, resources)
    yield from _notes(document)


def _deletion(document: Document, span: Span) -> Edit:
    """Delete a span with the space before it, or after it where a line or a bracket opens."""
    prose = document.prose
    if prose[span.start - 1 : span.start] in (" ", "\u00a0") and span.start:
        return Edit(Span(span.start - 1, span.end), "")
    if prose[span.end : span.end + 1] == " ":
        return Edit(Span(span.start, span.end + 1), "")
    glued = prose[span.start - 1 : span.start].isalnum() and prose[span.end : span.end + 1].isalnum()
    return Edit(span, " " if glued and span.start else "")


def _delete(document: Document, span: Span, message: str, trust: Trust, confidence: float) -> Iterator[Finding]:
    edit = _deletion(document, span)
    if document.editable(edit):
        yield Finding(edit.span, message, (edit,), trust=trust, confidence=confidence)


def _labels(document: Document) -> Iterator[Finding]:
    for match in _STRONG.finditer(document.prose) if "(" in document.prose else ():
        if _IDIOM.match(match.group()):
            message = f"“{match.group()}”: what stands before it is the gloss of an idiom"
            yield Finding(Span(*match.span()), message, confidence=0.9)
            continue
        message = f"“{match.group()}” is a label of a dictionary"
        yield from _delete(document, Span(*match.span()), message, Trust.APPLY, 0.97)


def _subjects(document: Document) -> Iterator[Finding]:
    """Labels that name a field, in a text that does not speak of it."""
    prose = document.prose
    for match in _WEAK.finditer(prose):
        label = match["label"]
        elsewhere = prose.lower().count(label.lower()) > len(re.findall(rf"\({label}\)", prose, regex.IGNORECASE))
        if not elsewhere:
            message = f"“{match.group()}” looks like a label of a dictionary"
            yield from _delete(document, Span(*match.span()), message, Trust.APPLY, 0.9)


def _meanings(document: Document, resources: Resources) -> Iterator[Finding]:
    """A dictionary's hint at one meaning of a word, foreign to the text: *le routeur (menuiserie)*, *tas (foin)*."""
    prose, lexicon = document.prose, resources.lexicon
    words = Counter(re.findall(r"[^\W\d_]+", prose.lower()))
    for match in _MEANING.finditer(prose):
        noun = match["noun"]
        known = lexicon.tags(noun)
        rare = lexicon.frequency(noun) < _RARE and words[noun] == 1 and noun not in _SUBJECTS
        if rare and "nom" in known and "adv" not in known and not noun.endswith(_PARTICIPLES):
            message = f"“{match.group()}” looks like the hint of a dictionary at another meaning"
            yield from _delete(document, Span(*match.span()), message, Trust.SUGGEST, 0.7)


def _objects(document: Document, found: list[Span]) -> Iterator[Finding]:
    for match in _OBJECT.finditer(document.prose):
        span = Span(*match.span())
        if not any(other.overlaps(span) for other in found):
            yield Finding(span, f"“{match.group()}” looks like the gloss of a dictionary", confidence=0.6)


def _bare_nouns(document: Document, resources: Resources) -> Iterator[Finding]:
    """A noun of a dictionary entry without article: *modèles pré-entraînés commencement Les participants*, or glued."""
    prose = document.prose
    for match in _BARE.finditer(prose):
        before = resources.lexicon.tags(match["before"])
        if before & {"nom", "adj", "ppas"} and not before & {"det", "prep"}:
            span = Span(*match.span("gloss"))
            message = f"“{match['gloss']}” looks like the gloss of a dictionary"
            yield from _delete(document, span, message, Trust.SUGGEST, 0.6)


def _notes(document: Document) -> Iterator[Finding]:
    prose = document.prose
    for match in _ANNOUNCEMENT.finditer(prose) if "radu" in prose or "ransla" in prose else ():
        span = Span(*match.span())
        edit = Edit(span, "")
        if document.editable(edit) and len(span) < len(prose):
            yield Finding(span, "the engine announces its translation", (edit,), trust=Trust.SUGGEST, confidence=0.85)
    for match in _NOTE.finditer(prose) if "(" in prose or "[" in prose else ():
        yield Finding(Span(*match.span()), f"“{match.group()}” is a note of a translator or a reviewer", confidence=0.8)


def _glosses(document: Document, resources: Resources) -> Iterator[Finding]:
    """Entries of the glossary: as whole words first, then glued to what stands beside them."""
    taken: list[Span] = []
    for hit in select(resources.glossary, document.prose, resources.lexicon.tags):
        if not hit.entry.is_gloss or hit.wrong is None:
            continue
        taken.append(hit.span)
        if not hit.entry.term[:1].isalnum():
            yield from _glued(document, hit.span, hit.entry, hit.wrong)
        elif found := finding_of(document, resources, hit):
            yield replace(found, message=found.message.replace("mistranslated term", "gloss of a dictionary"))
    folded = fold(document.prose)
    for form, entry, wrong in resources.glossary.glosses(folded.text):
        if len(form) < _GLUED or " " not in form:
            continue
        start = folded.text.find(form)
        while start >= 0:
            span = Span(folded.origin(start), folded.end(start + len(form)))
            apart = not any(other.overlaps(span) for other in taken)
            if apart and holds(document.prose, span, wrong.near, wrong.not_near):
                taken.append(span)
                yield from _glued(document, span, entry, wrong)
            start = folded.text.find(form, start + 1)


def _glued(document: Document, span: Span, entry: Entry, wrong: Wrong) -> Iterator[Finding]:
    prose = document.prose
    before, after = prose[span.start - 1 : span.start] if span.start else "", prose[span.end : span.end + 1]
    if not entry.term:
        edit = _deletion(document, span)
    elif entry.term[0].isalnum():
        edit = Edit(span, (" " if before.isalnum() else "") + entry.term + (" " if after.isalnum() else ""))
    else:
        lead = span.start - 1 if before == " " else span.start
        edit = Edit(Span(lead, span.end), entry.term + ("" if after in (" ", "") else " "))
    if not document.editable(edit):
        return
    message = f"“{wrong.form}” is a gloss of a dictionary: “{entry.term}”"
    trust = Trust[wrong.trust.upper()]
    if trust is Trust.FLAG:
        new = apply(edit.span.of(prose), [edit.shift(-edit.span.start)])
        yield Finding(edit.span, message, alternatives=(new,), confidence=0.6, origin=entry.where(wrong))
        return
    yield Finding(edit.span, message, (edit,), trust=trust, confidence=0.9, origin=entry.where(wrong))
