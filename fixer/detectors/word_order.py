"""A noun left behind what it should stand before: `la Apache 2.0 licence`, `des <think> étiquettes`.

In English and Chinese a name, a code word or a tag stands before its noun (*Apache 2.0 license*, *`x` field*, *the
**File** menu*). An engine that protects such a piece translates around it and leaves the order: `votre http_pub URL`,
`la **outils** menu`, or puts the noun in brackets: ``le `Seed` (méthode)``. French has the noun first: *la licence
Apache 2.0*, *le menu **outils***. The determiner takes the gender of the noun, its elision and its contraction.

A piece is code, a tag, an identifier, a file, bold or quoted words, or a name that is no French word. The noun must be
one that such pieces qualify (*licence, champ, menu, boîte de dialogue…*), directly behind the piece, and fit the
determiner in number; behind a name, which may be the head of an apposition (`le PDF image`), it must be a noun that is
never one.

Suggested: what follows may belong to the noun as well.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from fixer.detectors._noun_phrases import COMPOUND, GENDERS, NEVER_APPOSED, OF_INTERFACES, QUALIFIED
from fixer.document import HOLE, Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.determiners import DETERMINERS, Form, determiner
from fixer.french.elision import elides
from fixer.french.lexicon import Lexicon
from fixer.french.words import capital_inside
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Edit, Span

_EXTENSIONS = "py js ts json yaml yml md txt html css sh cfg toml xml config".split()
_SIGNS = (HOLE, "[", "<", "_", "**", "«", "“", *(f".{extension} " for extension in _EXTENSIONS))
"""What begins or ends a piece that is no name with a capital."""
_TOKEN = r"(?:\p{Lu}\p{L}*[\p{L}\d+#]*(?:\.[\p{L}\d]+)*|\p{Ll}+\p{Lu}[\p{L}\d]*)"
_ORDER = pattern(
    r"(?<![\p{L}\p{M}\d'’-])(?P<det>(?:(?:[Dd]e|[Àà]) (?:la |l['’])|[Ll]['’]|"
    r"(?:[Ll][ea]s?|[Dd]es|[Uu]ne?|[Dd]u|[Aa]ux?|[Vv]otre|[Vv]os|[Nn]otre|[Nn]os|[Cc]et?|[Cc]ette|[Cc]es|[Ss]on|[Ss]a|"
    r"[Ss]es|[Cc]haque|[Ll]eurs?) ))"
    rf"(?P<piece>{HOLE}++|\[[^\[\]\n]{{1,80}}\]{HOLE}++|</?[a-z][\w-]*>|\w+_\w+|[\w-]+\.(?:{'|'.join(_EXTENSIONS)})|"
    r"(?P<bold>\*\*[^*\n]{1,60}\*\*|«[ \u00a0][^«»\n]{1,60}[ \u00a0]»|“[^“”\n]{1,60}”)|"
    rf"(?P<name>{_TOKEN}(?:[ -](?:{_TOKEN}|v?\d+(?:\.\d+)*)){{0,3}}))"
    rf"(?P<gap> )(?P<open>\(?)(?P<noun>(?:{COMPOUND})|\p{{L}}{{3,}})(?P<close>\)?)(?![-'’]\p{{L}}|"
    rf"\p{{L}})(?P<adjective> \p{{Ll}}{{4,}}(?![-'’\p{{L}}]))?"
)


@rule("word-order", Category.GRAMMAR, Stage.SENTENCE, "a noun behind its name or code word", trust=Trust.SUGGEST)
def word_order(document: Document, resources: Resources) -> Iterator[Finding]:
    words = resources.lexicon
    for match in _ORDER.finditer(document.prose) if _may_be_out_of_order(document.prose) else ():
        noun = match["noun"].lower()
        head = noun.split(" ")[0]
        plural = head.endswith("s") and head[:-1] in QUALIFIED
        said = _said(match["det"])
        if (head[:-1] if plural else head) not in QUALIFIED or said.plural != plural:
            continue
        if bool(match["open"]) != bool(match["close"]) or (match["open"] and HOLE not in match["piece"]):
            continue
        gender = _gender(head, words) or said.gender or "m"
        if not _may_follow(match, head[:-1] if plural else head, gender, said, words):
            article = determiner(said.lemma, gender, plural=plural, vowel=elides(head))
            yield from _moved(document, match, article, _end(match, words))


def _may_be_out_of_order(prose: str) -> bool:
    """False for a text without any noun that goes before names, or without anything that looks like a name or code.

    Most short texts are, and the pattern is a large one.
    """
    lower = prose.lower()
    marked = capital_inside(prose) or any(sign in prose for sign in _SIGNS)
    return marked and any(noun in lower for noun in QUALIFIED)


def _said(written: str) -> Form:
    """What a determiner says: `de la` is a form of *du*, `l'` one of *le* that tells no gender."""
    word = written.lower().replace("’", "'").strip()
    if word in ("de la", "de l'", "à la", "à l'"):
        return Form("du" if word[0] == "d" else "au", "f" if word.endswith("la") else None, False)
    return Form("le", None, False) if word == "l'" else DETERMINERS[word]


def _gender(noun: str, words: Lexicon) -> str | None:
    if noun in GENDERS:
        return GENDERS[noun]
    tags = words.tags(noun)
    if ("mas" in tags) == ("fem" in tags):
        return None
    return "f" if "fem" in tags else "m"


def _may_follow(match: regex.Match[str], noun: str, gender: str, said: Form, words: Lexicon) -> bool:
    """True if the noun may be in its place: behind another noun as its apposition (`le fichier image`)."""
    if match["name"]:
        first = regex.split(r"[ -]", match["name"])[0]
        common = words.french(first.lower()) and not words.name(first)
        agreed = said.gender in (None, gender)
        head = not agreed and match["name"].isupper()
        return common or noun not in NEVER_APPOSED or head
    if match["bold"] and " " not in match["noun"] and noun not in OF_INTERFACES:
        first = match["bold"].strip("*«»“” \u00a0").split(" ")[0].lower()
        tags = words.tags(first)
        fits = said.gender is None or ("fem" if said.gender == "f" else "mas") in tags or "epi" in tags
        return "nom" in tags and fits
    return False


def _end(match: regex.Match[str], words: Lexicon) -> int:
    """Where the noun ends, with an adjective that goes with it: `le `x` paramètre facultatif`."""
    adjective = (match["adjective"] or "").strip()
    tags = words.tags(adjective) if adjective else frozenset()
    goes = "adj" in tags and not tags & {"nom", "prep", "adv", "inf", "ppas", "ipre", "3sg", "det", "npr"}
    return match.end("adjective") if goes and not match["close"] else match.end("noun")


def _moved(document: Document, match: regex.Match[str], article: str, end: int) -> Iterator[Finding]:
    if match["det"][0].isupper():
        article = article[0].upper() + article[1:]
    noun = document.text[match.start("noun") : end]
    stop = max(end, match.end("close"))
    lead = article + ("" if article.endswith("'") else " ") + noun + " "
    edits = (Edit(Span(*match.span("det")), lead), Edit(Span(match.end("piece"), stop), ""))
    if all(map(document.editable, edits)):
        message = f"in French “{noun}” stands before its name"
        yield Finding(Span(match.start(), stop), message, edits, trust=Trust.SUGGEST, confidence=0.85)
