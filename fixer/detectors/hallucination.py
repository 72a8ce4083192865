"""Sentences and fragments that the engine made up.

Cut off in the middle of a sentence, an engine finishes it with what its training data most often held: the debates of
the European Parliament, the papers of the United Nations, leaflets, subtitles (`Le fait que l'Union européenne ne soit
pas en mesure d'assurer la protection de l'environnement`, `(TIC) et de l'évolution de la société civile`, `M. K. :`).
Such attractors are known by their formulas. A formula alone proves nothing, so each is weighed by its topic distance
from the document: the share of the words of its clause that the rest of the document never uses. A text on the
European Union uses them again and again, and is not flagged.

Only flagged, with that score: what should stand there, only the source knows. (Initials that announce a speaker are
nobody's words, and their deletion is suggested.) In a
text without other damage, only the institutions count, and only far from the topic.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from fixer.detectors._shared import damaged, repair
from fixer.document import Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Span

_FAMILIES = {
    "the European institutions": (
        r"Union européenne|Communauté européenne|Commission européenne|Parlement européen|Conseil européen|"
        r"États membres|marché intérieur|la présente directive|le présent règlement|proposition de résolution|"
        r"(?:Monsieur|Madame) l[ea] (?:Président|Commissaire)|chers collègues|session du Parlement|[Ll]e rapporteur|"
        r"Parlement doit|Messieurs les députés|procès-verbal de la séance|commission parlementaire|politique agricole|"
        r"La Commission a|Cour des comptes|Banque européenne|cohésion territoriale|parlements nationaux|"
        r"remercie de votre intervention|voterai en faveur|ministres se réuni|rapport de la commission|pays ACP"
    ),
    "the United Nations": (
        r"Nations [Uu]nies|Assemblée générale|pays en (?:voie de )?développement|développement durable|société civile|"
        r"droits de l['’]homme|droits fondamentaux|aide au développement|sécurité alimentaire|taux de chômage|"
        r"communauté internationale|protection de l['’]environnement|aide humanitaire"
    ),
    "programmes and reports": (
        r"technologies de l['’]information et de la communication|petites et moyennes entreprises|"
        r"mise en œuvre de la politique|pouvoirs publics|formation professionnelle continue|"
        r"acteurs de la société|Ministère de l['’]|plan d['’]action national"
    ),
    "fillers": (
        r"pour des raisons de sécurité|en (?:perpétuelle|constante) évolution|[Ll]es participants ont|"
        r"n['’]a pas été en mesure|dans l['’]exercice de ses fonctions|d['’]une manière ou d['’]une autre|"
        r"il a été constaté que|à l['’]heure actuelle, il n['’]existe pas"
    ),
    "leaflets and studies": (
        r"chez les patients|effets indésirables|essais cliniques|professionnels? de santé|le requérant|"
        r"les personnes âgées|la santé publique"
    ),
    "subtitles": (
        r"Je suis là ?\.|Je suis désolée?\b|Qu['’]est-ce que tu fais|Je ne sais pas quoi (?:dire|faire)|"
        r"Merci d['’]avoir regardé|Sous-titr(?:es|age) (?:réalisé|par|de)|Abonnez-vous à la chaîne|mon amour\b"
    ),
}
_PLAIN = pattern(r"[\p{L} ]++")


def _compile(formulas: str) -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """Each formula with its longest plain stretch, which is looked for first: that is as fast as memory."""
    out = []
    for formula in regex.split(r"\|(?![^(]*\))", formulas):
        bare = regex.sub(r"\(\?:[^)]*\)\??|\[[^\]]*\]|.\?|\\b", "#", formula)
        out.append((max(_PLAIN.findall(bare), key=len), pattern(formula)))
    return tuple(out)


@cache
def _formulas() -> dict[str, tuple[tuple[str, regex.Pattern[str]], ...]]:
    return {name: _compile(formulas) for name, formulas in _FAMILIES.items()}


_INITIALS = pattern(r"(?<![\p{Lu}\p{N}])(?:M|Mme|MM)\. \p{Lu}\.(?= ?:)", needs=("M. ", "Mme. ", "MM. "))
_CLAUSE_MARK = pattern(r"[.;:!?\n]")
_CONTENT = pattern(r"\p{L}{5,}+")
_FAR = 0.25
_VERY_FAR = 0.6
_SPEAKERS = frozenset({"the European institutions", "the United Nations"})
_FEWEST_WORDS = 150
_LONGEST_CLAUSE = 300


@dataclass(frozen=True, slots=True)
class _Attraction:
    """A formula in its clause, with the share of the clause's words that are alien to the document."""

    clause: Span
    formula: str
    family: str
    distance: float


@rule(
    "hallucination",
    Category.HALLUCINATION,
    Stage.SENTENCE,
    "sentences made up from the engine's training data",
    Trust.FLAG,
)
def hallucination(document: Document, resources: Resources) -> Iterator[Finding]:
    prose = document.prose
    for match in _INITIALS.finditer(prose):
        start = match.start() - (prose[max(0, match.start() - 1) : match.start()] == " ")
        message = "initials that announce a speaker, in a text that has none"
        yield from repair(document, start, match.end(), "", message, Trust.SUGGEST, 0.8)
    wounded = damaged(document)
    attractions = list(_attractions(prose))
    families = Counter(found.family for found in attractions)
    enough = 1 + prose.count(" ") // 400
    for found in attractions:
        alone = families[found.family] > enough  # the document is about it
        if alone or found.distance < (_FAR if wounded else _VERY_FAR):
            continue
        if not wounded and found.family not in _SPEAKERS:
            continue
        message = f"“{found.formula}” is far from the topic (distance {found.distance:.2f}): typical of {found.family}"
        yield Finding(found.clause, message, confidence=round(0.5 + 0.4 * found.distance, 2))


def _attractions(prose: str) -> Iterator[_Attraction]:
    if prose.count(" ") < _FEWEST_WORDS:
        return
    found = [
        (match, family)
        for family, formulas in _formulas().items()
        for plain, formula in formulas
        if plain in prose
        for match in formula.finditer(prose)
    ]
    if not found:
        return
    used = Counter(match.group().lower() for match in _CONTENT.finditer(prose))
    done = -1
    for match, family in sorted(found, key=lambda pair: pair[0].start()):
        if match.start() >= done:
            clause = _clause(prose, match)
            own = Counter(word.group().lower() for word in _CONTENT.finditer(prose, clause.start, clause.end))
            alien = sum(times for word, times in own.items() if used[word] <= max(times, 2))
            distance = alien / max(1, sum(own.values()))
            yield _Attraction(clause, match.group(), family, distance)
            done = clause.end


def _clause(prose: str, match: regex.Match[str]) -> Span:
    """The clause around a formula, from mark to mark."""
    start, end = match.span()
    low, high = max(0, start - _LONGEST_CLAUSE), min(len(prose), end + _LONGEST_CLAUSE)
    for opening in _CLAUSE_MARK.finditer(prose, low, start):
        low = opening.end()
    closing = _CLAUSE_MARK.search(prose, end, high)
    high = closing.start() if closing else high
    while low < start and prose[low].isspace():
        low += 1
    return Span(low, high)
