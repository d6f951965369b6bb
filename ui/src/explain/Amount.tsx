/** A number: of a park it opens its proof; of a table that nobody keeps it is plain. */
import type { FigureValue } from '../api/client'
import { Figure } from '../parts/Figure'
import { digits, exact, scaled, signed, type Scale } from '../parts/format'

export function Amount({ of, scale, isChange = true }: { of: FigureValue | undefined; scale: Scale; isChange?: boolean }) {
  if (of?.key !== '') return <Figure of={of} scale={scale} isChange={isChange} />
  return <span className="num" title={exact(of.value)}>{isChange ? signed(digits(scaled(of.value, scale))) : digits(scaled(of.value, scale))}</span>
}
