/** A park beside the indicators of zero-carbon parks: verdict, gap, way, what drives it. */
import { Panel } from '../../parts/Page'
import { Pick } from '../../parts/Pick'
import { Answer } from '../../parts/states'
import { Cited } from '../../plan/Cited'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import { AccountPage } from '../AccountPage'
import { type ZeroCarbon, useZeroCarbon } from './ask'
import { BasisPanel } from './BasisPanel'
import { Drivers } from './Drivers'
import { Finding } from './Finding'
import { IndicatorTable } from './IndicatorTable'

export function ZeroCarbonPage() {
  const { t, say } = useText()
  const { cut, year, search, set } = useView()
  const chosen = search.get('set') ?? 'national'
  const found = useZeroCarbon(cut, year, chosen)
  const sets = found.data?.sets ?? []
  return (
    <AccountPage
      title={t('zero.title', { year })}
      answer={found.data && <Finding found={found.data} />}
      side={
        <Pick
          label={t('zero.set')} value={chosen}
          options={sets.map((each) => ({ value: each.set_id, label: say(each.label) }))}
          onPick={(next) => { set({ set: next === 'national' ? undefined : next }) }}
        />
      }
    >
      <Answer of={found}>{(data) => <Body found={data} />}</Answer>
    </AccountPage>
  )
}

function Body({ found }: { found: ZeroCarbon }) {
  const { t, say } = useText()
  const core = found.indicators.find((each) => each.kind === 'core')
  return (
    <>
      <Panel title={t('zero.table', { name: say(found.label) })} note={<Cited cite={found.cite} />}>
        <IndicatorTable indicators={found.indicators} />
        {found.notes.map((note) => <p className="faint" key={note.en}>{say(note)}</p>)}
      </Panel>
      {core && core.drivers.length > 0 && <Drivers core={core} />}
      {found.bases.map((basis) => <BasisPanel key={basis.code} basis={basis} />)}
    </>
  )
}
