"""Shapes that look like joins and often are none: what is never cut, and what is at most suggested.

The forest judges by numbers; these are the classes of words that made it wrong on human prose, each with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from fixer.french.language_model import LanguageModel
from fixer.french.lexicon import Lexicon
from fixer.french.segmentation.evidence import FUNCTION, PREFIXES
from fixer.french.segmentation.lattice import Path
from fixer.french.segmentation.units import WORDS, Kind, Unit
from fixer.lazy import simple_pattern

#: The confidence of what is at most suggested, of what is not worth a question, and of what is refused.
DOUBTFUL, UNLIKELY, NEVER = 0.65, 0.5, 0.0

#: `fichier.exe`, `test-sortie.txt`, `example.com`: an extension or a domain, not the next sentence.
EXTENSIONS = frozenset(
    """ai app bat bin bz2 cc cfg cloud co com conf cpp cs css csv dat db dev dll doc docx env eu exe fr gif git gov
    go gz htm html ico ini io ipynb jar java jpeg jpg js json jsx key lock log md mjs mp3 mp4 net numpy org parquet pdf
    php     pkl png ppt pptx ps1 py pyc pyd pyw rb rs rst sh so sql sqlite svg
    tar tex tgz toml ts tsv tsx txt vue wav webp
    whl xls xlsx xml yaml yml zip""".split()
)
#: Prefixes that make new words every day: surapprentissage, désenregistrer, sous-ensemble without its hyphen.
_PRODUCTIVE = frozenset(
    """anti auto co contre cyber dé dés ex extra hétéro homo hyper infra inter intra macro méga méta micro mini mono
    multi néo non para poly post pré pro proto pseudo quasi ré re rétro semi sous super supra sur télé trans ultra
    uni""".split()
)
#: Capitals that names of products end in.
_PRODUCT_ENDINGS = frozenset(["AI", "DB", "IA", "JS", "LM", "ML", "OS", "QL", "VL"])
#: What is left of words before an apostrophe.
_ELIDED = frozenset(["aujourd", "jusqu", "lorsqu", "presqu", "puisqu", "qu", "quelqu", "quoiqu"])
#: Little words that surnames end in: Nikolaou, Dupré on.
_NAME_ENDINGS = frozenset(["a", "an", "au", "en", "es", "est", "et", "on", "ou", "un", "y", "le", "la", "de", "des"])
#: Words that are another word behind the s of a plural: sont and ont, son and on.
_PLURAL_BEFORE = frozenset(["son", "sont"])
#: How many times as frequent in French a word must be to count as French alone.
_RATHER = 0.25
#: A word that common (per million) is meant rather than two; shorter tokens are near to everything.
_COMMON, _SHORTEST, _LONG = 20.0, 6, 4
_ALPHABET = "abcdefghijklmnopqrstuvwxyzàâçèéêëîïôùû"
#: Keys after which a sentence may begin.
_OPENING = frozenset([".", "-", '"', "(", ")", "0"])
_ELLIPSIS = simple_pattern(r"\W*(?:\.\.|…)")
#: English verbs and adjectives with a prefix that is a French word.
_UNDONE = simple_pattern(
    r"(?:un|de|en)\w{2,}(?:i[sz]e|ify|ate|ed|ing|able|pack|link|set|mount|hook|load|lock|bind|wrap|quote|escape|"
    r"register|subscribe|code|force|queue)[sdr]?"
)
_EDGES = "\"'«»“”‘’()[].,;:!?… "
_LIST = simple_pattern(r"\.\.\.,|,\.\.|,…")
_ARGUMENTS = simple_pattern(r"\W*[\w.]+\([^()]*,\W*")
_WORD_AT_END = simple_pattern(r"[^\W\d_]+$")
_WORD_AT_START = simple_pattern(r"[^\W\d_]+")
#: A verb and its pronoun: `HTTP/3|est-il`.
_INVERTED = simple_pattern(r"[^\W\d_]+-(?:t-)?(?:il|elle|on|ils|elles|ce|je|tu|nous|vous)\W*$")
_SEPARATED = simple_pattern(r"[-/_]")
_PATH = simple_pattern(r"(?:[/_]|(?<!-)-(?!-)).*(?:[/_]|(?<!-)-(?!-))")


def ceiling(text: str, path: Path, before: str, lexicon: Lexicon, model: LanguageModel) -> float:
    """The highest confidence that the split may have; `before` is the key of the word before it."""
    if _lost_accent(text, path, lexicon):
        return NEVER
    if _misspelled(text, path, lexicon, model) or _single_name(text, path, before, lexicon, model):
        return DOUBTFUL
    if _ELLIPSIS.match(text) or _LIST.search(text):
        return NEVER
    lowest = DOUBTFUL if _PATH.search(text) and _in_path(text, path, lexicon) else 1.0
    for left, mark, right in _cuts(path):
        a, b = text[left.start : left.end], text[right.start : right.end]
        if mark is not None:
            lowest = min(lowest, _after_mark(text, a, text[mark.start], b, left, lexicon))
        elif right.kind is not Kind.OPEN:
            lowest = min(lowest, _words(text, left, right, lexicon))
        elif text[right.end : right.end + 1].isdecimal():
            lowest = DOUBTFUL  # Beta(2,5), Répondre(34): arguments, or a count of the page's own
        elif _ARGUMENTS.fullmatch(text) and not sure_french(a, lexicon):
            lowest = DOUBTFUL  # Tuple(slices,
    return lowest


def _cuts(path: Path) -> Iterator[tuple[Unit, Unit | None, Unit]]:
    """Each cut: the word before it, the mark between if there is one, and the unit after it."""
    for at in range(1, len(path.units)):
        right = path.units[at]
        if right.start not in path.cuts:
            continue
        mark = path.units[at - 1] if path.units[at - 1].kind is Kind.CLOSE else None
        left = next((unit for unit in reversed(path.units[:at]) if unit.kind in WORDS), path.units[at - 1])
        if right.kind is Kind.ELISION and at + 1 < len(path.units):
            continue
        yield left, mark, right


def _two_words(text: str, path: Path) -> tuple[str, str] | None:
    """The two words of a token that is two words and, at its edges, marks."""
    words = [unit for unit in path.units if unit.kind is not Kind.CLOSE and unit.kind is not Kind.OPEN]
    if len(words) != 2 or len(path.cuts) != 1 or words[0].end != words[1].start:
        return None
    a, b = (text[unit.start : unit.end] for unit in words)
    return (a, b) if a.isalpha() and b.isalpha() else None


def _misspelled(text: str, path: Path, lexicon: Lexicon, model: LanguageModel) -> bool:
    """`auxquel`: a letter from a word everybody writes, split into two that nobody writes side by side."""
    pair = _two_words(text, path)
    if pair is None or min(map(len, pair)) < 2 or not pair[1].islower() or model.seen(*pair):
        return False
    if pair[1] in FUNCTION and len(pair[0]) >= _LONG:
        return False  # tonneset: near to half of the verbs
    word = (pair[0] + pair[1]).lower()
    return len(word) >= _SHORTEST and any(
        near not in pair and lexicon.french(near) and lexicon.frequency(near) >= _COMMON for near in _one_edit(word)
    )


def _one_edit(word: str) -> Iterator[str]:
    """What a slip of the keyboard makes of a word: a letter lost, doubled, swapped or wrong."""
    for i in range(len(word)):
        yield word[:i] + word[i + 1 :]
        yield word[:i] + word[i + 1 : i + 2] + word[i] + word[i + 2 :]
        for letter in _ALPHABET:
            yield word[:i] + letter + word[i:]
            yield word[:i] + letter + word[i + 1 :]
    for letter in _ALPHABET:
        yield word + letter


def _lost_accent(text: str, path: Path, lexicon: Lexicon) -> bool:
    """`Deplacer`, `decoupe`, `au-dela`: a word without its accents, not two."""
    pair = _two_words(text, path)
    word = text.strip(_EDGES) if "-" in text else "" if pair is None else pair[0] + pair[1]
    return word.isascii() and (word.islower() or word.capitalize() == word) and bool(lexicon.accented(word))


def _single_name(text: str, path: Path, before: str, lexicon: Lexicon, model: LanguageModel) -> bool:
    """`Pokerlistings`: a capital, and a second word that is English as well, which nobody writes after the first;
    `Dupré`, `LeNet`: a little word with a capital inside of a sentence."""
    pair = _two_words(text, path)
    if pair is None or not pair[0][0].isupper() or pair[0].isupper():
        return False
    if _little(pair[0], lexicon) or pair[1] in FUNCTION:
        return before not in _OPENING and _little(pair[0], lexicon)
    return pair[1].islower() and lexicon.english(pair[1]) and not model.seen(*pair)


def _after_mark(text: str, before: str, mark: str, after: str, left: Unit, lexicon: Lexicon) -> float:
    if mark == "." and after.lower() in EXTENSIONS:
        return NEVER
    if mark == "." and before.isdigit() and after.islower() and not lexicon.frequency(after):
        return NEVER  # 1912212.eth
    if mark in ")]":
        inside = before.lower()
        if inside in PREFIXES or inside in _PRODUCTIVE or lexicon.french(before + after):
            return NEVER  # (dé)référencement, (Ge)Force
    if mark == "," and left.kind in (Kind.NUMBER, Kind.MODEL):
        return NEVER  # A1,A2 and 1,image
    return 1.0


def _words(text: str, left: Unit, right: Unit, lexicon: Lexicon) -> float:
    """Two words without a mark between them."""
    a, b = text[left.start : left.end], text[right.start : right.end]
    if a.lower() in _ELIDED:
        return NEVER  # jusquà lost an apostrophe
    if len(a) == 1 and a.isupper() and a != "À" and b[0].isupper():
        return NEVER  # JUnité: half of a name was translated
    if right.kind is Kind.NUMBER and lexicon.name(a) and a.istitle():
        return DOUBTFUL  # Windows8
    if {left.kind, right.kind} & {Kind.OPAQUE, Kind.HAN, Kind.DASH, Kind.NUMBER, Kind.MODEL}:
        return 1.0
    if a[-1].islower() and b[0].islower():
        return _lower(a, b, left, lexicon)
    if not (b[0].isupper() and a[-1:].isalpha()) or a.isupper() or _little(b, lexicon):
        return 1.0
    if a[0].islower():
        sure = sure_french(a, lexicon) or sure_french(b, lexicon) or not lexicon.english(a) or not lexicon.english(b)
        verb = lexicon.english(a) and not sure_french(a, lexicon) and (lexicon.english(b) or not lexicon.french(b))
        return 1.0 if sure and a != "on" and not verb else DOUBTFUL  # onMounted, addViolation
    if _little(a, lexicon) or text[left.start - 1 : left.start] in ("'", "’"):
        return 1.0
    if b in _PRODUCT_ENDINGS or (b.isupper() and "inf" in lexicon.tags(a)):
        return DOUBTFUL  # OuvrirAI, OuvrirSSL: a translated name
    tags = lexicon.tags(b)
    if "prep" in tags or (tags and not tags & {"nom", "adj", "npr", "patr"}):
        return 1.0  # DonnéesDepuis, InstallationVoir: a sentence begins
    if (right.kind is Kind.NAME or lexicon.name(b)) and lexicon.tags(a) & {"inf", "impe"}:
        return 1.0  # VérifierPinecone
    return DOUBTFUL  # NeuralProphète, AdresseIp: two capitals are how identifiers and brands are written


def _little(word: str, lexicon: Lexicon) -> bool:
    return word.lower() in FUNCTION and lexicon.french(word)


def _lower(a: str, b: str, left: Unit, lexicon: Lexicon) -> float:
    """Two words in lower case."""
    if a.lower() in _PRODUCTIVE and b not in FUNCTION:
        return UNLIKELY
    loan = a[0].islower() or lexicon.french(a.lower())  # Chips|et, not Keys|et
    if loan and lexicon.frequency(a.lower()) < _USUAL and _english_compound((a + b).lower(), lexicon):
        return NEVER
    if lexicon.known((a + b).capitalize()):
        return DOUBTFUL  # les fils dupont
    if not sure_french(b, lexicon) and (not sure_french(a, lexicon) or _UNDONE.fullmatch(a + b)):
        return DOUBTFUL  # unserialize, timeslices, onfocus: English makes such words
    if b in _PLURAL_BEFORE and not a.endswith("s") and lexicon.french(a + "s"):
        return DOUBTFUL  # ministèresont: ministères ont as well
    proper = a[0].isupper() and left.kind is Kind.ENGLISH and not lexicon.english(a.lower()) and not lexicon.name(a)
    return DOUBTFUL if proper and b in _NAME_ENDINGS else 1.0


#: How often (per million) technical French has a word that is rather itself than half of an English one.
_USUAL = 10.0
_COMPOUNDS = ("board", "code", "get", "let", "net", "set", "sets", "ware")


def _english_compound(word: str, lexicon: Lexicon) -> bool:
    """`chipset`, `patchset`: English puts words together, and the second may end as a French word does."""
    return any(word.endswith(last) and lexicon.english(word.removesuffix(last)) for last in _COMPOUNDS)


def sure_french(word: str, lexicon: Lexicon) -> bool:
    """French, and not rather English, by how often technical prose of either language has it."""
    if not lexicon.french(word):
        return False
    if word.lower() in FUNCTION or not lexicon.english(word.lower()):
        return True
    return lexicon.frequency(word) > _RATHER * lexicon.english_frequency(word.lower())


def _in_path(text: str, path: Path, lexicon: Lexicon) -> bool:
    """True if the cut may be inside of a path or of a package's name, not beside it: `avec|git-filter-repo`,
    `l'opération|all-to-all`, `CVE-2025-41902|Une` are beside."""
    if not any(unit.kind in WORDS and unit.kind is not Kind.FRENCH for unit in path.units):
        return False
    cut = path.cuts[0]
    if len(path.cuts) != 1:
        return True
    left = _WORD_AT_END.search(text, 0, cut)
    right = _WORD_AT_START.match(text, cut)
    before, after = text[:cut], text[cut:]
    if left is not None and not _SEPARATED.search(before) and sure_french(left.group(), lexicon):
        return False
    return not (
        right is not None
        and (_INVERTED.match(after) or not _SEPARATED.search(after))
        and _begins_or_goes_on(text, cut, right.group(), lexicon)
    )


def _begins_or_goes_on(text: str, cut: int, word: str, lexicon: Lexicon) -> bool:
    """True for a French word right after a number or a capital, and for one with a capital."""
    firm = text[cut - 1].isdecimal() or text[cut - 1].isupper() or word[0].isupper()
    return firm and (_little(word, lexicon) or (len(word) > 2 and sure_french(word, lexicon)))
