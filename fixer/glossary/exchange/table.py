"""Tables: CSV and TSV with a header row, DeepL's two columns, OmegaT's `glossary.txt`.

CSV and TSV hold one row a wrong form: `id,term,kind,gender,plural,zh,en,wrong,trust,case,near,not_near`; several values
in a cell are separated by `|`. A table without a header is read as source and right form (two columns).
"""

from __future__ import annotations

import csv
import io
from typing import Any

from fixer.errors import GlossaryError
from fixer.glossary.load import decode, slug
from fixer.glossary.model import GENDERS, TRUSTS, Case, Entry, Kind, Wrong

COLUMNS = "id term kind type gender plural pos zh en allowed wrong trust case near not_near".split()
_DEEPL_BYTES = 1024


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def read(data: bytes, file: str, format: str) -> list[Entry]:
    text = decode(data, file)
    if format == "omegat":
        return _omegat(text, file)
    rows = list(csv.reader(io.StringIO(text), delimiter="\t" if format == "tsv" else ","))
    if not rows:
        return []
    header = [cell.strip().lower() for cell in rows[0]]
    if "term" not in header:
        return _pairs(rows, file)
    entries: dict[str, Entry] = {}
    for number, row in enumerate(rows[1:], 2):
        if any(cell.strip() for cell in row):
            _add_row(entries, dict(zip(header, row, strict=False)), f"{file}:{number}")
    return list(entries.values())


def _add_row(entries: dict[str, Entry], cells: dict[str, str], origin: str) -> None:
    term = cells.get("term", "").strip()
    if not term:
        raise GlossaryError(f"{origin}: the column 'term' is empty")
    id = cells.get("id", "").strip() or slug(term)
    fields: dict[str, Any] = {"origin": origin, "term": term}
    if kind := cells.get("kind", "").strip():
        if kind not in list(Kind):
            raise GlossaryError(f"{origin}: kind must be one of {', '.join(Kind)}, not '{kind}'")
        fields["kind"] = Kind(kind)
    if gender := cells.get("gender", "").strip():
        if gender not in GENDERS:
            raise GlossaryError(f"{origin}: gender must be m or f, not '{gender}'")
        fields["gender"] = gender
    for name in ("type", "plural", "pos"):
        if value := cells.get(name, "").strip():
            fields[name] = value
    for name in ("zh", "en", "allowed"):
        if value := cells.get(name, "").strip():
            fields[name] = _split(value)
    if form := cells.get("wrong", "").strip():
        fields["wrong"] = (_wrong(form, cells, origin),)
    known = entries.get(id)
    entries[id] = known.overridden(fields) if known else Entry(id=id, **fields)


def _wrong(form: str, cells: dict[str, str], origin: str) -> Wrong:
    trust = cells.get("trust", "").strip() or "suggest"
    case = cells.get("case", "").strip() or "smart"
    if trust not in TRUSTS or case not in list(Case):
        raise GlossaryError(f"{origin}: no such trust or case: '{trust}', '{case}'")
    near, not_near = _split(cells.get("near", "")), _split(cells.get("not_near", ""))
    return Wrong(form, trust, Case(case), near, not_near)


def _pairs(rows: list[list[str]], file: str) -> list[Entry]:
    """Two columns without a header: a wrong form and its right one, or a Chinese term and the French one."""
    entries: dict[str, Entry] = {}
    for number, row in enumerate(rows, 1):
        if len(row) < 2 or not row[0].strip() or not row[1].strip():
            raise GlossaryError(f"{file}:{number}: two columns are needed: {row}")
        source, term = row[0].strip(), row[1].strip()
        fields: dict[str, Any] = {"term": term, "origin": f"{file}:{number}"}
        fields |= {"zh": (source,)} if _chinese(source) else {"wrong": (Wrong(source),)}
        known = entries.get(slug(term))
        entries[slug(term)] = known.overridden(fields) if known else Entry(id=slug(term), **fields)
    return list(entries.values())


def _chinese(text: str) -> bool:
    return any("\u3400" <= c <= "\u9fff" for c in text)


def _omegat(text: str, file: str) -> list[Entry]:
    """`source TAB target TAB comment`; lines that begin with # are comments."""
    rows = [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")]
    entries: dict[str, Entry] = {}
    for number, row in enumerate(rows, 1):
        if len(row) < 2:
            raise GlossaryError(f"{file}:{number}: OmegaT's glossaries separate source and target by a tab: {row[0]}")
        source, term = row[0].strip(), row[1].strip()
        fields: dict[str, Any] = {"term": term, "origin": f"{file}:{number}"}
        fields["zh" if _chinese(source) else "en"] = (source,)
        known = entries.get(slug(term))
        entries[slug(term)] = known.overridden(fields) if known else Entry(id=slug(term), **fields)
    return list(entries.values())


def write(entries: list[Entry], format: str) -> str:
    if format == "omegat":
        return "".join(f"{source}\t{e.term}\t{e.domain or ''}\n" for e in entries for source in (*e.zh, *e.en))
    if format == "deepl":
        return _deepl(entries)
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t" if format == "tsv" else ",", lineterminator="\n")
    writer.writerow(COLUMNS)
    for entry in entries:
        for wrong in entry.wrong or (None,):
            writer.writerow(_row(entry, wrong))
    return out.getvalue()


def _row(entry: Entry, wrong: Wrong | None) -> list[str]:
    lists = ["|".join(values) for values in (entry.zh, entry.en, entry.allowed)]
    head = [entry.id, entry.term, str(entry.kind), entry.type or "", entry.gender or "", entry.plural or "", entry.pos]
    if wrong is None:
        return [*head, *lists, "", "", "", "", ""]
    return [*head, *lists, wrong.form, wrong.trust, str(wrong.case), "|".join(wrong.near), "|".join(wrong.not_near)]


def _deepl(entries: list[Entry]) -> str:
    """Chinese to French, tab-separated. DeepL refuses duplicates, long phrases and outer spaces."""
    seen: dict[str, str] = {}
    for entry in entries:
        for source in entry.zh:
            for phrase in (source, entry.term):
                if len(phrase.encode()) > _DEEPL_BYTES:
                    raise GlossaryError(
                        f"{entry.origin}: DeepL takes at most {_DEEPL_BYTES} bytes a phrase: {phrase[:40]}…"
                    )
            if entry.term:
                seen.setdefault(source, entry.term)
    return "".join(f"{source}\t{term}\n" for source, term in seen.items())
