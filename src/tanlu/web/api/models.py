"""What the API says: every answer as a typed record.

A number that a person may see is a `Figure`: value, unit and the key under
which its proof opens. Absent values are null, never zero.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Record(BaseModel):
    """Base of all answers: unknown fields are an error, on both sides."""

    model_config = ConfigDict(extra="forbid")


class Text(Record):
    """One text in both languages."""

    en: str
    zh: str


class Figure(Record):
    """A number that opens: `key` leads to its proof (`/figures/{key}`)."""

    key: str
    value: float | None
    unit: str
    label: Text
    lower: float | None = None
    upper: float | None = None


class Problem(Record):
    """What went wrong, after RFC 9457, with place and way out."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    faults: list["FaultView"] = Field(default_factory=list)


class FaultView(Record):
    """One fault of a load: what, where, way out, in both languages."""

    code: str
    severity: Literal["error", "warning"]
    table: str | None
    row: int | None
    column: str | None
    where: Text
    what: Text
    fix: Text


class Viewer(Record):
    """Who asks, and for which member."""

    viewer_id: str
    role: str
    member_id: str | None


class Session(Record):
    """The first answer a page needs."""

    viewer: Viewer
    version: str
    catalog_digest: str


class ParkCard(Record):
    """A park in the list."""

    park_id: str
    name: Text
    place: str
    years: list[int]
    version: int
    saved_at: str
    members: int


class Member(Record):
    """A node of the park's tree."""

    member_id: str
    parent_id: str | None
    kind: Literal["park", "enterprise", "facility"]
    system: str | None
    name: Text


class Park(ParkCard):
    """A park with its tree, scenarios and overlays."""

    method: Text
    gwp_set: str
    price_base: str
    note: Text
    tree: list[Member]
    faults: list[FaultView]


class Slice(Record):
    """One part of a total: a scope, stream, carrier, system, member or gas."""

    code: str
    label: Text
    co2_t: Figure
    share: float | None


class Line(Record):
    """One line of an inventory: one record, one gas."""

    line_id: str
    record_id: str
    member_id: str
    member: Text
    stream: str
    carrier: str
    carrier_label: Text
    system: str | None
    scope: int
    gas: str
    period: str
    amount: float | None
    amount_unit: str
    energy_tce: float | None
    quality: str
    co2_t: Figure


class Inventory(Record):
    """A cut through the flow graph, summed."""

    park_id: str
    member_id: str
    boundary: str
    year: int
    version: int
    total: Figure
    by_scope: list[Slice]
    by_stream: list[Slice]
    by_carrier: list[Slice]
    by_system: list[Slice]
    by_member: list[Slice]
    by_gas: list[Slice]
    elimination: Figure
    exported: Figure
    energy: Figure
    intensity: Figure | None
    energy_intensity: Figure | None
    quality: list[Slice]
    missing: list[FaultView]
    lines: list[Line]


class YearRow(Record):
    """One year of the series behind figs. 3 to 6 of the paper."""

    year: int
    output_value: Figure | None
    energy: Figure | None
    energy_intensity: Figure | None
    co2: Figure | None
    co2_intensity: Figure | None
    published_co2: Figure | None
    mix: list[Slice]
    mix_energy: list[Slice]


class Series(Record):
    """All years of a park or member."""

    park_id: str
    member_id: str
    version: int
    rows: list[YearRow]
    finding: Text
    comparison: Text | None


class Effect(Record):
    """One driver's share of a change."""

    code: str
    label: Text
    co2_t: Figure


class Step(Record):
    """A change between two years, taken apart."""

    from_year: int
    to_year: int
    start: Figure
    end: Figure
    effects: list[Effect]
    by_carrier: list[Effect]
    total: Figure
    closing_error: float


class Verdict(Record):
    """What a regression may and may not say here."""

    verdict: Literal["identified", "weak", "under-determined"]
    is_reported: bool
    observations: int
    dof: int
    rank: int
    drivers: list[str]
    not_estimable: list[str]
    null_direction: dict[str, float] | None
    line_point: dict[str, float] | None
    intercept_point: float | None
    intercept_slope: float | None
    contrasts: list[dict[str, float]]
    headline: Text
    reasons: list[Text]
    needed: list[Text]


class Drivers(Record):
    """Decomposition and regression verdict, side by side."""

    park_id: str
    version: int
    basis: Text
    steps: list[Step]
    verdict: Verdict
    finding: Text


class YearPoint(Record):
    """One projected year."""

    year: int
    co2_t: float
    low_t: float | None
    high_t: float | None
    energy_tce: float
    output_cny: float
    branches: dict[str, float]


class Assumption(Record):
    """One stated assumption of a scenario."""

    branch: str
    quantity: str
    year: int
    value: float
    low: float | None
    high: float | None
    unit: str
    cite: str
    note: str
    is_own: bool


class TargetGap(Record):
    """The distance of a scenario to a target."""

    target_id: str
    label: Text
    year: int
    limit: float
    value: float | None
    unit: str
    gap: float | None
    is_met: bool | None
    cite: str


class Scenario(Record):
    """One projection with its peak and its distance to each target."""

    scenario_id: str
    label: Text
    over_id: str | None
    points: list[YearPoint]
    branch_labels: dict[str, Text]
    peak_year: int | None
    peak_co2: Figure | None
    is_peak_inside: bool
    peak_note: Text
    cumulative_t: float
    targets: list[TargetGap]
    assumptions: list[Assumption]


class Pathway(Record):
    """All scenarios of a park."""

    park_id: str
    version: int
    base_year: int
    scenarios: list[Scenario]
    finding: Text


class ColumnView(Record):
    """One column of a table, as the grid needs it."""

    name: str
    label: Text
    help: Text
    kind: str
    is_required: bool
    choices: list[str]
    example: str


class TableView(Record):
    """One table of the park: columns and rows as written."""

    table: str
    label: Text
    help: Text
    version: int
    columns: list[ColumnView]
    rows: list[dict[str, str | None]]


class TableCard(Record):
    """A table in the list."""

    table: str
    label: Text
    help: Text
    rows: int


class TableChange(Record):
    """New rows for a table, on top of a version the editor saw."""

    base_version: int
    rows: list[dict[str, str | None]]
    why: str = ""


class Delta(Record):
    """A year's total before and after a change."""

    year: int
    before_t: float | None
    after_t: float | None


class RestatedView(Record):
    """A kept inventory that saving would give a new version. [t CO2e]"""

    inventory_id: str
    year: int
    version: int
    before_t: float
    after_t: float
    parts: dict[str, float]


class ChangePreview(Record):
    """What saving would do."""

    added: int
    removed: int
    changed: int
    faults: list[FaultView]
    is_savable: bool
    totals: list[Delta]
    restated: list[RestatedView]
    current_version: int


class VersionView(Record):
    """One saved version of a park."""

    version: int
    saved_at: str
    saved_by: str
    why: str
    digest: str


class CitationView(Record):
    """A document."""

    citation_id: str
    title: Text
    issuer: Text
    number: str | None
    published_on: str | None
    status: str
    read: str
    note: str | None


class FactorView(Record):
    """A factor value with its document, clause and the way it was found."""

    factor_id: str
    subject: str
    subject_label: Text
    quantity: str
    quantity_label: Text
    value: float | None
    unit: str
    lower: float | None
    upper: float | None
    printed: str | None
    place: str
    series: str
    valid_from: str
    valid_to: str | None
    citation: CitationView
    clause: str
    status: str
    note: str | None
    found: str | None = None
    found_label: Text | None = None
    alternatives: list["FactorView"] = Field(default_factory=list)


class SubjectView(Record):
    """A fuel, carrier or gas of the catalogue."""

    subject: str
    label: Text
    kind: str
    unit: str
    values: int
    aliases: list[str]


class RecordView(Record):
    """An activity record as entered."""

    table: str
    row: int
    record_id: str
    fields: dict[str, str | None]
    evidence: CitationView | None


class FormulaView(Record):
    """A formula as text, as LaTeX and with the numbers put in."""

    code: str
    text: str
    latex: str
    numbers: str
    citation: str
    symbols: dict[str, Text]


class ReplacedReading(Record):
    """A value that a later arrival took the place of: who sent that, when, why."""

    value: float
    who: str
    at: str
    why: str


class ReadingView(Record):
    """One reading as it was read, with its flags and what it replaced."""

    at: str
    value: float
    unit: str
    flags: list[Text]
    replaced: list[ReplacedReading]


class Proof(Record):
    """All there is to know about one figure."""

    figure: Figure
    formula: FormulaView | None
    parts: list[Figure]
    factors: list[FactorView]
    records: list[RecordView]
    version: int
    saved_at: str
    saved_by: str
    notes: list[Text]
    readings: list[ReadingView] = Field(default_factory=list)


class ReportOrder(Record):
    """Which report files to make."""

    languages: list[Literal["en", "zh"]] = ["zh", "en"]
    kinds: list[Literal["xlsx", "pdf", "html"]] = ["xlsx", "pdf", "html"]


class ReportFile(Record):
    """A finished file."""

    name: str
    kind: str
    language: str
    bytes: int
    url: str


class Job(Record):
    """Long work: its state survives a reload of the page and of the server."""

    job_id: str
    kind: str
    park_id: str
    state: Literal["waiting", "running", "done", "failed", "cancelled"]
    done: int
    total: int
    step: Text
    created_at: str
    files: list[ReportFile]
    problem: Problem | None


class ImportPreview(Record):
    """What an uploaded workbook would change, table by table."""

    upload_id: str
    park_id: str
    is_new: bool
    is_savable: bool
    tables: list["ImportTable"]
    faults: list[FaultView]
    totals: list[Delta]
    restated: list[RestatedView]
    current_version: int


class ImportTable(Record):
    """One table of an uploaded workbook."""

    table: str
    label: Text
    rows: int
    added: int
    removed: int
    changed: int


class MethodView(Record):
    """An accounting method of the catalogue."""

    method_id: str
    label: Text
    note: Text
    cite: str
    gases: list[str]
