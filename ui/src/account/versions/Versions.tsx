/** Kept inventories: their versions, what changed between them, and the old ones to read. */
import { Panel } from '../../parts/Page'
import { Answer, Empty } from '../../parts/states'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import { AccountPage } from '../AccountPage'
import { useKept } from '../compare/ask'
import { BasePanel } from './BasePanel'
import { BridgePanel } from './BridgePanel'
import { KeepForm } from './KeepForm'
import { OldVersion } from './OldVersion'
import { SeriesPanel } from './SeriesPanel'

/** `id@2` is version 2 of an inventory; `id@1@2` the bridge between two. */
function parts(text: string | null): { id: string; numbers: number[] } {
  const [id = '', ...numbers] = (text ?? '').split('@')
  return { id, numbers: numbers.map(Number) }
}

export function VersionsPage() {
  const { t } = useText()
  const { park, search } = useView()
  const kept = useKept(park.park_id)
  const open = parts(search.get('kept'))
  const between = parts(search.get('bridge'))
  return (
    <AccountPage title={t('versions.title')} answer={t('versions.lead')}>
      {open.numbers.length === 1 && <OldVersion park={park.park_id} inventory={open.id} version={open.numbers[0] ?? 1} />}
      {between.numbers.length === 2 && <BridgePanel park={park.park_id} inventory={between.id} old={between.numbers[0] ?? 1} last={between.numbers[1] ?? 2} />}
      <div className="two wide-left">
        <Answer of={kept}>
          {(series) => series.length === 0
            ? <Empty title={t('versions.empty')}><p>{t('versions.empty_hint')}</p></Empty>
            : <div className="stack">{series.map((each) => <SeriesPanel key={each.inventory_id} series={each} />)}</div>}
        </Answer>
        <div className="stack">
          <Panel title={t('versions.keep')} note={t('versions.keep_note')}><KeepForm /></Panel>
          <BasePanel park={park.park_id} />
        </div>
      </div>
    </AccountPage>
  )
}
