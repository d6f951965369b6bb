/** Any number is a button: it opens the drawer with its proof. */
import type { FigureValue } from '../api/client'
import { useAddress } from '../shell/view'
import { useText } from '../shell/lang'
import { digits, exact, largest, scaleOf, scaled, signed, type Scale } from './format'

interface Props {
  of: FigureValue | null | undefined
  /** the scale of a whole column; otherwise by this value alone */
  scale?: Scale
  showUnit?: boolean
  isChange?: boolean
  className?: string
}

export function Figure({ of, scale, showUnit = false, isChange = false, className = '' }: Props) {
  const { t, say } = useText()
  const { set } = useAddress()
  if (!of) return <span className="absent">–</span>
  const by = scale ?? scaleOf(of.unit, largest([of.value, of.lower, of.upper]), t)
  const text = of.value === null ? ends(of, by) : digits(scaled(of.value, by))
  const shown = isChange ? signed(text) : text
  return (
    <button
      type="button"
      className={`figure ${className}`}
      title={`${say(of.label)}: ${exact(of.value, of.unit)}`}
      aria-label={t('figure.open', { label: say(of.label), value: shown, unit: by.unit })}
      onClick={() => { set({ figure: of.key }) }}
    >
      <span className="num">{shown}</span>
      {showUnit && by.unit !== '' && ' '}
      {showUnit && by.unit !== '' && <span className="unit">{by.unit}</span>}
    </button>
  )
}

/** A figure that has no one value, only its two ends; "–" when it has neither. */
function ends(of: FigureValue, by: Scale): string {
  if (typeof of.lower !== 'number' || typeof of.upper !== 'number') return '–'
  return `${digits(scaled(of.lower, by))} … ${digits(scaled(of.upper, by))}`
}

/** The range beside a figure, where the server gives one. */
export function Range({ of, scale }: { of: FigureValue | null; scale?: Scale }) {
  const { t } = useText()
  if (!of || of.value === null || of.lower === null || of.upper === null || of.lower === undefined || of.upper === undefined) return null
  const by = scale ?? scaleOf(of.unit, of.value ?? 0, t)
  return (
    <span className="range">
      {' '}{t('figure.range', { low: digits(scaled(of.lower, by)), high: digits(scaled(of.upper, by)), unit: by.unit })}
    </span>
  )
}
