/** The quadrant, what the states mean, and the table of all steps. */
import { ChartCard } from '../parts/ChartCard'
import { percent } from '../parts/format'
import { Ledger } from '../parts/Ledger'
import { Panel } from '../parts/Page'
import { useText } from '../shell/lang'
import { ink, useTheme } from '../shell/theme'
import { Amount } from './Amount'
import { Next } from './Next'
import { quadrant } from './quadrant'
import type { Field, Spot } from './spots'

const PLAIN = { factor: 1, unit: '' }

export function FieldBody({ field, sub }: { field: Field; sub: string }) {
  const { t, say } = useText()
  const { isDark } = useTheme()
  const chart = quadrant(field, t, say, ink(isDark))
  const { name, state } = field.whole
  const isProved = field.whole.elasticity.key !== ''
  return (
    <>
      <div className="two wide-left">
        <ChartCard
          title={t('decoupling.finding', { name, state: say(state.label), meaning: say(state.meaning) })}
          sub={sub === '' ? '%' : `% · ${sub}`} option={chart.option} drawn={chart.drawn} height={460}
        >
          <p className="faint">{t('decoupling.note', { low: field.low, high: field.high })} {isProved && t('decoupling.click')}</p>
        </ChartCard>
        <div className="stack">
          <States field={field} />
          <Next steps={isProved ? ['change', 'uncertainty', 'which'] : ['which', 'regression']} />
        </div>
      </div>
      <Spots field={field} />
    </>
  )
}

function States({ field }: { field: Field }) {
  const { t, say } = useText()
  const reached = new Set([...field.spots, field.whole].map((spot) => spot.state.code))
  return (
    <Panel title={t('decoupling.states')}>
      <dl className="pairs">
        {field.states.map((state) => (
          <div key={state.code} className="pair">
            <dt>{reached.has(state.code) ? <strong>{say(state.label)}</strong> : say(state.label)}</dt>
            <dd>{say(state.meaning)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function Spots({ field }: { field: Field }) {
  const { t, say } = useText()
  const rows = field.spots
  const causes = rows[0]?.causes ?? []
  const chances = (spot: Spot) =>
    spot.chances.map(({ state, chance }) => `${say(state.label)} ${percent(chance)}`).join(' · ') || '–'
  return (
    <Panel title={t('decoupling.steps')} note={say(field.note)}>
      <Ledger
        label={t('decoupling.steps')} rows={rows} rowKey={(spot) => spot.name}
        columns={[
          { key: 'step', head: t('explain.step'), isName: true, cell: (spot) => spot.name },
          { key: 'g', head: t('decoupling.output'), unit: '%', isNumber: true, cell: (spot) => <Amount of={spot.output} scale={PLAIN} /> },
          { key: 'c', head: t('decoupling.co2'), unit: '%', isNumber: true, cell: (spot) => <Amount of={spot.co2} scale={PLAIN} /> },
          { key: 'e', head: t('decoupling.elasticity'), isNumber: true, cell: (spot) => <Amount of={spot.elasticity} scale={PLAIN} isChange={false} /> },
          { key: 'state', head: t('decoupling.state'), cell: (spot) => say(spot.state.label) },
          { key: 'chance', head: t('decoupling.chances'), cell: chances },
          ...causes.map((cause, at) => ({ key: cause.code, head: t('decoupling.cause', { name: say(cause.label) }), isNumber: true, cell: (spot: Spot) => <Amount of={spot.causes[at]?.elasticity} scale={PLAIN} /> })),
        ]}
      />
      {causes.length > 0 && <p className="faint">{t('decoupling.causes_note')}</p>}
    </Panel>
  )
}
