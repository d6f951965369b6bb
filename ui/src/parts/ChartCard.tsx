/** A chart with its finding, unit, period, table, copy, PNG and CSV. */
import { CopyOutlined, DownloadOutlined, PictureOutlined, TableOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react'
import { useAddress } from '../shell/view'
import { useText } from '../shell/lang'
import { ink, useTheme } from '../shell/theme'
import { copy, download, fileName, toCsv, toTsv, type Cell } from './csv'
import { digits, exact } from './format'
import { Ledger } from './Ledger'

// asked for as soon as a page with charts is, not when its data are there
const drawing = import('./Canvas')
const Canvas = lazy(() => drawing)

export interface Drawn {
  head: string[]
  rows: Cell[][]
}

interface Props {
  title: string
  sub: string
  option: EChartsCoreOption
  drawn: Drawn
  height?: number
  onPick?: (id: string) => void
  onZoom?: (first: number, last: number) => void
  children?: ReactNode
}

function DrawnTable({ title, drawn }: { title: string; drawn: Drawn }) {
  return (
    <Ledger<Cell[]>
      label={title}
      rows={drawn.rows}
      rowKey={(_, at) => String(at)}
      columns={drawn.head.map((head, at) => ({
        key: String(at),
        head,
        isName: at === 0,
        isNumber: at > 0 && drawn.rows.some((each) => typeof each[at] === 'number'),
        cell: (row) => {
          const cell = row[at]
          if (typeof cell !== 'number' || at === 0) return cell ?? '–'
          return <span className="num" title={exact(cell)}>{digits(cell)}</span>
        },
      }))}
    />
  )
}

export function ChartCard({ title, sub, option, drawn, height = 270, onPick, onZoom, children }: Props) {
  const { t } = useText()
  const { set } = useAddress()
  const { isDark } = useTheme()
  const { message } = App.useApp()
  const [isTable, setTable] = useState(false)
  const chart = useRef<EChartsType | null>(null)
  const [hold] = useState(() => (made: EChartsType | null) => { chart.current = made })
  const [onKey] = useState(() => (key: string) => { set({ figure: key }) })
  const all: Cell[][] = [drawn.head, ...drawn.rows]

  const saveImage = () => {
    const url = chart.current?.getDataURL({ pixelRatio: 2, backgroundColor: ink(isDark).panel })
    if (url) download(`${fileName(title)}.png`, url)
  }
  const copyTable = () => {
    void copy(`${title}\n${sub}\n${toTsv(all)}`).then((isDone) => {
      if (isDone) message.success(t('chart.copied'))
      else message.error(t('chart.not_copied'))
    })
  }
  const tools = [
    { key: 'table', name: t('chart.table'), icon: <TableOutlined />, act: () => { setTable(!isTable) } },
    { key: 'copy', name: t('chart.copy'), icon: <CopyOutlined />, act: copyTable },
    { key: 'png', name: t('chart.png'), icon: <PictureOutlined />, act: saveImage, isOff: isTable },
    {
      key: 'csv', name: t('chart.csv'), icon: <DownloadOutlined />,
      act: () => { download(`${fileName(title)}.csv`, new Blob([toCsv(all)], { type: 'text/csv' })) },
    },
  ]
  return (
    <section className="panel card" aria-label={title}>
      <div className="card-head">
        <div>
          <h2>{title}</h2>
          <p className="faint">{sub}</p>
        </div>
        <div className="card-tools">
          {tools.map((tool) => (
            <Button
              key={tool.key} type="text" size="small" icon={tool.icon} title={tool.name}
              aria-label={`${tool.name}: ${title}`} disabled={tool.isOff} onClick={tool.act}
              aria-pressed={tool.key === 'table' ? isTable : undefined}
            />
          ))}
        </div>
      </div>
      {isTable ? (
        <DrawnTable title={title} drawn={drawn} />
      ) : (
        <Suspense fallback={<div className="canvas" style={{ height }} />}>
          <Canvas option={option} label={t('chart.aria', { title, sub })} height={height} onKey={onKey} onPick={onPick} hold={hold} onZoom={onZoom} />
        </Suspense>
      )}
      {children}
    </section>
  )
}
