"""The maker's name, read from an icon, glued to the name of a model: `Anthropicclaude-sonnet-4-5`, `Azurephi-4`.

Leaderboards and price tables show a picture before each model; its text is the maker's name. The shape decides: a name
with a capital that the lexicon knows, then an identifier in lower case with a hyphen and a version.
"""

from __future__ import annotations

import re

from fixer.french.lexicon import Lexicon
from fixer.french.segmentation.boundaries import Sort
from fixer.french.segmentation.evidence import NAMES, Evidence
from fixer.french.segmentation.lattice import Path
from fixer.french.segmentation.units import Kind, Unit

_SHORTEST = 3

#: Who makes models: after these any identifier with a version is one.
MAKERS = frozenset(
    """AI21 Alibaba Allen Amazon Anthropic Apple Azure Baichuan Baidu ByteDance Bytedance Cohere Databricks DeepSeek
    EleutherAI Google HuggingFace Huawei IBM InternLM LMSYS Meituan Meta Microsoft MiniMax Minimax Mistral MistralAI
    Moonshot MoonshotAI MosaicML NexusFlow Nous NousResearch Nvidia NVIDIA OpenAI OpenAssistant OpenChat Perplexity
    PrimeIntellect Princeton Qwen Reka RWKV Salesforce Snowflake Stability StabilityAI Stanford StepFun Stepfun TII
    Tencent THUDM Together TogetherAI Upstage xAI Xiaomi Yi Zhipu ZhipuAI""".split()
)

EVIDENCE = Evidence(Sort.VENDOR, (0.0,) * len(NAMES))


def cut(text: str, lexicon: Lexicon) -> Path | None:
    """The path that parts the maker from the model; None if the token is not of that shape."""
    head, hyphen, tail = text.partition("-")
    if not hyphen or head.islower() or not head.isascii() or lexicon.known(head) or not head.replace("_", "").isalnum():
        return None
    best = max(
        (at for at in range(_SHORTEST, len(head) - 1) if _parts(head, at, tail, lexicon)),
        key=lambda at: _weight(head, at, lexicon),
        default=None,
    )
    if best is None:
        return None
    units = (Unit(0, best, Kind.NAME, head[:best], 0.0), Unit(best, len(text), Kind.IDENTIFIER, "", 0.0))
    return Path(units, (best,), 0.0)


def _parts(head: str, at: int, tail: str, lexicon: Lexicon) -> bool:
    """True if the first part is a maker and the second begins like the name of a model, with a version after it."""
    maker, model = head[:at], head[at:]
    if not model[0].islower():
        return False
    if maker.lower() == model:
        return True
    if not any(c.isdecimal() for c in model + tail):
        return False
    if _is_name(model, lexicon):
        return maker in MAKERS or lexicon.name(maker)
    return maker in MAKERS and not lexicon.french(_letters(model))  # `Metavers-2`


def _letters(model: str) -> str:
    return re.split(r"[\d_]", model)[0]


def _is_name(model: str, lexicon: Lexicon) -> bool:
    letters = _letters(model)
    return lexicon.name(letters) or lexicon.name(letters.capitalize()) or lexicon.name(letters.upper())


def _weight(head: str, at: int, lexicon: Lexicon) -> tuple[bool, bool, bool, int]:
    maker, model = head[:at], head[at:]
    return maker.lower() == model, _is_name(model, lexicon), maker in MAKERS, at
