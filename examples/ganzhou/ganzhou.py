"""The paper's park: inventory, drivers and scenarios, with the document of each factor."""

from tanlu.catalog.load import load_catalog
from tanlu.workflow.assess import assess
from tanlu.workflow.open import bundled, open_book


def main() -> None:
    """Print what tanlu finds out about the park."""
    catalog = load_catalog()
    findings = assess(open_book(bundled("ganzhou")), catalog)
    for year, facts in findings.facts.items():
        print(f"{year}: {facts.co2_t:,.0f} t CO2, scope 1 {facts.scope1_t:,.0f} t")
    for choice in findings.ledger.choices[-3:]:
        for name, taken in choice.factors.items():
            factor = taken.factor
            print(f"  {factor.subject} {name}: {factor.value:g} {factor.unit}", end="")
            print(f"  [{factor.citation_id} {factor.clause}; {taken.found}]")
    whole = findings.steps[-1]
    for driver, effect in whole.effects.items():
        print(f"{whole.start}-{whole.end} {driver}: {effect:+,.0f} t")
    if findings.identification and not findings.identification.is_reported:
        print(f"regression: {findings.identification.verdict}, no slope is reported")
    for projection in findings.projections:
        peak = projection.peak
        said = f"peaks in {peak.year}" if peak.is_inside else f"still rises in {peak.year}"
        print(f"{projection.scenario.label.en}: {said}")


if __name__ == "__main__":
    main()
