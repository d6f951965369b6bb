/** Do emissions part from output? */
import { ChartCard } from '../parts/ChartCard'
import { Figure } from '../parts/Figure'
import { percent } from '../parts/format'
import { Ledger } from '../parts/Ledger'
import { Panel } from '../parts/Page'
import { Answer } from '../parts/states'
import { useText } from '../shell/lang'
import { ink, useTheme } from '../shell/theme'
import { useView } from '../shell/view'
import { useDecoupling, type Decoupling, type Point } from './ask'
import { ExplainPage } from './ExplainPage'
import { useSource } from './source'
import { Next } from './Next'
import { quadrant } from './quadrant'
import { useYears, YearFilters } from './YearFilters'

export function DecouplingPage() {
  const { t, say } = useText()
  const { cut } = useView()
  const { isOwn } = useSource()
  const found = useDecoupling(cut, useYears())
  return (
    <ExplainPage title={t('decoupling.title')} answer={found.data && say(found.data.finding)}>
      {isOwn && <div className="note">{t('decoupling.park_only')}</div>}
      <div className="filters"><YearFilters from={found.data?.from_year} to={found.data?.to_year} /></div>
      <Answer of={found}>{(data) => <Body found={data} />}</Answer>
    </ExplainPage>
  )
}

function Body({ found }: { found: Decoupling }) {
  const { t, say } = useText()
  const { isDark } = useTheme()
  const chart = quadrant(found, t, say, ink(isDark))
  const { from_year: from, to_year: to, state } = found.whole
  return (
    <>
      <div className="two wide-left">
        <ChartCard
          title={t('decoupling.finding', { from, to, state: say(state.label), meaning: say(state.meaning) })}
          sub={`% · ${say(found.basis)}`} option={chart.option} drawn={chart.drawn} height={460}
        >
          <p className="faint">{t('decoupling.note', { low: found.low, high: found.high })}</p>
        </ChartCard>
        <div className="stack">
          <States found={found} />
          <Next steps={['change', 'uncertainty', 'which']} />
        </div>
      </div>
      <Points found={found} />
    </>
  )
}

function States({ found }: { found: Decoupling }) {
  const { t, say } = useText()
  const reached = new Set([...found.points, found.whole].map((point) => point.state.code))
  return (
    <Panel title={t('decoupling.states')}>
      <dl className="pairs">
        {found.states.map((state) => (
          <div key={state.code} className="pair">
            <dt>{reached.has(state.code) ? <strong>{say(state.label)}</strong> : say(state.label)}</dt>
            <dd>{say(state.meaning)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function Points({ found }: { found: Decoupling }) {
  const { t, say } = useText()
  const rows = found.points.length > 1 ? [...found.points, found.whole] : found.points
  const causes = rows[0]?.causes ?? []
  const chances = (point: Point) =>
    point.chances.map(({ state, chance }) => `${say(state.label)} ${percent(chance)}`).join(' · ') || '–'
  return (
    <Panel title={t('decoupling.steps')} note={say(found.chances_note)}>
      <Ledger
        label={t('decoupling.steps')} rows={rows} rowKey={(point) => `${String(point.from_year)}-${String(point.to_year)}`}
        columns={[
          { key: 'step', head: t('explain.step'), isName: true, cell: (point) => `${String(point.from_year)}–${String(point.to_year)}` },
          { key: 'g', head: t('decoupling.output'), unit: '%', isNumber: true, cell: (point) => <Figure of={point.output_change} isChange /> },
          { key: 'c', head: t('decoupling.co2'), unit: '%', isNumber: true, cell: (point) => <Figure of={point.emission_change} isChange /> },
          { key: 'e', head: t('decoupling.elasticity'), isNumber: true, cell: (point) => <Figure of={point.elasticity} /> },
          { key: 'state', head: t('decoupling.state'), cell: (point) => say(point.state.label) },
          { key: 'chance', head: t('decoupling.chances'), cell: chances },
          ...causes.map((cause, at) => ({ key: cause.code, head: t('decoupling.cause', { name: say(cause.label) }), isNumber: true, cell: (point: Point) => <Figure of={point.causes[at]?.elasticity} isChange /> })),
        ]}
      />
      <p className="faint">{t('decoupling.causes_note')}</p>
    </Panel>
  )
}
