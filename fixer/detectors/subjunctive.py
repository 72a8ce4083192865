"""An indicative where French has the subjunctive alone: `afin que les clients peuvent`, `pour que vous utilisez`.

Behind `afin que, pour que, bien que, avant que, sans que, jusqu'à ce que, à condition que, à moins que, pourvu que, il
est recommandé que, il faut que…` the first finite verb of the clause stands in the subjunctive (Grevisse, Le bon usage,
§ 1126 ff.). English has one form for both moods, and so has the output of an engine.

The verb is looked for behind the subject: a pronoun, or a noun phrase without a relative clause, a mark, or a word that
could be the verb. Only verbs with two forms count: the auxiliaries, *pouvoir, faire, aller, savoir…* in the third
person, any verb after *vous*. Left alone: `bien que` behind a word (`on voit bien que`, `si bien que`); a participle
that looks like the verb (`le travail fait par`). Suggested.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._shared import mistranslated, repair
from fixer.document import HOLE, Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.lexicon import Lexicon
from fixer.french.moods import subjunctive as after_vous
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category

_NEEDED = (
    "recommandé|nécessaire|important|essentiel|préférable|impératif|conseillé|obligatoire|souhaitable|indispensable|"
    "crucial|primordial|utile|suggéré|possible|impossible|rare|normal|temps"
)
_ENDS = (
    "fin our vant ans ce ttendant ondition oins ourvu peur crainte faut faudra peut oulez ouhaitez référez xige xigez "
    "xigent écessite écessitent equiert ien"
)
_OPENER = pattern(
    r"(?<![\p{L}\p{N}'’_-])(?:(?:afin|pour|avant|sans|jusqu['’]à ce|de (?:manière|façon) à ce|en attendant|à condition|"
    r"à moins|pourvu|de peur|de crainte|il (?:faut|faudra|se peut)|voulez|souhaitez|préférez|exigez?|exigent|"
    rf"nécessitent?|requiert|il (?:est|n['’]est pas) (?:très |fortement |vivement |donc |aussi )?(?:{_NEEDED}))|"
    r"(?:(?<=(?:^|[.!?;:,(—–*]|\d\.|[-•]|\bet|\bmais|\bcar)[ \u00a0]?))bien) qu(?:e |['’])",
    regex.IGNORECASE | regex.MULTILINE,
    needs=tuple(f"{end} qu" for end in (*_NEEDED.split("|"), *_ENDS.split())),
)
_WORD = pattern(rf"{HOLE}++|[\p{{L}}\p{{M}}]++['’]?|\d[\d.,]*+|[^\s\p{{L}}\p{{M}}]")
_THIRD = dict(
    pair.split(":")
    for pair in """peut:puisse peuvent:puissent est:soit sont:soient a:ait ont:aient fait:fasse font:fassent va:aille
    vont:aillent doit:doive sait:sache savent:sachent veut:veuille veulent:veuillent met:mette permet:permette
    prend:prenne comprend:comprenne apprend:apprenne vient:vienne devient:devienne tient:tienne contient:contienne
    obtient:obtienne maintient:maintienne finit:finisse fournit:fournisse répond:réponde rend:rende dépend:dépende
    attend:attende correspond:corresponde lit:lise reçoit:reçoive voit:voie sert:serve sort:sorte apparaît:apparaisse
    disparaît:disparaisse connaît:connaisse agit:agisse réussit:réussisse remplit:remplisse
    choisit:choisisse perd:perde convient:convienne transmet:transmette""".split()
)
_PRONOUNS = frozenset("il elle on cela ça ceci ils elles celui-ci celle-ci".split())
_CLITICS = frozenset("ne n' se s' y en le la les l' lui leur me m' nous vous".split())
_PREPOSITIONS = frozenset("de du des d' à au aux pour et ou dans sur".split())
_ARTICLES = frozenset("le la les l'".split())
_LINKS = _PREPOSITIONS | _ARTICLES
_PREDICATE = pattern(r" (?:pas |toujours |bien |déjà |encore )?(?!qui |lui |peu )\p{Ll}{2,}(?:é|i|u)e?s?\b")
_AMBIGUOUS = {
    "fait": pattern(r" (?:pas |l[ea] |des |une? )"),
    "est": _PREDICATE,
    "a": pattern(r" (?:\p{Ll}+é|une?|eu)\b"),
}
"""What shows the verb in forms that are other words behind a noun: *le travail fait par*, *la région est*, `a` for *à*.
"""
_RELATIVES = frozenset("que qu' qui dont où lequel laquelle lesquels quand lorsque si comme mais car".split())
_INSIDE = f"-`*«»{HOLE}"
_LONGEST = 12


@rule("subjunctive", Category.GRAMMAR, Stage.SENTENCE, "`afin que … peut`, `pour que vous utilisez`", Trust.SUGGEST)
def subjunctive(document: Document, resources: Resources) -> Iterator[Finding]:
    prose, words = document.prose, resources.lexicon
    for match in _OPENER.finditer(prose):
        found = _verb(prose, match.end(), words)
        if found and not mistranslated(document, resources, found[0].start()):
            word, new = found
            message = f"“{match.group().strip()}” takes the subjunctive: “{new}”"
            yield from repair(document, *word.span(), new, message, Trust.SUGGEST, 0.9)


def _verb(prose: str, start: int, words: Lexicon) -> tuple[regex.Match[str], str] | None:
    """The first finite verb of the clause at `start`, if it is no subjunctive, and its subjunctive."""
    before = ""
    pronoun = ""
    for count, match in enumerate(_WORD.finditer(prose, start, start + 200)):
        word = match.group().lower().replace("’", "'")
        if "\n" in prose[max(start, match.start() - 2) : match.start()] or count > _LONGEST:
            return None
        if pronoun == "vous" and word.endswith(("ez", "tes")):
            new = after_vous(word, words.tags)
            return (match, new) if new and {"2pl", "ipre"} <= words.tags(word) else None
        if word in _THIRD and pronoun != "vous" and _is_verb(word, before, pronoun, prose, match):
            return match, _THIRD[word]
        if count == 0 and (word in _PRONOUNS or word == "vous"):
            pronoun = word
        elif not (pronoun and word in _CLITICS) and not _in_subject(word, before, words):
            return None
        before = word
    return None


def _is_verb(word: str, before: str, pronoun: str, prose: str, match: regex.Match[str]) -> bool:
    """True unless the form may be another word where it stands: behind an article, or a participle behind a noun."""
    if not before or before in _PREPOSITIONS or (before in _ARTICLES and not pronoun):
        return False
    if pronoun or word not in _AMBIGUOUS:
        return True
    return _AMBIGUOUS[word].match(prose, match.end()) is not None


def _in_subject(word: str, before: str, words: Lexicon) -> bool:
    """True for a word of a noun phrase: no verb can be read in it where it stands."""
    tags = words.tags(word)
    if word in _RELATIVES or not (word[0].isalpha() or word[0] in _INSIDE):
        return False
    finite = tags & {"3sg", "3pl", "1pl", "2pl"} and "verbe" in tags
    return not finite or before in _LINKS or "det" in words.tags(before)
