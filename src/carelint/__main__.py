"""`python -m carelint`."""

from carelint.cli import main

main()
