/** A target as a bullet: today's bar, the limit as a line, a mark for every scenario. */
import type { Text } from '../../api/client'
import { Figure } from '../../parts/Figure'
import { digits, largest, percent, pretty } from '../../parts/format'
import { useText } from '../../shell/lang'
import { Cited } from '../Cited'
import { LINES } from '../tree/charts'
import type { Distance } from './ask'

const LOOKS = {
  met: { look: 'good', text: 'verdict.met' },
  within_reach: { look: 'good', text: 'verdict.within_reach' },
  missed: { look: 'bad', text: 'verdict.missed' },
  open: { look: 'warn', text: 'verdict.open' },
} as const

export function Bullet({ distance, doesBind, why }: { distance: Distance; doesBind: boolean; why: Text | null }) {
  const { t, say } = useText()
  const { look, text } = LOOKS[distance.verdict]
  return (
    <div className="bullet">
      <div className="list-row">
        <span>
          <strong>{say(distance.label)}</strong> <span className="faint">{distance.year}</span>{' '}
          <span className={`tag ${look}`}>{t(text)}</span>{doesBind && <span className="tag warn">{t('diagnosis.binds')}</span>}
        </span>
        <Cited cite={distance.cite} />
      </div>
      {distance.now && <Bar distance={distance} />}
      <p className="bullet-words">
        {distance.now && <>{t('diagnosis.today')} <Figure of={distance.now} showUnit />{t('home.stop')} </>}
        {t('plan.limit')} {distance.indicator === 'peak_year' ? String(distance.limit) : `${digits(distance.limit)} ${pretty(distance.unit)}`}
        {distance.pace !== null && !why && <>{t('home.stop')} {t('diagnosis.pace', { pace: percent(distance.pace).replace('-', '−'), year: distance.year })}</>}
        {t('home.stop')}
      </p>
      <p className="bullet-words">
        {distance.scenarios.map((each, at) => (
          <span className="reached" key={each.scenario_id}>
            <span className="dot" style={{ background: LINES[at % LINES.length] }} aria-hidden="true" /> {say(each.label)}{' '}
            {each.value === null ? t('plan.no_peak') : <Reached distance={distance} at={at} />}
          </span>
        ))}
      </p>
      {why && <p className="faint">{say(why)}</p>}
    </div>
  )
}

function Reached({ distance, at }: { distance: Distance; at: number }) {
  const value = distance.scenarios[at]?.value
  const plain = distance.indicator === 'peak_year' ? { factor: 1, unit: '' } : undefined
  return plain && value ? <YearFigure of={value} /> : <Figure of={value} showUnit />
}

/** A year is no quantity: no thousands separator, no digits. */
function YearFigure({ of }: { of: NonNullable<Distance['now']> }) {
  return <span className="num" title={of.key}>{of.value}</span>
}

function Bar({ distance }: { distance: Distance }) {
  const { t, say } = useText()
  const values = distance.scenarios.map((each) => each.value?.value ?? null)
  const now = distance.now?.value ?? 0
  const top = 1.05 * largest([now, distance.limit, ...values])
  const at = (value: number) => (100 * Math.max(0, value)) / top
  return (
    <svg className="bullet-bar" viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label={t('diagnosis.bar', { name: say(distance.label) })}>
      <rect x={0} y={0} width={100} height={12} className="ground" />
      <rect x={0} y={3.5} width={at(now)} height={5} className="now" />
      {values.map((value, place) => value !== null && (
        <rect key={distance.scenarios[place]?.scenario_id} x={Math.max(0, at(value) - 0.4)} y={1.5} width={0.8} height={9} fill={LINES[place % LINES.length]} />
      ))}
      <rect x={Math.max(0, at(distance.limit) - 0.3)} y={0} width={0.6} height={12} className="limit" />
    </svg>
  )
}
