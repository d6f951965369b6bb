/** A number of a step: it opens where it has a proof. */
import type { FigureValue } from '../../api/client'
import { Figure, Range } from '../../parts/Figure'
import type { Scale } from '../../parts/format'
import { useText } from '../../shell/lang'

/** Shares are read in percent; the server gives fractions. */
export const PERCENT: Scale = { factor: 100, unit: '%' }

export const isShare = (of: FigureValue): boolean => of.key.startsWith('completeness')

export function Number({ of }: { of: FigureValue }) {
  const { say } = useText()
  return (
    <>
      <dt>{say(of.label)}</dt>
      <dd>
        {of.key === ''
          ? <span className="num">{of.value ?? '–'}</span>
          : <Figure of={of} scale={isShare(of) ? PERCENT : undefined} showUnit />}
        <Range of={of} />
      </dd>
    </>
  )
}
