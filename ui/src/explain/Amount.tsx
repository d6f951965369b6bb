/** A number: of a park it opens its proof; of a table that nobody keeps it is plain. */
import type { FigureValue } from '../api/client'
import { Figure } from '../parts/Figure'
import { digits, exact, scaled, signed, type Scale } from '../parts/format'

export function Amount({ of, scale }: { of: FigureValue | undefined; scale: Scale }) {
  if (of?.key !== '') return <Figure of={of} scale={scale} isChange />
  return <span className="num" title={exact(of.value)}>{signed(digits(scaled(of.value, scale)))}</span>
}
