/** Two versions: old, new and the difference, because of what; and whether somebody answers for it. */
import { Button } from 'antd'
import { Figure } from '../../parts/Figure'
import { pretty } from '../../parts/format'
import { Panel } from '../../parts/Page'
import { Answer, Failure } from '../../parts/states'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import { useAccept, useBridge, useKept, type Bridge } from '../compare/ask'
import { BridgeCard } from '../compare/BridgeCard'
import { Changes } from '../compare/Changes'
import { Items } from '../compare/Items'

export function BridgePanel({ park, inventory, old, last }: { park: string; inventory: string; old: number; last: number }) {
  const { t } = useText()
  const { set } = useView()
  const found = useBridge(park, inventory, old, last)
  const kept = useKept(park)
  const head = kept.data?.find((each) => each.inventory_id === inventory)?.versions.find((each) => each.version === last)
  const accept = useAccept(park, inventory)
  return (
    <section className="stack" aria-label={t('versions.bridge_title', { old, last })}>
      <div className="grid-bar">
        <strong>{t('versions.bridge_title', { old, last })}</strong>
        {head?.state === 'draft' && (
          <Button type="primary" size="small" loading={accept.isPending} onClick={() => { accept.mutate({ version: last, why: '' }) }}>
            {t('versions.accept', { version: last })}
          </Button>
        )}
        <Button size="small" onClick={() => { set({ bridge: undefined }) }}>{t('versions.close')}</Button>
      </div>
      {accept.error && <Failure error={accept.error} />}
      <Answer of={found}>{(data) => <Both bridge={data.bridge} old={old} last={last} />}</Answer>
    </section>
  )
}

function Both({ bridge, old, last }: { bridge: Bridge; old: number; last: number }) {
  const { t, say } = useText()
  return (
    <>
      <div className="two wide-left">
        <BridgeCard bridge={bridge} from={old} to={last} sub={`v${String(old)} → v${String(last)}`} />
        <Panel title={t('versions.supplement')} note={pretty(say(bridge.sentence))}>
          <div className="list-row"><span>{say(bridge.old.label)}</span><Figure of={bridge.old} showUnit /></div>
          <div className="list-row"><span>{say(bridge.new.label)}</span><Figure of={bridge.new} showUnit /></div>
          <div className="list-row"><span>{say(bridge.difference.label)}</span><Figure of={bridge.difference} showUnit isChange /></div>
          {bridge.parts.map((part) => (
            <div key={part.cause} className="list-row"><span>{say(part.label)}</span><Figure of={part.co2_t} showUnit isChange /></div>
          ))}
        </Panel>
      </div>
      <Panel title={t('bridge.factors')}><Changes changes={bridge.changes} unit={bridge.old.unit} /></Panel>
      <Panel title={t('bridge.items', { n: bridge.item_count })}><Items items={bridge.items} label={t('bridge.items', { n: bridge.item_count })} /></Panel>
    </>
  )
}
