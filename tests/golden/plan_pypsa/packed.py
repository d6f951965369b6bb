"""A folder of CSV files as one text, so that a network is one file of the repository."""

MARK = "=== "


def pack(folder):
    """All CSV files of a folder as one text."""
    files = sorted(folder.glob("*.csv"))
    return "".join(f"{MARK}{file.name}\n{file.read_text('utf-8')}" for file in files)


def unpack(text, folder):
    """The files of a packed text, written into a folder."""
    for part in text.split(MARK)[1:]:
        name, _, content = part.partition("\n")
        (folder / name).write_text(content, "utf-8")
    return folder
