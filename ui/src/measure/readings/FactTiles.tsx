/** The figures of a picture of readings, each of which opens. */
import { Figure } from '../../parts/Figure'
import type { Scale } from '../../parts/format'
import { useText } from '../../shell/lang'
import type { ReadingFacts } from './ask'

const PERCENT: Scale = { factor: 100, unit: '%' }

const moment = (at: string | null): string => (at === null ? '' : at.slice(0, 16).replace('T', ' '))

type Item = [ReadingFacts['use'] | undefined, string | null | undefined]

export function FactTiles({ facts, more = [] }: { facts: ReadingFacts; more?: Item[] }) {
  const { say } = useText()
  const items: Item[] = [
    [facts.use, null], [facts.mean, null], [facts.peak, facts.peak_at], [facts.least, facts.least_at],
    [facts.load_factor, null], [facts.completeness, null], [facts.flagged, null], ...more,
  ]
  return (
    <dl className="facts">
      {items.map(([figure, at]) => figure && (
        <div key={figure.key}>
          <dt>{say(figure.label)}</dt>
          <dd>
            <Figure of={figure} showUnit isChange={figure.key.includes('~change~')} {...(figure.unit === '1' ? { scale: PERCENT } : {})} />
            {at && <span className="unit num">{moment(at)}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
