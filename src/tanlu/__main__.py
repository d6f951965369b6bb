"""`python -m tanlu`: the same as the command `tanlu`."""

from tanlu.cli import main

if __name__ == "__main__":
    main()
