/** Parts of charts that only carbon flow needs; registered when a page of it is opened. */
import { GraphChart, SankeyChart } from 'echarts/charts'
import { VisualMapComponent } from 'echarts/components'
import { use as register } from 'echarts/core'

let isReady = false

export function readyParts(): void {
  if (isReady) return
  isReady = true
  register([GraphChart, SankeyChart, VisualMapComponent])
}

/** Cividis (Nuñez, Anderton, Renslow 2018): one order of lightness for every eye. */
export const CIVIDIS = ['#00224e', '#123570', '#3b496c', '#575d6d', '#707173', '#8a8678', '#a59c74', '#c3b369', '#e1cc55', '#fee838']
