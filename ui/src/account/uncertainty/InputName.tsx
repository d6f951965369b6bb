/** An input with the way to its record or factor. */
import { Link } from 'react-router'
import { digits, signed } from '../../parts/format'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import type { InputPart } from './ask'

export function InputName({ of }: { of: InputPart }) {
  const { say } = useText()
  const { link } = useView()
  const to = of.kind === 'activity' && of.table !== null && of.row !== null
    ? link(`/data/${of.table}`, { row: String(of.row) })
    : link(`/catalog/${of.subject}`)
  return <Link to={to}>{say(of.name)}</Link>
}

/** How far it may be off, as far as anybody says. */
export function RangeOf({ of }: { of: InputPart }) {
  if (of.lower_pct === null || of.upper_pct === null) return <>–</>
  return <span className="num">{signed(digits(of.lower_pct, 3))} % … {signed(digits(of.upper_pct, 3))} %</span>
}
