"""Finishes the manual page that the plugin wrote: standard input to standard output."""

import re
import sys

SECTIONS = """\
.Sh EXIT STATUS
.Bl -tag -width 6n
.It 0
Answered, or done.
.It 1
weir itself failed.
.It 2
Wrong usage, or a mistake in the configuration file.
.It 3
The endpoint failed, or the answer is incomplete.
.It 4
A time limit passed.
.It 130
Cancelled; 143 by SIGTERM, 129 by SIGHUP.
.El
.Sh ENVIRONMENT
.Bl -tag -width 6n
.It Ev WEIR_CONFIG
The configuration file to read in place of the usual one.
.It Ev WEIR_PRESET
The preset to begin with.
.It Ev NO_COLOR
When set, no colours.
.It Ev VISUAL , EDITOR
The editor for the prompt.
.El
.Sh FILES
.Bl -tag -width 6n
.It Pa $XDG_CONFIG_HOME/weir/config.toml
Endpoints, presets, keys and the screen; weir never rewrites it.
.It Pa $XDG_CONFIG_HOME/weir/themes/
Themes of one's own.
.It Pa $XDG_STATE_HOME/weir/
Draft, prompt history, what the sidebar remembers, log.
.El
"""
VERSION = ".It Fl -version\nShow the version.\n"
HELP = ".It Fl h , -help\nShow help information.\n"


def finished(page: str) -> str:
    """Says what every command has in common once only, and adds what the plugin cannot know."""
    page = page.partition('.Sh "EXIT STATUS"')[0]
    common, rest = page[: page.index(HELP) + len(HELP)], page[page.index(HELP) + len(HELP) :]
    rest = rest.replace(VERSION, "").replace(HELP, "")
    rest = re.sub(r"\.It Em help\nShow subcommand help.*?\.El\n", "", rest, flags=re.DOTALL)
    # weir sessions without a subcommand, which the plugin does not know to be hidden.
    rest = re.sub(r"\.It Em all\n\.Bl.*?\n\.El\n", "", rest, flags=re.DOTALL)
    rest = re.sub(r"\.Bl -tag -width 6n\n\.El\n", "", rest)
    return common + rest.rstrip("\n") + "\n" + SECTIONS


sys.stdout.write(finished(sys.stdin.read()))
