"""The command line: argv in, one call, an exit status out."""
# ruff: noqa: D301 - \b is how click is told to keep the lines of a paragraph

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import click

from carelint import __version__

#: Columns of a report that goes to no terminal.
_WIDTH = 88
_STATUS = """\b
Exit status: 0 nothing at or above --fail-on, 1 findings, 2 could not run
(or could not read one of the files; the others are checked all the same)."""


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="carelint")
def main() -> None:
    """The linter for mental-health marketing.

    It marks the sentences that a regulator would underline - unsupported claims,
    promises, figures without a source, citations without an entry, posts that
    no clinician reviewed - says why, and what to write instead.

    \b
    carelint check posts/                  check a folder
    carelint check post.md --format json   for programs
    carelint explain EFF001                why a rule is there, and how to mend it
    """


@main.command(epilog=_STATUS)
@click.argument("paths", nargs=-1, metavar="[PATH ... | -]")
@click.option(
    "--format", "format_", metavar="NAME", help="How to report: terminal (default), json."
)
@click.option("--output", type=click.Path(dir_okay=False), help="Write the report to a file.")
@click.option("--select", multiple=True, metavar="RULE", help="Only these codes, ids or families.")
@click.option(
    "--ignore", multiple=True, metavar="RULE", help="Leave these codes, ids or families out."
)
@click.option("--fail-on", metavar="LEVEL", help="error, warning (default), info or never.")
@click.option(
    "--config", type=click.Path(exists=True, dir_okay=False), help="Use this config only."
)
@click.option("--no-config", is_flag=True, help="Use no config file.")
@click.option("--no-cache", is_flag=True, help="Check every file anew (nothing is cached yet).")
@click.option("--stdin-filename", default="stdin.md", metavar="NAME",
              help="What to call standard input; its suffix tells the format.")  # fmt: skip
@click.option("--color/--no-color", default=None, help="Colour; by default on a terminal only.")
def check(
    paths: tuple[str, ...],
    format_: str | None,
    output: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    config: str | None,
    no_config: bool,
    no_cache: bool,
    stdin_filename: str,
    color: bool | None,
) -> None:
    """Check posts: files, folders (git-ignored files left out), or - for standard input.

    \b
    carelint check posts/ pages/about.html
    carelint check --select efficacy,promise draft.md
    cat draft.md | carelint check - --stdin-filename posts/draft.md
    """
    from carelint import reporters
    from carelint.run import Run

    options = {
        "select": _split(select), "ignore": _split(ignore), "fail-on": fail_on, "format": format_,
    }  # fmt: skip
    run = Run(options, Path(config) if config else None, use_config=not no_config)
    with _stopping_on_problems():
        report_format = run.base.config.format
        run.check_paths(paths or (".",), stdin_filename)
    colored = _colored(color) and output is None
    # A file has no terminal: it is the same wherever it is made.
    width = _WIDTH if output else shutil.get_terminal_size((_WIDTH, 24)).columns
    text = reporters.reporter(report_format)(run.report, color=colored, width=width)
    if output:
        _write(Path(output), text)
    else:
        click.echo(text, nl=False, color=colored)
    sys.exit(2 if run.report.errors else 1 if run.failed else 0)


@main.command()
@click.argument("name", metavar="RULE")
def explain(name: str) -> None:
    """Why a rule is there, what it rests on, and examples.

    RULE is a code (EFF001), an id (efficacy-cure-claim) or a family (efficacy).
    Rules that the config of the working folder adds are known too.

    \b
    carelint explain EFF001
    carelint explain efficacy
    """
    from carelint.explain import explain as explained

    with _stopping_on_problems():
        click.echo(explained(name, _house_rules()), nl=False)


@main.command()
@click.argument("place", metavar="FILE:LINE")
@click.option("--rule", "names", multiple=True, metavar="RULE",
              help="Only these codes, ids or families, told in full.")  # fmt: skip
def trace(place: str, names: tuple[str, ...]) -> None:
    """What each rule saw in a line, and which part of it did not match.

    \b
    carelint trace posts/draft.md:12
    carelint trace posts/draft.md:12 --rule EFF003
    """
    from carelint.trace import trace_line

    path, _, line = place.rpartition(":")
    if not path or not line.isdecimal():
        raise click.UsageError(f"`{place}` is no FILE:LINE, as in posts/draft.md:12")
    with _stopping_on_problems():
        told = trace_line(path, int(line), _split(names) or ())
    click.echo("\n".join(told) if told else f"No sentence stands on line {line} of {path}.")


@main.group(invoke_without_command=True)
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text",
    help="A line for each rule (text), or everything about them (json).",
)  # fmt: skip
@click.pass_context
def rules(context: click.Context, format_: str) -> None:
    """List the rules; `rules test` runs their examples.

    \b
    carelint rules                  a line for each rule
    carelint rules --format json    for programs
    carelint rules test             do all rules what their examples say?
    """
    from carelint.explain import listed

    if context.invoked_subcommand is None:
        with _stopping_on_problems():
            click.echo(listed(format_, _house_rules()), nl=False)


@rules.command("test")
@click.argument("files", nargs=-1, type=click.Path(exists=True), metavar="[FILE ...]")
def rules_test(files: tuple[str, ...]) -> None:
    """Run the examples of rules: all, or those of the files given.

    Exit status 1 where an example does not do what it should.

    \b
    carelint rules test
    carelint rules test house/wording/no-miracles.yaml
    """
    from carelint.rule_examples import failures

    with _stopping_on_problems():
        failed = list(failures([Path(file) for file in files], _house_rules(*files)))
    for line in failed:
        click.echo(line)
    some = "1 example does" if len(failed) == 1 else f"{len(failed)} examples do"
    click.echo(f"{some} not do what it should." if failed else "All examples do what they should.")
    sys.exit(1 if failed else 0)


def _house_rules(*files: str) -> list[Path]:
    """The rule folders of the configs nearest to the working folder and to some files."""
    from carelint import config

    found = {config.find(Path(path)) for path in (".", *files)}
    folders = [f for path in sorted(filter(None, found)) for f in config.rule_folders(path)]
    return [Path(config.shown(folder)) for folder in dict.fromkeys(folders)]


def _split(values: tuple[str, ...]) -> list[str] | None:
    """The names of a repeated, comma-separated option; None where it is not given."""
    names = [name.strip() for value in values for name in value.split(",") if name.strip()]
    return names or None


def _colored(asked: bool | None) -> bool:
    if asked is not None:
        return asked
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _write(path: Path, text: str) -> None:
    """Write a whole report or none: a broken run leaves the old file as it was."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_text(text, "utf-8", newline="\n")
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        click.echo(f"carelint: {path}: cannot be written: {error.strerror}", err=True)
        sys.exit(2)


class _stopping_on_problems:  # noqa: N801 - reads as a statement
    """Rules or settings that cannot be used end the run: all faults, then status 2."""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        from carelint.annotators.parser import ModelMissing
        from carelint.config import ConfigError
        from carelint.document import ReadError
        from carelint.names import UnknownRule
        from carelint.ruleset import RuleErrors

        known = ConfigError | RuleErrors | ModelMissing | UnknownRule | ReadError
        if isinstance(error, known):
            for line in str(error).splitlines():
                click.echo(f"carelint: {line}", err=True)
            sys.exit(2)


if __name__ == "__main__":
    main()
