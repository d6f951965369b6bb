/** What is this figure worth, whose fault is it, and what to mend first? */
import { Panel } from '../../parts/Page'
import { Pick } from '../../parts/Pick'
import { Answer } from '../../parts/states'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import { AccountPage } from '../AccountPage'
import { useUncertainty, type Uncertainty as Found } from './ask'
import { Bounds } from './Bounds'
import { Histogram, Shares } from './Charts'
import { Known } from './Known'
import { MendList, UnknownList } from './Lists'
import { TrendPanel } from './TrendPanel'

export function Uncertainty() {
  const { t, say } = useText()
  const { cut, year, park, search, set } = useView()
  const from = Number(search.get('from')) || undefined
  const found = useUncertainty(cut, year, from)
  const earlier = park.years.filter((each) => each < year)
  return (
    <AccountPage
      title={t('uncertainty.title', { year })}
      answer={found.data && say(found.data.finding)}
      side={earlier.length > 0 && (
        <Pick
          label={t('uncertainty.since')} value={String(found.data?.trend?.from_year ?? from ?? '')}
          options={earlier.map((each) => ({ value: String(each), label: String(each) }))}
          onPick={(next) => { set({ from: next }) }}
        />
      )}
    >
      <Answer of={found}>{(data) => <Body found={data} />}</Answer>
    </AccountPage>
  )
}

function Body({ found }: { found: Found }) {
  const { t } = useText()
  return (
    <>
      <Bounds found={found} />
      <div className="two">
        <Known found={found} />
        {found.total.approach_2 && <Histogram found={found} drawn={found.total.approach_2} />}
      </div>
      <Panel title={t('uncertainty.mend')} note={t('uncertainty.mend_note')}>
        <MendList mends={found.mend_first} />
      </Panel>
      {found.unknown.length > 0 && (
        <Panel title={t('uncertainty.unknown', { n: found.unknown_count })} note={t('uncertainty.unknown_note')}>
          <UnknownList parts={found.unknown} unit={found.unit} />
        </Panel>
      )}
      <div className="two">
        {found.contributions.length > 0 && <Shares found={found} />}
        {found.trend && <TrendPanel trend={found.trend} />}
      </div>
    </>
  )
}
