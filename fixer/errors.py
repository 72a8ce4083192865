"""Errors for people, and the one place where exit statuses are written down.

Every error says what is wrong, where, and what to do; the command line prints the message and ends with `exit_code`.
"""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit statuses of the command line; with several files the worst counts."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    FILE = 3


class FixerError(Exception):
    """Something a person can put right."""

    exit_code: Exit = Exit.USAGE


class UsageError(FixerError):
    """A wrong option, an unknown rule, a configuration that cannot be used."""


class GlossaryError(FixerError):
    """A glossary that cannot be read; the message quotes file, line and the offending text."""


class FileError(FixerError):
    """A file that cannot be read, decoded or safely written."""

    exit_code = Exit.FILE


class ProtectedError(FixerError):
    """An edit inside protected text: a defect of a detector, never of the document."""

    exit_code = Exit.FILE


class UnstableError(FixerError):
    """The passes do not settle; the message names the rules that undo each other. The file is left alone."""

    exit_code = Exit.FILE
