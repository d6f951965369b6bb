/** Channels with what is known of their readings; a name leads to the load curve. */
import { Link } from 'react-router'
import { Figure } from '../../parts/Figure'
import { pretty, type Scale } from '../../parts/format'
import { Ledger, type Column } from '../../parts/Ledger'
import { useText } from '../../shell/lang'
import { useAddress } from '../../shell/view'
import type { ChannelNode } from './ask'

const PERCENT: Scale = { factor: 100, unit: '%' }
const KINDS = {
  interval: 'readings.kind.interval', counter: 'readings.kind.counter',
  instant: 'readings.kind.instant', virtual: 'readings.kind.virtual',
} as const
const ROLES = {
  supply: 'readings.role.supply', export: 'readings.role.export', generation: 'readings.role.generation',
  combustion: 'readings.role.combustion', process: 'readings.role.process', transfer: 'readings.role.transfer',
  check: 'readings.role.check',
} as const
const isKind = (kind: string): kind is keyof typeof KINDS => kind in KINDS
const isRole = (role: string): role is keyof typeof ROLES => role in ROLES

interface Props {
  label: string
  rows: ChannelNode[]
  /** how deep a channel stands below others of the table */
  depth?: (node: ChannelNode) => number
  isMending?: boolean
}

export function ChannelRows({ label, rows, depth = () => 0, isMending = false }: Props) {
  const { t, say } = useText()
  const { link, search } = useAddress()
  const span: Record<string, string> = {}
  for (const name of ['from', 'to']) { const day = search.get(name); if (day) span[name] = day }
  const name = (node: ChannelNode) => (
    <span style={{ paddingLeft: `${String(depth(node) * 18)}px`, display: 'inline-block' }}>
      <Link to={link('/data/readings/curve', { ...span, channel: node.channel_id })}>{say(node.name)}</Link>{' '}
      <code className="code">{node.channel_id}</code>
    </span>
  )
  const what = (node: ChannelNode) => (
    <>
      {node.carrier_label ? say(node.carrier_label) : '–'}
      <span className="unit">{pretty(node.unit)}</span>
    </>
  )
  const about: Column<ChannelNode>[] = isMending
    ? [{ key: 'mend', head: t('readings.mend'), isWide: true, cell: (node) => (node.mend ? say(node.mend) : '–') }]
    : [
        { key: 'what', head: t('readings.carrier'), cell: what },
        { key: 'kind', head: t('readings.kind'), cell: (node) => <>{isKind(node.kind) ? t(KINDS[node.kind]) : node.kind}{node.minutes > 0 && <span className="unit num">{t('readings.step.native', { n: node.minutes })}</span>}</> },
        { key: 'role', head: t('readings.role'), cell: (node) => (isRole(node.role) ? t(ROLES[node.role]) : node.role) },
      ]
  return (
    <Ledger
      label={label} rows={rows} rowKey={(node) => node.channel_id}
      columns={[
        { key: 'name', head: t('readings.channel'), isName: true, isWide: true, cell: name },
        ...(isMending ? [{ key: 'member', head: t('readings.member'), cell: (node: ChannelNode) => say(node.member) }] : []),
        ...about,
        { key: 'last', head: t('readings.last'), cell: (node) => <span className="num still">{node.last ? node.last.slice(0, 16).replace('T', ' ') : '–'}</span> },
        { key: 'complete', head: t('readings.complete'), isNumber: true, cell: (node) => <Figure of={node.completeness} scale={PERCENT} showUnit /> },
        { key: 'score', head: t('readings.score'), isNumber: true, cell: (node) => <Figure of={node.score} scale={PERCENT} showUnit /> },
        { key: 'flags', head: t('readings.flags'), isWide: true, cell: (node) => <Flags node={node} /> },
      ]}
    />
  )
}

function Flags({ node }: { node: ChannelNode }) {
  const { t, say } = useText()
  if (node.missing === 0 && node.flags.length === 0) return <>–</>
  return (
    <span className="flags">
      {node.missing > 0 && <span className="tag warn">{t('readings.n_missing', { n: node.missing })}</span>}
      {node.flags.map((each) => <span className="tag" key={each.flag}>{say(each.label)} {each.count}</span>)}
    </span>
  )
}
