/** Members and their channels: what each counts, when it last spoke, how good it is. */
import { Link } from 'react-router'
import { percent } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { Panel } from '../../parts/Page'
import { useText } from '../../shell/lang'
import type { ChannelNode, ChannelTree } from './ask'
import { useChannels } from './ask'
import { ChannelRows } from './ChannelRows'
import { Months } from './Months'
import { Readings } from './Nothing'
import { ReadingsPage } from './ReadingsPage'
import { useWindow } from './view'

export function ChannelsPage() {
  const { t } = useText()
  const { window, search, set } = useWindow()
  const wanted = search.get('search') ?? ''
  const found = useChannels(window, wanted)
  return (
    <ReadingsPage
      title={t('readings.tab.channels')}
      answer={found.data && t('readings.n_channels', { n: found.data.found, members: found.data.members.length })}
      side={<Link to="/data/channels">{t('readings.declare')}</Link>}
    >
      <input
        type="search" className="field search" value={wanted} placeholder={t('readings.search')} aria-label={t('readings.search')}
        onChange={(event) => { set({ search: event.target.value }, true) }}
      />
      <Readings of={found}>{(tree) => <Body tree={tree} />}</Readings>
    </ReadingsPage>
  )
}

function Body({ tree }: { tree: ChannelTree }) {
  const { t, say } = useText()
  const { window, set } = useWindow()
  const { rows, depth } = ordered(tree.channels)
  return (
    <>
      <Months of={tree} />
      <div className="two stacked">
        <Panel
          title={t('readings.tree')}
          note={tree.found > rows.length ? t('readings.more_channels', { n: rows.length, all: tree.found }) : undefined}
        >
          <ChannelRows label={t('readings.tree')} rows={rows} depth={(node) => depth.get(node.channel_id) ?? 0} />
        </Panel>
        <Panel title={t('readings.members')}>
          <Ledger
            label={t('readings.members')} rows={tree.members} rowKey={(member) => member.member_id}
            columns={[
              {
                key: 'name', head: t('readings.member'), isName: true,
                cell: (member) => (
                  <button type="button" className="as-link" aria-pressed={member.member_id === window.member} onClick={() => { set({ member: member.member_id, search: undefined }) }}>
                    {say(member.name)}
                  </button>
                ),
              },
              { key: 'n', head: t('readings.tab.channels'), isNumber: true, cell: (member) => member.channels },
              { key: 'complete', head: t('readings.complete'), isNumber: true, cell: (member) => percent(member.complete) },
              { key: 'worst', head: t('readings.worst'), isNumber: true, cell: (member) => percent(member.worst) },
            ]}
          />
        </Panel>
      </div>
    </>
  )
}

/** Sub-channels under their parent, as far as both are in the list. */
function ordered(nodes: ChannelNode[]): { rows: ChannelNode[]; depth: Map<string, number> } {
  const known = new Set(nodes.map((node) => node.channel_id))
  const depth = new Map<string, number>()
  const below = (parent: string | null, at: number): ChannelNode[] =>
    nodes
      .filter((node) => (parent === null ? node.parent_id === null || !known.has(node.parent_id) : node.parent_id === parent))
      .flatMap((node) => {
        depth.set(node.channel_id, at)
        return [node, ...below(node.channel_id, at + 1)]
      })
  return { rows: below(null, 0), depth }
}
