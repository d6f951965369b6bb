"""Which method may be used, for the API: the answer in one line, then each with its reason."""

from typing import Any

from tanlu.types import Text
from tanlu.workflow.views.figure import View, text

_SOME = Text("{n} of {all} methods may be used: {names}.", "{all} 种方法中 {n} 种可用：{names}。")
_NONE = Text("None of these methods may be used on the data.", "现有数据不适用任何方法。")
_PAGES = {
    "lmdi": "change", "lmdi_2": "change", "shapley": "change", "tapio": "decoupling",
    "ols": "regression", "ridge": "regression",
}  # fmt: skip


def which_view(record: dict[str, Any]) -> View:
    """The API's record `MethodAdvice` of what `advice_record` says."""
    usable = [row for row in record["methods"] if row["answer"] != "no"]
    names = Text(*(sep.join(row["label"][lang] for row in usable)
                   for lang, sep in (("en", ", "), ("zh", "、"))))  # fmt: skip
    found = _SOME.fill(n=len(usable), all=len(record["methods"]), names=names)
    return {
        "data": record["data"],
        "methods": [{**row, "page": _PAGES.get(row["method"])} for row in record["methods"]],
        "finding": text(found if usable else _NONE),
    }
