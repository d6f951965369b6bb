/** What a statement agrees with: energy in and out, the meters, and the park. */
import { Figure } from '../parts/Figure'
import { percent, signed } from '../parts/format'
import { Ledger } from '../parts/Ledger'
import { Panel } from '../parts/Page'
import { useText } from '../shell/lang'
import type { MonthlyCarbon } from './ask'

/** Half of the last digit shown is no difference. */
const told = (gap: number | null): string => {
  if (gap === null) return '–'
  return Math.abs(gap) < 5e-4 ? percent(0) : signed(percent(gap).replace('-', '−'))
}

export function Agrees({ found }: { found: MonthlyCarbon }) {
  const { t, say } = useText()
  const { park } = found
  return (
    <>
      {found.balances.length > 0 && (
        <Panel title={t('trace.balances')} note={t('trace.balances_note')}>
          <Ledger
            label={t('trace.balances')} rows={found.balances} rowKey={(row) => row.carrier_id}
            columns={[
              { key: 'carrier', head: t('cut.carrier'), isName: true, cell: (row) => say(row.carrier) },
              { key: 'in', head: t('trace.came'), isNumber: true, cell: (row) => <Figure of={row.came} showUnit /> },
              { key: 'out', head: t('trace.went'), isNumber: true, cell: (row) => <Figure of={row.out} showUnit /> },
              { key: 'kept', head: t('trace.kept'), isNumber: true, cell: (row) => <Figure of={row.kept} showUnit /> },
            ]}
          />
        </Panel>
      )}
      <Panel title={t('trace.meters')} note={t('trace.meters_note')}>
        {found.meters.length === 0 ? <p className="faint">{t('trace.no_meters')}</p> : (
          <Ledger
            label={t('trace.meters')} rows={found.meters} rowKey={(row) => row.record_id}
            columns={[
              { key: 'meter', head: t('trace.meter'), isName: true, cell: (row) => <>{say(row.name)} <code className="code">{row.channel_id}</code></> },
              { key: 'recorded', head: t('trace.recorded'), isNumber: true, cell: (row) => <Figure of={row.recorded} showUnit /> },
              { key: 'read', head: t('trace.read'), isNumber: true, cell: (row) => <Figure of={row.read} showUnit /> },
              { key: 'gap', head: t('trace.gap'), isNumber: true, cell: (row) => <span className="num">{told(row.gap)}</span> },
            ]}
          />
        )}
      </Panel>
      <Panel title={t('trace.to_park', { month: found.at })} note={t('trace.to_park_note')}>
        {([[park.members_sum, ''], [park.eliminated, '−'], [park.total, '=']] as const).map(([figure, sign]) => (
          <div className="list-row" key={figure.key}><span>{sign} {say(figure.label)}</span><Figure of={figure} showUnit /></div>
        ))}
        <div className="list-row"><span>{say(park.entered.label)}</span><Figure of={park.entered} showUnit /></div>
        <div className="list-row"><span>{say(park.closing.label)}</span><Figure of={park.closing} /></div>
      </Panel>
    </>
  )
}
