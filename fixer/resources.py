"""What detectors know beyond the document: the language and the glossary, each loaded when it is first asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING

from fixer.options import Options

if TYPE_CHECKING:
    from fixer.french.language_model import LanguageModel
    from fixer.french.lexicon import Lexicon
    from fixer.glossary import Glossary


@dataclass(frozen=True)
class Resources:
    options: Options = field(default_factory=Options)

    @cached_property
    def lexicon(self) -> Lexicon:
        from fixer.french.lexicon import lexicon

        return lexicon()

    @cached_property
    def language_model(self) -> LanguageModel:
        from fixer.french.language_model import language_model

        return language_model()

    @cached_property
    def glossary(self) -> Glossary:
        from fixer.glossary import load_glossaries

        return load_glossaries(self.options.glossary, default=not self.options.no_default_glossaries)


@cache
def resources_for(options: Options) -> Resources:
    """The resources of these options, loaded once a process."""
    return Resources(options)
