/** A year beside the year before, by itself: what moved, what vanished, what is new, what looks wrong. */
import { pretty } from '../../parts/format'
import { Panel } from '../../parts/Page'
import { Pick } from '../../parts/Pick'
import { Answer, FaultList } from '../../parts/states'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import { AccountPage } from '../AccountPage'
import { useComparison, type YearComparison } from './ask'
import { BridgeCard } from './BridgeCard'
import { Changes } from './Changes'
import { Items } from './Items'
import { Looks } from './Looks'

export function ComparePage() {
  const { t, say } = useText()
  const { cut, park, search, set } = useView()
  const to = Number(search.get('to') ?? search.get('year') ?? 0)
  const from = Number(search.get('from') ?? 0)
  const found = useComparison(cut, from, to)
  const years = park.years.map((year) => ({ value: String(year), label: String(year) }))
  const data = found.data
  return (
    <AccountPage
      title={t('compare.title')}
      answer={data && `${String(data.from_year)} → ${String(data.to_year)}: ${pretty(say(data.bridge.sentence))}`}
      side={
        <>
          <Pick label={t('compare.from')} value={String(data?.from_year ?? from)} options={years} onPick={(next) => { set({ from: next }) }} />
          <Pick label={t('compare.to')} value={String(data?.to_year ?? to)} options={years} onPick={(next) => { set({ to: next }) }} />
        </>
      }
    >
      <Answer of={found}>{(shown) => <Body found={shown} />}</Answer>
    </AccountPage>
  )
}

function Body({ found }: { found: YearComparison }) {
  const { t } = useText()
  const unit = found.bridge.old.unit
  return (
    <>
      <div className="two wide-left">
        <BridgeCard bridge={found.bridge} from={found.from_year} to={found.to_year} sub={`${String(found.from_year)} → ${String(found.to_year)}`} />
        <Panel title={t('compare.looks', { n: found.looks.length })} note={t('compare.looks_note')}>
          <Looks looks={found.looks} unit={unit} />
        </Panel>
      </div>
      <Panel title={t('compare.moved', { n: found.moved.length })}><Items items={found.moved} label={t('compare.moved', { n: found.moved.length })} /></Panel>
      <div className="two even">
        <Panel title={t('compare.vanished', { n: found.vanished.length })} note={t('compare.vanished_note')}>
          <Items items={found.vanished} label={t('compare.vanished', { n: found.vanished.length })} />
        </Panel>
        <Panel title={t('compare.new', { n: found.new.length })}><Items items={found.new} label={t('compare.new', { n: found.new.length })} /></Panel>
      </div>
      <Panel title={t('bridge.factors')} note={t('compare.factors_note')}><Changes changes={found.bridge.changes} unit={unit} /></Panel>
      {found.missing.length > 0 && <Panel title={t('inventory.missing', { n: found.missing.length })}><FaultList faults={found.missing} /></Panel>}
    </>
  )
}
