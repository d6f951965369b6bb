/** The change between two years with its interval, and what it hangs on. */
import { digits, percent, signed } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { Panel } from '../../parts/Page'
import { useText } from '../../shell/lang'
import type { Trend } from './ask'
import { InputName } from './InputName'

const MOST = 12

export function TrendPanel({ trend }: { trend: Trend }) {
  const { t } = useText()
  const { change_pct: change, from_year: from, to_year: to } = trend
  const points = (value: number) => `${signed(digits(value, 3))} %`
  const drawn = change.approach_2
  return (
    <Panel title={t('uncertainty.trend', { from, to })} note={t('uncertainty.trend_note')}>
      <p>
        <strong className="num">{points(change.value)}</strong>{' '}
        {t('uncertainty.trend_bounds', { low: points(change.lower), high: points(change.upper) })}
        {drawn && <> {t('uncertainty.trend_drawn', { low: points(drawn.lower), high: points(drawn.upper) })}</>}
      </p>
      <Ledger
        label={t('uncertainty.sensitivity')}
        rows={trend.inputs.slice(0, MOST)}
        rowKey={(part) => part.key}
        columns={[
          { key: 'name', head: t('uncertainty.input'), isName: true, cell: (part) => <InputName of={part} /> },
          { key: 'share', head: t('uncertainty.share'), isNumber: true, cell: (part) => percent(part.share) },
          { key: 'kind', head: t('uncertainty.sensitivity'), cell: (part) => t(part.sensitivity === 'A' ? 'uncertainty.type_a' : 'uncertainty.type_b') },
        ]}
      />
    </Panel>
  )
}
