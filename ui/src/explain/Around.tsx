/** A bar around zero: blue to the left falls, orange to the right rises. */
import { FALLS, RISES } from '../parts/palette'

export function Around({ value, top }: { value: number | null; top: number }) {
  const isFall = (value ?? 0) < 0
  const width = top > 0 ? (Math.abs(value ?? 0) / top) * 50 : 0
  return (
    <span className="around" aria-hidden="true">
      <span style={{ width: `${String(width)}%`, background: isFall ? FALLS : RISES, [isFall ? 'right' : 'left']: '50%' }} />
    </span>
  )
}
