/** A few years as small bars: no chart library needed on the first page. */
import { exact } from './format'

export interface Bar {
  name: string
  value: number | null
  unit: string
}

export function Bars({ bars, now, label }: { bars: Bar[]; now: string; label: string }) {
  const top = Math.max(...bars.map((bar) => bar.value ?? 0), 0)
  const step = 100 / Math.max(1, bars.length)
  return (
    <svg className="bars" viewBox="0 0 100 44" role="img" aria-label={label} preserveAspectRatio="none">
      {bars.map((bar, at) => {
        const height = top > 0 && bar.value !== null ? (bar.value / top) * 42 : 0
        return (
          <rect
            key={bar.name}
            className={bar.name === now ? 'now' : undefined}
            x={at * step + step * 0.14}
            y={44 - height}
            width={step * 0.72}
            height={height}
          >
            <title>{`${bar.name}: ${exact(bar.value, bar.unit)}`}</title>
          </rect>
        )
      })}
    </svg>
  )
}
