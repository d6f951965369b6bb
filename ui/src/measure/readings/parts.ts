/** Parts of charts that only readings need; registered when a page of readings is opened. */
import { HeatmapChart } from 'echarts/charts'
import { DataZoomComponent, VisualMapComponent } from 'echarts/components'
import { use as register } from 'echarts/core'

let isReady = false

export function readyParts(): void {
  if (isReady) return
  isReady = true
  register([DataZoomComponent, HeatmapChart, VisualMapComponent])
}
