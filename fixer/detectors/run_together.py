"""Words run together: `froiderépondre`, `dePréserver`, `l'IALe`, `surPinecone`, ``le`x`de``.

*What.* A blank got lost between two words, most often beside a link, an inline tag, a name, an acronym, a number or a
heading. The blank is put back, and with it the colon that a label of a list lost.

*How.* A noisy channel: the likelihood of one word that nobody has seen (a letter model), of a name or an identifier,
against the likelihood of these words in this order between these neighbours, with the spaces between them lost. What
the two readings look like gives the confidence; see `fixer/french/segmentation` and `docs/run-together.md`.

*When not.* What a lexicon, the glossary or the document itself knows as one word, code and its marks, paths, domains,
file names, abbreviations, inclusive writing, plurals in brackets.

*Trust.* Measured on human French: above the upper threshold less than one wrong edit in 20,000 words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from fixer.detectors._separators import Separators
from fixer.detectors._tokens import EDGES, Lines, Token, neighbours, suspects, visible
from fixer.document import HOLE, Document
from fixer.finding import Finding, Stage, Trust, rule
from fixer.french.letters import letter_model
from fixer.french.segmentation.caution import DOUBTFUL
from fixer.french.segmentation.confidence import APPLY, SUGGEST
from fixer.french.segmentation.splitter import DOCUMENT_NAME, Candidate, Splitter, document_names
from fixer.french.segmentation.visible import Visible
from fixer.glossary import Glossary, Kind
from fixer.glossary.backtranslate import names as names_in
from fixer.lazy import pattern
from fixer.resources import Resources
from fixer.taxonomy import Category
from fixer.text import Edit, Span, apply


@rule("run-together", Category.RUN_TOGETHER, Stage.SPLIT, "words that lost the space between them")
def run_together(document: Document, resources: Resources) -> Iterator[Finding]:
    found = suspects(document, resources.lexicon)
    if not found:
        return
    counts = Counter(token.core for token in found)
    knowledge = resources.lexicon, resources.language_model, letter_model()
    glossary = resources.glossary
    names = document_names(counts, *knowledge) | dict.fromkeys(glossary.listed, DOCUMENT_NAME)
    splitter = Splitter(*knowledge, names)
    lines, separators = Lines(document.prose), Separators(document)
    joined_line = -1
    numbered = _numbered(counts)
    for token in found:
        if token.core in numbered:
            continue
        before, after = neighbours(document.prose, token)
        for seen in visible(document, token, lines):
            candidate = splitter.judge(seen.text, before, after, counts[token.core], 0, seen.soft)
            if candidate is None or candidate.confidence < SUGGEST or _is_translated_name(seen.text, glossary):
                continue
            if _LABEL.fullmatch(token.text):
                candidate = replace(candidate, confidence=min(candidate.confidence, DOUBTFUL))
            finding = _finding(document, token, seen, candidate, separators, token.line.start != joined_line)
            if finding is not None:
                joined_line = token.line.start
                yield finding


_LABEL = pattern(
    rf"\W*(?:\[[^\[\]]+\]{HOLE}|(?P<mark>\*\*?|{HOLE})\p{{Lu}}[\p{{L}}\d]*[.!?:]?(?P=mark))[^\p{{L}}\p{{N}}]*"
)
"""One word that is the whole text of a link (`[undollar](…)`) or of an emphasis: as likely a name as two words."""

_NUMBERED = pattern(r"([\p{L}_-]{2,})(\d{1,2})")


def _numbered(tokens: Iterable[str]) -> frozenset[str]:
    """The tokens that the document counts: `paquet1` beside `paquet2`. They are placeholders, not joins."""
    families: dict[str, set[str]] = {}
    for token in tokens:
        if counted := _NUMBERED.fullmatch(token):
            families.setdefault(counted[1], set()).add(token)
    return frozenset().union(*(family for family in families.values() if len(family) > 1))


def _is_translated_name(token: str, glossary: Glossary) -> bool:
    """True for a name in one word of which halves were translated: `CercleCI`, `AdresseSanitizer`; see `entity`."""
    core = token.strip(EDGES)
    whole = Span(0, len(core))
    wrong = (hit for hit in glossary.matches(core) if hit.wrong is not None and hit.entry.kind is Kind.ENTITY)
    found = (rendering for rendering in names_in(core, glossary) if rendering.span == whole)
    return any(hit.span == whole for hit in wrong) or any(
        not core.startswith(concept.term) for rendering in found for concept in rendering.concepts
    )


def _finding(
    document: Document, token: Token, seen: Visible, candidate: Candidate, separators: Separators, first: bool
) -> Finding | None:
    """The finding for a candidate; None if a repair would touch what is protected."""
    edits, others = [], []
    for number, cut in enumerate(candidate.path.cuts):
        right = next(seen.text[u.start : u.end] for u in candidate.path.units if u.start == cut)
        chosen, more = separators.choose(seen.places[cut], token.line, right, first and number == 0)
        edits.append(Edit.insert(seen.places[cut], chosen))
        others.append(more)
    if not all(document.editable(edit) for edit in edits) or any(_is_behind_mark(document, edit) for edit in edits):
        return None
    parts = _parts(seen.text, candidate)
    return Finding(
        token.span,
        f"words run together: “{'” + “'.join(parts)}”",
        tuple(edits),
        tuple(_alternatives(document, token.span, edits, others)),
        Trust.APPLY if candidate.confidence >= APPLY else Trust.SUGGEST,
        candidate.confidence,
    )


def _is_behind_mark(document: Document, edit: Edit) -> bool:
    """True behind a mark that belongs to the word after it: `[!IMPORTANT]`, `<br>_Affiché en octets_`."""
    text, at = document.text, edit.span.start
    return text.endswith("[!", 0, at) or (text.endswith("_", 0, at) and not text[at - 2 : at - 1].isalnum())


def _parts(text: str, candidate: Candidate) -> list[str]:
    cuts = [0, *candidate.path.cuts, len(text)]
    return [text[a:b] for a, b in pairwise(cuts)]


def _alternatives(document: Document, span: Span, edits: list[Edit], others: list[tuple[str, ...]]) -> Iterator[str]:
    """The texts of the span with another separator at one of the joins."""
    for number, more in enumerate(others):
        for separator in more:
            changed = [*edits]
            changed[number] = Edit(edits[number].span, separator)
            yield apply(span.of(document.text), [edit.shift(-span.start) for edit in changed])
