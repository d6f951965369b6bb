/** A version as it was kept: read-only, with the factors and documents of its day. */
import { Button } from 'antd'
import { Figure } from '../../parts/Figure'
import { digits, exact, largest, moment, pretty, scaleOf, span } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { Panel } from '../../parts/Page'
import { Answer } from '../../parts/states'
import { Strip } from '../../parts/Strip'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import { useKeptVersion, type KeptInventory } from '../compare/ask'

export function OldVersion({ park, inventory, version }: { park: string; inventory: string; version: number }) {
  const found = useKeptVersion(park, inventory, version)
  return <Answer of={found}>{(data) => <Body kept={data} />}</Answer>
}

function Body({ kept }: { kept: KeptInventory }) {
  const { t, say } = useText()
  const { set } = useView()
  const title = t('versions.old_title', { member: say(kept.member), year: kept.year, version: kept.version })
  return (
    <section className="stack" aria-label={title}>
      <div className="grid-bar">
        <strong>{title}</strong>
        <Button size="small" onClick={() => { set({ kept: undefined }) }}>{t('versions.close')}</Button>
      </div>
      <div className="note">
        {t('versions.read_only', { at: moment(kept.made_at), by: kept.made_by, why: kept.why || '–', method: kept.method, gwp: kept.gwp_set, park_version: kept.park_version, digest: kept.catalog_digest.slice(0, 12) })}
      </div>
      <div className="two even">
        <Panel title={t('term.co2')} note={<Figure of={kept.total} showUnit />}><Strip slices={kept.by_scope} label={t('cut.scope')} /></Panel>
        <Panel title={t('cut.carrier')}><Strip slices={kept.by_carrier} label={t('cut.carrier')} /></Panel>
      </div>
      <Panel title={t('inventory.lines', { n: kept.line_count })}><KeptLines kept={kept} /></Panel>
    </section>
  )
}

function KeptLines({ kept }: { kept: KeptInventory }) {
  const { t, say } = useText()
  const mass = scaleOf(kept.total.unit, largest(kept.lines.map((line) => line.co2_t.value)), t)
  return (
    <Ledger
        label={t('inventory.lines', { n: kept.line_count })}
        rows={kept.lines}
        rowKey={(line) => line.co2_t.key}
        columns={[
          { key: 'record', head: t('line.record'), isName: true, cell: (line) => line.record_id },
          { key: 'member', head: t('cut.member'), cell: (line) => say(line.member) },
          { key: 'carrier', head: t('cut.carrier'), cell: (line) => say(line.carrier_label) },
          { key: 'period', head: t('line.period'), cell: (line) => <span className="num">{span(line.period)}</span> },
          { key: 'amount', head: t('line.amount'), isNumber: true, cell: (line) => <span title={exact(line.amount, line.amount_unit ?? '')}>{digits(line.amount)}<span className="unit">{pretty(line.amount_unit ?? '')}</span></span> },
          { key: 'co2', head: t('term.co2'), unit: mass.unit, isNumber: true, cell: (line) => <Figure of={line.co2_t} scale={mass} /> },
          { key: 'factors', head: t('calc.factors'), isWide: true, cell: (line) => line.factors.map((factor) => <div key={factor.en}>{pretty(say(factor))}</div>) },
        ]}
    />
  )
}
