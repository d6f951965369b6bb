/** Carbon as bands: sources on the left, where it ends on the right. */
import type { TFunction } from 'i18next'
import type { EChartsCoreOption } from 'echarts/core'
import type { FigureValue, Text } from '../api/client'
import type { Drawn } from '../parts/ChartCard'
import { base } from '../parts/chartbase'
import { digits, pretty } from '../parts/format'
import { colourOf, TOTAL } from '../parts/palette'
import type { Ink } from '../shell/theme'
import type { CarbonPicture, PictureNode } from './ask'
import { readyParts } from './parts'

type Say = (text: Text | null | undefined) => string

interface Hit { dataType?: string; name?: string; data?: { figure?: FigureValue; told?: string } }

const short = (name: string, most: number): string => (name.length > most ? `${name.slice(0, most - 1)}…` : name)

function paint(node: PictureNode): string {
  if (node.carrier_id !== null) return colourOf(node.carrier_id)
  return node.kind === 'member' ? '#0b7a75' : TOTAL
}

function labelOf(isLeft: boolean, ink: Ink) {
  return {
    position: isLeft ? 'left' : 'right', color: ink.text, fontSize: 12,
    textBorderColor: ink.panel, textBorderWidth: 2,
  }
}

export function sankeyOption(found: CarbonPicture, say: Say, ink: Ink, isNarrow: boolean): EChartsCoreOption {
  readyParts()
  const names = new Map(found.nodes.map((node) => [node.id, say(node.name)]))
  const deepest = Math.max(...found.nodes.map((node) => node.rank))
  const room = isNarrow ? 11 : 26
  return {
    ...base(ink),
    legend: { show: false },
    tooltip: {
      ...base(ink).tooltip, trigger: 'item',
      formatter: (hit: Hit) => (hit.dataType === 'edge' ? hit.data?.told ?? '' : names.get(hit.name ?? '') ?? ''),
    },
    series: [{
      type: 'sankey', left: 4, right: isNarrow ? 8 : 190, top: 8, bottom: 8,
      nodeWidth: 12, nodeGap: 14, nodeAlign: 'justify', draggable: false, layoutIterations: 48,
      emphasis: { focus: 'adjacency' },
      data: found.nodes.map((node) => ({
        name: node.id,
        ...(node.member_id === null ? {} : { pick: node.member_id }),
        itemStyle: { color: paint(node), borderWidth: 0 },
        label: {
          ...labelOf(isNarrow && node.rank * 2 > deepest, ink),
          formatter: short(names.get(node.id) ?? '', room),
        },
      })),
      links: found.links.map((link) => ({
        source: link.from_id, target: link.to_id, value: link.carbon.value ?? 0, key: link.carbon.key,
        told: `${names.get(link.from_id) ?? ''} → ${names.get(link.to_id) ?? ''}\n${link.carrier ? `${say(link.carrier)}  ` : ''}${digits(link.carbon.value)} ${pretty(link.carbon.unit)}`,
        lineStyle: { color: link.carrier_id === null ? TOTAL : colourOf(link.carrier_id), opacity: 0.42, curveness: 0.5 },
      })),
    }],
  }
}

/** The edge list of exactly what is drawn. */
export function sankeyDrawn(found: CarbonPicture, t: TFunction, say: Say): Drawn {
  const names = new Map(found.nodes.map((node) => [node.id, say(node.name)]))
  const unit = pretty(found.total.unit)
  return {
    head: [t('trace.from'), t('trace.to'), t('cut.carrier'), `${t('trace.carbon')} (${unit})`, t('trace.from_id'), t('trace.to_id')],
    rows: found.links.map((link) => [
      names.get(link.from_id) ?? '', names.get(link.to_id) ?? '', say(link.carrier), link.carbon.value,
      link.from_id, link.to_id,
    ]),
  }
}

export const toldSpan = (found: Pick<CarbonPicture, 'at' | 'kind' | 'hours'>): string => {
  if (found.kind !== 'hour') return found.at
  return (found.hours[Number(found.at.slice(11))] ?? found.at).slice(0, 16).replace('T', ' ')
}
