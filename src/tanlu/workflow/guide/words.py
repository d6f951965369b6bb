"""What the guided job says, in both languages."""

from tanlu.types import Text

TITLES = {
    "boundary": Text("Draw the boundary", "确定核算边界"),
    "streams": Text("Identify the streams", "识别排放源"),
    "activity": Text("Collect activity data", "收集活动水平数据"),
    "factors": Text("Choose the factors", "选择和获取排放因子数据"),
    "computed": Text(
        "Compute combustion, process, purchased power and heat",
        "分别计算燃料燃烧、生产过程、净购入电力和热力排放",
    ),
    "summed": Text("Sum up", "汇总计算温室气体排放量"),
}
"""The six steps as figure 1 of the paper names them."""

_MEND = Text("The data have faults; mend them first.", "数据有错误，请先更正。")
SAYS = {
    "boundary": {
        "done": Text(
            "Card and boundary stand; {members} members.",
            "园区信息与边界已确定，共 {members} 个成员。",
        ),
        "open": Text(
            "The card or the members are not complete; {members} members.",
            "园区信息或成员尚不完整，现有 {members} 个成员。",
        ),
    },
    "streams": {
        "done": Text(
            "Every expected stream is on record ({recorded}) or decided away ({decided}).",
            "应有源流均有记录（{recorded} 项）或有理由排除（{decided} 项）。",
        ),
        "open": Text(
            "{asked} expected streams are neither on record nor decided;"
            " {recorded} are on record, {decided} decided.",
            "尚有 {asked} 项应有源流既无记录也无判断；有记录 {recorded} 项，已判断 {decided} 项。",
        ),
        "blocked": _MEND,
    },
    "activity": {
        "done": Text(
            "{records} records; every stream on record covers {year} whole.",
            "共 {records} 条记录，已有源流均覆盖 {year} 全年。",
        ),
        "open": Text(
            "{records} records of {year}; days are missing.",
            "{year} 年共 {records} 条记录，尚有缺失时段。",
        ),
        "blocked": _MEND,
    },
    "factors": {
        "done": Text(
            "{n} factors were found, each with document and step.",
            "已取得 {n} 个因子，均有文件与取用步骤。",
        ),
        "open": Text("Some records have no factor.", "部分记录尚无因子。"),
        "blocked": Text("There is no record that needs a factor yet.", "尚无需要因子的记录。"),
    },
    "computed": {
        "done": Text("Computed record by record.", "已逐条计算。"),
        "blocked": Text("Nothing to compute yet.", "尚无可计算的数据。"),
    },
    "summed": {
        "done": Text(
            "The total stands, and nothing expected is missing.", "合计完成，应有数据齐全。"
        ),
        "open": Text(
            "The total stands but is not ready for sign-off: something is missing (R1).",
            "已有合计，但应有数据尚缺，不可签署 (R1)。",
        ),
        "blocked": Text("Nothing to sum up yet.", "尚无可汇总的数据。"),
    },
}

CARD_TODO = Text("Fill in the park's card: {entry}.", "请填写园区信息：{entry}。")
BOUNDARY_TODO = Text(
    "List the members, or confirm with a reason that the park is accounted as one.",
    "请列出成员，或说明理由并确认园区作为整体核算。",
)
ANSWER_ASK = Text(
    "{stream} · {member}{assets}: {question} Enter it, or give a reason why it is not here.",
    "{stream} · {member}{assets}：{question}请填写，或说明理由并确认此处不存在。",
)
CONTRADICTED = Text(
    "{stream}: a decision says that it does not exist, records say that it does.",
    "{stream}：判断称不存在，但有相应记录。",
)
MEND_TODO = Text("Mend {n} faults of the data.", "请更正数据中的 {n} 处错误。")
FIRST_RECORD = Text(
    "Enter the first record of {year}, or fill in a template.",
    "请录入 {year} 年首条数据，或填写模板。",
)
GAP_TODO = Text(
    "{stream} · {member}: {days} days without a record, {worth} (an estimate, never booked).",
    "{stream} · {member}：缺 {days} 天记录，{worth}（仅为估计，不入账）。",
)
FACTOR_TODO = Text(
    "Give {n} factors in the table factors, or choose a method that has them.",
    "请在 factors 表补充 {n} 个因子，或选择含有这些因子的方法。",
)
SIGN_OFF = Text("Close what steps 2 and 3 list.", "请完成第 2、3 步所列事项。")
MORE = Text("… and {n} more.", "……另有 {n} 项。")
