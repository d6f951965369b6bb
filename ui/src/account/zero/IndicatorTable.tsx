/** Every indicator with its limits: figure, distance, and what closes it or is missing. */
import { Link } from 'react-router'
import { Figure } from '../../parts/Figure'
import { digits, scaled, type Scale } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import type { Gap, Indicator } from './ask'
import { Verdict } from './Verdict'

/** Shares read as percent, grades without a unit; else by the figure's own unit. */
const PLAIN: Scale = { factor: 1, unit: '' }
const PERCENT: Scale = { factor: 100, unit: '%' }

function scaleOfRule({ unit }: Indicator): Scale | undefined {
  if (unit === '1') return PERCENT
  return unit === 'grade' ? PLAIN : undefined
}

interface Row {
  indicator: Indicator
  gap: Gap | undefined
  isFirst: boolean
}

const KINDS = { core: 'zero.kind.core', guide: 'zero.kind.guide', principle: 'zero.kind.principle' } as const

const rowsOf = (indicators: Indicator[]): Row[] =>
  indicators.flatMap((indicator) => {
    const gaps = indicator.gaps.length > 0 ? indicator.gaps : [undefined]
    return gaps.map((gap, at) => ({ indicator, gap, isFirst: at === 0 }))
  })

export function IndicatorTable({ indicators }: { indicators: Indicator[] }) {
  const { t, say } = useText()
  return (
    <Ledger
      label={t('zero.title_short')}
      rows={rowsOf(indicators)}
      rowKey={(row, at) => `${row.indicator.code}:${String(at)}`}
      columns={[
        { key: 'name', head: t('zero.indicator'), isName: true, isWide: true, cell: (row) => row.isFirst && <span title={say(row.indicator.definition)}>{say(row.indicator.label)} <span className="tag">{t(KINDS[row.indicator.kind])}</span></span> },
        { key: 'figure', head: t('zero.figure'), isNumber: true, cell: (row) => row.isFirst && <Figure of={row.indicator.figure} scale={scaleOfRule(row.indicator)} showUnit /> },
        { key: 'limit', head: t('zero.limit'), isNumber: true, cell: (row) => row.gap && <Limit row={row} gap={row.gap} /> },
        { key: 'verdict', head: t('plan.met'), cell: (row) => row.gap && <Verdict gap={row.gap} /> },
        { key: 'gap', head: t('plan.gap'), isNumber: true, cell: (row) => row.gap && <Figure of={row.gap.amount} scale={scaleOfRule(row.indicator)} showUnit /> },
        { key: 'closes', head: t('zero.closes'), isNumber: true, cell: (row) => row.gap?.verdict !== 'met' && <Figure of={row.gap?.closes} showUnit /> },
        { key: 'missing', head: t('zero.missing'), isWide: true, cell: (row) => row.isFirst && <Missing indicator={row.indicator} /> },
      ]}
    />
  )
}

function Limit({ row, gap }: { row: Row; gap: Gap }) {
  const scale = scaleOfRule(row.indicator)
  const sign = row.indicator.sense === 'at_most' ? '≤' : '≥'
  return (
    <span className="num">
      {sign} {digits(scaled(gap.limit.value, scale ?? PLAIN), 2)}{scale?.unit}{gap.limit.year === null ? '' : ` (${String(gap.limit.year)})`}
    </span>
  )
}

function Missing({ indicator }: { indicator: Indicator }) {
  const { say, t } = useText()
  const { link } = useView()
  if (indicator.missing.length === 0) {
    return indicator.figure ? null : <>{indicator.notes.map((note) => say(note)).join(' ')}</>
  }
  return (
    <>
      {indicator.missing.map((each) => say(each.label)).join(t('zero.and'))}{' '}
      <Link to={link('/data/indicators')}>{t('account.to_data')}</Link>
    </>
  )
}
