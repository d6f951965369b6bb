/** ECharts by part, on canvas; loaded only where a chart is drawn. */
import { BarChart, LineChart, PieChart, ScatterChart } from 'echarts/charts'
import {
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
} from 'echarts/components'
import { init, use as register, type EChartsCoreOption, type EChartsType } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

register([
  BarChart, CanvasRenderer, GridComponent, LegendComponent, LineChart,
  MarkLineComponent, MarkPointComponent, PieChart, ScatterChart, TooltipComponent,
])

export interface CanvasProps {
  option: EChartsCoreOption
  label: string
  height: number
  onKey: (key: string) => void
  hold: (chart: EChartsType | null) => void
  /** a node of a picture was clicked that stands for something of the park */
  onPick?: ((id: string) => void) | undefined
  /** the part of the axis in sight after zooming, first and last place */
  onZoom?: ((first: number, last: number) => void) | undefined
}

interface Clicked {
  data?: unknown
}

export const keyOf = (event: Clicked): string | null => textOf(event, 'key')

function textOf(event: Clicked, name: 'key' | 'pick'): string | null {
  const data = event.data
  if (typeof data !== 'object' || data === null) return null
  const text: unknown = (data as Record<string, unknown>)[name]
  return typeof text === 'string' ? text : null
}

interface Zoomed {
  dataZoom?: { startValue?: number; endValue?: number }[]
}

export default function Canvas({ option, label, height, onKey, onPick, hold, onZoom }: CanvasProps) {
  const host = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  const pick = useRef(onKey)
  useEffect(() => { pick.current = onKey }, [onKey])
  const choose = useRef(onPick)
  useEffect(() => { choose.current = onPick }, [onPick])
  const zoom = useRef(onZoom)
  useEffect(() => { zoom.current = onZoom }, [onZoom])

  useEffect(() => {
    if (!host.current) return
    const made = init(host.current, null, { renderer: 'canvas' })
    chart.current = made
    hold(made)
    made.on('click', (event) => {
      const key = keyOf(event as Clicked)
      if (key) pick.current(key)
      const chosen = textOf(event as Clicked, 'pick')
      if (chosen) choose.current?.(chosen)
    })
    made.on('datazoom', () => {
      const { startValue, endValue } = (made.getOption() as Zoomed).dataZoom?.[0] ?? {}
      if (startValue !== undefined && endValue !== undefined) zoom.current?.(startValue, endValue)
    })
    const watch = new ResizeObserver(() => { made.resize() })
    watch.observe(host.current)
    return () => {
      watch.disconnect()
      hold(null)
      made.dispose()
    }
  }, [hold])

  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true })
  }, [option])

  return <div ref={host} className="canvas" role="img" aria-label={label} style={{ height }} />
}
