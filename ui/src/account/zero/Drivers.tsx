/** What drives the distance from the limit: each fuel and power less its own allowance. */
import { Figure } from '../../parts/Figure'
import { Ledger } from '../../parts/Ledger'
import { Panel } from '../../parts/Page'
import { useText } from '../../shell/lang'
import type { Indicator } from './ask'

export function Drivers({ core }: { core: Indicator }) {
  const { t, say } = useText()
  return (
    <div className="two even">
      <Panel title={t('zero.drivers')} note={t('zero.drivers_note')}>
        <Ledger
          label={t('zero.drivers')}
          rows={core.drivers}
          rowKey={(row) => row.code}
          columns={[
            { key: 'name', head: t('cut.carrier'), isName: true, cell: (row) => say(row.label) },
            { key: 'co2', head: t('term.co2'), isNumber: true, cell: (row) => <Figure of={row.co2} showUnit /> },
            { key: 'excess', head: t('zero.excess'), isNumber: true, cell: (row) => <Figure of={row.excess} showUnit /> },
          ]}
        />
      </Panel>
      <Panel title={t('zero.levers')} note={t('zero.levers_note')}>
        {core.levers.map((lever) => (
          <div className="list-row" key={lever.code}>
            <span>{say(lever.label)}</span>
            {lever.figure ? <Figure of={lever.figure} showUnit /> : <span className="tag warn">{t('zero.cannot')}</span>}
          </div>
        ))}
      </Panel>
    </div>
  )
}
