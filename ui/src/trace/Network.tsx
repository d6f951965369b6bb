/** A carrier's network in any span: how clean each node's mix is, and what flows between. */
import { ChartCard } from '../parts/ChartCard'
import { Pick } from '../parts/Pick'
import { Answer } from '../parts/states'
import { useText } from '../shell/lang'
import { ink, useTheme } from '../shell/theme'
import { useMap, type CarbonMap } from './ask'
import { HowBar } from './HowBar'
import { heightOf, networkDrawn, networkOption } from './network'
import { NodeCard } from './NodeCard'
import { Nothing } from './Nothing'
import { toldSpan } from './sankey'
import { SpanBar } from './SpanBar'
import { TracePage } from './TracePage'
import { useNarrow } from './useNarrow'
import { useTrace } from './view'

export function NetworkPage() {
  const { t, say } = useText()
  const { how, at, search, park } = useTrace()
  const found = useMap(how, at, search.get('carrier') ?? '', park.years.length > 0)
  if (park.years.length === 0) return <TracePage title={t('trace.network')}><Nothing /></TracePage>
  return (
    <TracePage
      title={t('trace.network')} side={<HowBar hasLevel={false} />}
      answer={found.data && <>{toldSpan(found.data)}: {say(found.data.finding)}</>}
    >
      <Answer of={found}>{(data) => <Body found={data} isWaiting={found.isPlaceholderData} />}</Answer>
    </TracePage>
  )
}

function Body({ found, isWaiting }: { found: CarbonMap; isWaiting: boolean }) {
  const { t, say } = useText()
  const { isDark } = useTheme()
  const { how, search, set } = useTrace()
  const isNarrow = useNarrow()
  const node = search.get('node') ?? ''
  if (found.nodes.length === 0) return <Nothing />
  const chosen = found.nodes.find((each) => each.node_id === node)
  return (
    <>
      <SpanBar shown={found} isWaiting={isWaiting} />
      <ChartCard
        title={say(found.finding)}
        sub={t('trace.network_sub', { at: toldSpan(found), view: t(`trace.view.${how.view}`) })}
        height={heightOf(found)} option={networkOption(found, say, ink(isDark), isNarrow, node)} drawn={networkDrawn(found, t, say)}
        onPick={(next) => { set({ node: next }) }}
      >
        <div className="grid-bar">
          <Pick
            label={t('cut.carrier')} value={found.carrier_id}
            options={found.carriers.map((each) => ({ value: each.carrier_id, label: say(each.carrier) }))}
            onPick={(next) => { set({ carrier: next, node: undefined }) }}
          />
          <Pick
            label={t('trace.node')} value={node}
            options={[
              { value: '', label: t('trace.no_node') },
              ...found.nodes.filter((each) => each.kind === 'node').map((each) => ({ value: each.node_id, label: say(each.name) })),
            ]}
            onPick={(next) => { set({ node: next === '' ? undefined : next }) }}
          />
        </div>
        {found.notes.map((note) => <p className="faint" key={note.en}>{say(note)}</p>)}
      </ChartCard>
      {chosen?.kind === 'node' && <NodeCard key={node} node={node} carrier={found.carrier_id} />}
    </>
  )
}
