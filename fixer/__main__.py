"""`python -m fixer` is `fixer`."""

from fixer.cli import main

if __name__ == "__main__":
    main()
