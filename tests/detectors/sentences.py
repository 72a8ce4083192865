"""What a rule that only suggests does to a sentence."""

import fixer

MACHINE = "Le moteur de Visage câlin et les puces Trémie sont prêts.\n\n"
"""What makes the text behind it a machine's."""


def repaired(rule: str, text: str, format: str = "text") -> str:
    """The text with the suggestions of a rule, which does nothing without being asked."""
    assert fixer.fix(text, format, select=(rule,)).text == text, "never without asking"
    return fixer.fix(text, format, suggestions=True, select=(rule,)).text


def reported(rule: str, text: str, format: str = "text") -> list[str]:
    """What a rule finds in a text."""
    return [finding.text for finding in fixer.check(text, format, select=(rule,))]
