/** Slopes with how they were reached: trace, selectors, inflation. */
import { ChartCard } from '../parts/ChartCard'
import { digits, exact, signed } from '../parts/format'
import { Ledger } from '../parts/Ledger'
import { Panel } from '../parts/Page'
import { useText } from '../shell/lang'
import { ink, useTheme } from '../shell/theme'
import type { Regression } from './ask'
import { ridgeTrace } from './ridgetrace'

const shown = (value: number | null, isChange = false) =>
  value === null ? '–' : <span className="num" title={exact(value)}>{isChange ? signed(digits(value)) : digits(value)}</span>

export function TraceCard({ found }: { found: Regression }) {
  const { t, say } = useText()
  const { isDark } = useTheme()
  const chart = ridgeTrace(found, t, say, ink(isDark))
  if (!chart) return null
  const chosen = found.selectors.find((each) => each.is_chosen)
  const title = found.method === 'ridge' && found.k !== null
    ? t('regression.trace_chosen', { k: digits(found.k), by: chosen ? say(chosen.label) : t('regression.given') })
    : t('regression.trace')
  return (
    <ChartCard title={title} sub={t('regression.trace_sub')} option={chart.option} drawn={chart.drawn} height={400}>
      <p className="faint">{t('regression.trace_note')}</p>
    </ChartCard>
  )
}

export function Slopes({ found }: { found: Regression }) {
  const { t, say } = useText()
  return (
    <Panel title={t('regression.slopes', { target: found.target })} note={t(found.logs ? 'regression.slopes_logs' : 'regression.slopes_linear')}>
      <Ledger
        label={t('regression.slopes', { target: found.target })} rows={found.drivers} rowKey={(driver) => driver.code}
        columns={[
          { key: 'name', head: t('explain.driver'), isName: true, cell: (driver) => say(driver.label) },
          { key: 'slope', head: t('regression.slope'), isNumber: true, cell: (driver) => shown(driver.slope, true) },
          { key: 'scaled', head: t('regression.scaled'), isNumber: true, cell: (driver) => shown(driver.scaled, true) },
          { key: 'error', head: t('regression.error'), isNumber: true, cell: (driver) => shown(driver.standard_error) },
          { key: 'vif', head: 'VIF', isNumber: true, cell: (driver) => shown(driver.vif) },
        ]}
      />
      <p className="faint">{t('regression.intercept')} {shown(found.intercept)}</p>
    </Panel>
  )
}

export function Selectors({ found }: { found: Regression }) {
  const { t, say } = useText()
  if (found.selectors.length === 0) return null
  return (
    <Panel title={t('regression.selectors')} note={t('regression.selectors_note')}>
      <Ledger
        label={t('regression.selectors')} rows={found.selectors} rowKey={(each) => each.code}
        columns={[
          { key: 'name', head: t('regression.selector'), isName: true, cell: (each) => <>{say(each.label)} {each.is_chosen && <span className="tag good">{t('regression.chosen')}</span>}</> },
          { key: 'k', head: 'k', isNumber: true, cell: (each) => shown(each.k) },
        ]}
      />
      {found.k !== null && found.k_unit_length !== null && (
        <p className="faint">{t('regression.conventions', { k: digits(found.k), unit: digits(found.k_unit_length) })}</p>
      )}
    </Panel>
  )
}
