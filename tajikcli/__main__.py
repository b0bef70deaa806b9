"""`python -m tajikcli` is `tajik`."""

from tajikcli.cli import main

if __name__ == "__main__":
    main()
