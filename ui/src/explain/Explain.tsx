/** What moved the emissions between two years. */
import { Link } from 'react-router'
import { Pick } from '../parts/Pick'
import { Panel } from '../parts/Page'
import { Answer } from '../parts/states'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'
import { useSplit, type Split } from './ask'
import { Closing, Waterfall } from './Change'
import { EffectTables } from './EffectTables'
import { ExplainPage } from './ExplainPage'
import { useSource } from './source'
import { Next } from './Next'
import { OwnChange } from './OwnChange'
import { ofPark } from './shapes'
import { useYears, YearFilters } from './YearFilters'

export function Explain() {
  return useSource().isOwn ? <OwnChange /> : <ParkChange />
}

function ParkChange() {
  const { t, say } = useText()
  const { cut, member, park, search, link } = useView()
  const split = useSplit(cut, search.get('by') ?? '', useYears())
  const isEmpty = park.years.length < 2
  return (
    <ExplainPage title={t('explain.title')} answer={split.data && say(split.data.finding)}>
      {member !== undefined && <div className="note">{t('explain.whole_park')}</div>}
      {!isEmpty && <Filters split={split.data} />}
      {isEmpty
        ? <Panel title={t('explain.empty')}><p>{t('explain.empty_hint')}</p><p><Link to={link('/data/indicators')}>{t('account.to_data')}</Link></p></Panel>
        : <Answer of={split}>{(data) => <Body split={data} />}</Answer>}
    </ExplainPage>
  )
}

function Filters({ split }: { split: Split | undefined }) {
  const { t, say } = useText()
  const { search, set } = useView()
  const offered = (split?.identities ?? []).filter((each) => each.reason === null)
  return (
    <div className="filters">
      <YearFilters from={split?.from_year} to={split?.to_year} />
      <Pick
        label={t('explain.by')} value={split?.identity ?? search.get('by') ?? ''}
        options={offered.map((each) => ({ value: each.code, label: say(each.label) }))}
        onPick={(by) => { set({ by }, true) }}
      />
    </div>
  )
}

function Body({ split }: { split: Split }) {
  const { t, say } = useText()
  const move = ofPark(split.whole)
  const refused = split.identities.filter((each) => each.reason !== null)
  return (
    <>
      <div className="two wide-left">
        <Waterfall move={move} sub={say(split.basis)}><Closing move={move} error={split.whole.closing_error} /></Waterfall>
        <div className="stack">
          <Panel title={t('explain.how')}>
            <p className="formula">{split.formula}</p>
            <p className="faint">{t('explain.how_note')}</p>
            {split.notes.map((note) => <p key={note.en} className="faint">{say(note)}</p>)}
            {refused.length > 0 && <h3>{t('explain.refused')}</h3>}
            <ul className="faults">
              {refused.map((each) => <li key={each.code}><span className="mark" aria-hidden="true" /><span><strong>{say(each.label)}</strong> {each.reason && say(each.reason)}</span></li>)}
            </ul>
          </Panel>
          <Next steps={['years', 'decoupling', 'regression']} />
        </div>
      </div>
      <EffectTables change={split.whole} />
    </>
  )
}
