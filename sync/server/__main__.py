"""``kaikukanta-server``, also ``python -m sync.server``."""

from functools import partial

from sync.server.commands import cli

main = partial(cli.main, prog_name="kaikukanta-server")
"""Run the command that the arguments name, and end with its exit status."""

if __name__ == "__main__":
    main()
