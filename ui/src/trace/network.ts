/** A network: nodes by how clean their mix is, branches as wide as what flows. */
import type { TFunction } from 'i18next'
import type { EChartsCoreOption } from 'echarts/core'
import type { Text } from '../api/client'
import type { Drawn } from '../parts/ChartCard'
import { base } from '../parts/chartbase'
import { digits, largest, pretty } from '../parts/format'
import type { Ink } from '../shell/theme'
import type { CarbonMap } from './ask'
import { CIVIDIS, readyParts } from './parts'

type Say = (text: Text | null | undefined) => string
type Node = CarbonMap['nodes'][number]

interface Hit { dataType?: string; data?: { told?: string } }

const SOURCE = '#8a9491'

/** Columns by distance from the sources, each node a row further down. */
function placed(nodes: Node[], isNarrow: boolean, height: number): Map<string, [number, number]> {
  const columns = new Map<number, Node[]>()
  for (const node of nodes) columns.set(node.rank, [...(columns.get(node.rank) ?? []), node])
  const ranks = [...columns.keys()].sort((one, two) => one - two)
  // as many pixels as there will be, so that circles stay round
  const [wide, deep] = [isNarrow ? 250 : 980, height - 100]
  const last = Math.max(1, ranks.length - 1)
  const found = new Map<string, [number, number]>()
  ranks.forEach((rank, across) => {
    const column = columns.get(rank) ?? []
    column.forEach((node, down) => {
      // neighbours of a column stand a little apart, so that names do not cover each other
      const shift = column.length > 6 ? (down % 2) * 0.24 : 0
      found.set(node.node_id, [((across - shift) / last) * wide, ((down + 0.5) / column.length) * deep])
    })
  })
  return found
}

/** Two points that nobody sees hold the picture at its size, also when all nodes lie in a row. */
const corners = (isNarrow: boolean, height: number) =>
  [[0, 0], [isNarrow ? 250 : 980, height - 100]].map(([x, y], at) => ({
    id: `_${String(at)}`, name: `_${String(at)}`, x, y, symbol: 'none', symbolSize: 0, silent: true, label: { show: false },
  }))

/** From the cleanest mix to the least clean; sources of their own lie at its ends. */
function reach(nodes: Node[]): [number, number] {
  const mixes = nodes.flatMap((node) => (node.kind === 'node' && node.intensity.value !== null ? [node.intensity.value] : []))
  const [low, high] = [Math.min(...mixes), Math.max(...mixes)]
  return mixes.length > 0 && high - low > 1e-9 * high ? [low, high] : [0, Math.max(high, 0, 1e-9)]
}

const size = (value: number | null, top: number, least: number, most: number): number =>
  value === null || top <= 0 ? least : least + (most - least) * Math.sqrt(Math.abs(value) / top)

export const heightOf = (found: CarbonMap): number => {
  const counts = new Map<number, number>()
  for (const node of found.nodes) counts.set(node.rank, (counts.get(node.rank) ?? 0) + 1)
  return Math.min(900, Math.max(340, 130 + Math.max(...counts.values()) * 36))
}

export function networkOption(found: CarbonMap, say: Say, ink: Ink, isNarrow: boolean, chosen: string): EChartsCoreOption {
  readyParts()
  const place = placed(found.nodes, isNarrow, heightOf(found))
  const names = new Map(found.nodes.map((node) => [node.node_id, say(node.name)]))
  const [mostThrough, mostFlow] = [
    largest(found.nodes.map((node) => node.through.value)), largest(found.branches.map((branch) => branch.amount.value)),
  ]
  const [low, high] = reach(found.nodes)
  const unit = pretty(found.nodes[0]?.intensity.unit ?? '')
  return {
    ...base(ink),
    legend: { show: false },
    tooltip: { ...base(ink).tooltip, trigger: 'item', formatter: (hit: Hit) => hit.data?.told ?? '' },
    visualMap: {
      type: 'continuous', min: low, max: high, calculable: false, orient: 'horizontal',
      left: 'center', bottom: 0, itemWidth: 12, itemHeight: 180, inRange: { color: CIVIDIS }, textStyle: { color: ink.faint },
      text: [`${digits(high)} ${unit}`, digits(low)], seriesIndex: 0,
    },
    series: [{
      type: 'graph', layout: 'none', roam: false, top: 24, bottom: 56, left: isNarrow ? 40 : 90, right: isNarrow ? 50 : 110,
      edgeSymbol: ['none', 'arrow'], edgeSymbolSize: 7,
      emphasis: { focus: 'adjacency' },
      data: [...corners(isNarrow, heightOf(found)), ...found.nodes.map((node) => ({
        id: node.node_id, name: node.node_id, x: place.get(node.node_id)?.[0] ?? 0, y: place.get(node.node_id)?.[1] ?? 0,
        ...(node.intensity.value === null ? {} : { value: node.intensity.value }),
        ...(node.kind === 'node' ? { pick: node.node_id } : { key: node.intensity.key }),
        symbol: node.kind === 'node' ? 'circle' : 'rect',
        symbolSize: size(node.through.value, mostThrough, 10, isNarrow ? 28 : 38),
        itemStyle: {
          borderColor: node.node_id === chosen ? ink.accent : ink.text, borderWidth: node.node_id === chosen ? 4 : 1,
          ...(node.intensity.value === null ? { color: SOURCE } : {}),
        },
        label: {
          show: true, position: 'bottom', distance: 3, color: ink.text, fontSize: 12, textBorderColor: ink.panel, textBorderWidth: 2,
          formatter: short(names.get(node.node_id) ?? '', isNarrow ? 7 : 22),
        },
        told: `${names.get(node.node_id) ?? ''}\n${digits(node.intensity.value)} ${unit}\n${digits(node.through.value)} ${pretty(node.through.unit)}`,
      }))],
      links: found.branches.map((branch) => ({
        source: branch.from_id, target: branch.to_id, key: branch.carbon.key,
        told: `${names.get(branch.from_id) ?? ''} → ${names.get(branch.to_id) ?? ''}\n${digits(branch.amount.value)} ${pretty(branch.amount.unit)}\n${digits(branch.carbon.value)} ${pretty(branch.carbon.unit)}`,
        lineStyle: { width: size(branch.amount.value, mostFlow, 1, 10), color: ink.faint, opacity: 0.5, curveness: 0.12 },
      })),
    }],
  }
}

const short = (name: string, most: number): string => (name.length > most ? `${name.slice(0, most - 1)}…` : name)

/** Every branch with the mix it comes from. */
export function networkDrawn(found: CarbonMap, t: TFunction, say: Say): Drawn {
  const nodes = new Map(found.nodes.map((node) => [node.node_id, node]))
  const [amount, carbon, clean] = [found.branches[0]?.amount.unit, found.branches[0]?.carbon.unit, found.nodes[0]?.intensity.unit]
  return {
    head: [
      t('trace.from'), t('trace.to'), `${t('line.amount')} (${pretty(amount ?? '')})`, `${t('trace.carbon')} (${pretty(carbon ?? '')})`,
      `${t('trace.mix_from')} (${pretty(clean ?? '')})`, `${t('trace.mix_to')} (${pretty(clean ?? '')})`,
    ],
    rows: found.branches.map((branch) => [
      say(nodes.get(branch.from_id)?.name), say(nodes.get(branch.to_id)?.name), branch.amount.value, branch.carbon.value,
      nodes.get(branch.from_id)?.intensity.value ?? null, nodes.get(branch.to_id)?.intensity.value ?? null,
    ]),
  }
}
