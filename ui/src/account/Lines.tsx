/** One record, one gas, one line: searchable. */
import { useState } from 'react'
import type { Inventory } from '../api/client'
import { Figure } from '../parts/Figure'
import { digits, exact, largest, pretty, scaleOf, scaled, span } from '../parts/format'
import { Ledger } from '../parts/Ledger'
import { useText } from '../shell/lang'

export function Lines({ inventory }: { inventory: Inventory }) {
  const { t, say } = useText()
  const [search, setSearch] = useState('')
  const { lines } = inventory
  const labels = new Map([...inventory.by_gas, ...inventory.quality].map((slice) => [slice.code, slice.label]))
  const names = (code: string) => say(labels.get(code)) || code
  const wanted = search.trim().toLowerCase()
  const found = lines.filter((line) =>
    [line.record_id, say(line.member), say(line.carrier_label), line.stream, line.system, line.gas, line.period]
      .join(' ').toLowerCase().includes(wanted),
  )
  const mass = scaleOf(lines[0]?.co2_t.unit ?? '', largest(lines.map((line) => line.co2_t.value)), t)
  const energy = scaleOf('tce', largest(lines.map((line) => line.energy_tce)), t)
  return (
    <>
      {lines.length > 12 && (
        <input
          className="field search" type="search" value={search} placeholder={t('inventory.search')}
          aria-label={t('inventory.search')} onChange={(event) => { setSearch(event.target.value) }}
        />
      )}
      <Ledger
        label={t('inventory.lines', { n: found.length })}
        rows={found}
        rowKey={(line) => line.line_id}
        columns={[
          { key: 'record', head: t('line.record'), isName: true, cell: (line) => line.record_id },
          { key: 'member', head: t('cut.member'), cell: (line) => say(line.member) },
          { key: 'carrier', head: t('cut.carrier'), cell: (line) => say(line.carrier_label) },
          { key: 'scope', head: t('cut.scope'), cell: (line) => line.scope },
          { key: 'gas', head: t('cut.gas'), cell: (line) => names(line.gas) },
          { key: 'period', head: t('line.period'), cell: (line) => <span className="num">{span(line.period)}</span> },
          { key: 'quality', head: t('line.quality'), cell: (line) => names(line.quality) },
          {
            key: 'amount', head: t('line.amount'), isNumber: true,
            cell: (line) => (
              <span title={exact(line.amount, line.amount_unit)}>
                {digits(line.amount)}<span className="unit">{pretty(line.amount_unit)}</span>
              </span>
            ),
          },
          {
            key: 'energy', head: t('term.energy'), unit: energy.unit, isNumber: true,
            cell: (line) => <span title={exact(line.energy_tce, 'tce')}>{digits(scaled(line.energy_tce, energy))}</span>,
          },
          { key: 'co2', head: t('term.co2'), unit: mass.unit, isNumber: true, cell: (line) => <Figure of={line.co2_t} scale={mass} /> },
        ]}
      />
    </>
  )
}
