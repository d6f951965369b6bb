/** Where the park stands: distance to each target, what binds, levers, what cannot be said. */
import { Figure } from '../../parts/Figure'
import { Panel } from '../../parts/Page'
import { Answer } from '../../parts/states'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import { PlanPage } from '../PlanPage'
import { type Diagnosis, useDiagnosis } from './ask'
import { Benchmarks } from './Benchmarks'
import { Bullet } from './Bullet'
import { Clauses } from './Clauses'
import { Levers } from './Levers'

export function DiagnosisPage() {
  const { t, say } = useText()
  const { cut } = useView()
  const found = useDiagnosis(cut)
  return (
    <PlanPage title={t('diagnosis.title')} answer={found.data && say(found.data.answer)}>
      <Answer of={found}>{(data) => <Body found={data} />}</Answer>
    </PlanPage>
  )
}

function Body({ found }: { found: Diagnosis }) {
  const { t, say } = useText()
  const binds = found.distances.find((each) => each.target_id === found.binds)
  return (
    <>
      <Panel title={t('diagnosis.distances')} note={t('diagnosis.distances_note', { year: found.year })}>
        {found.distances.length === 0 && <p className="faint">{t('diagnosis.no_targets')}</p>}
        {found.distances.map((each) => <Bullet key={each.target_id} distance={each} doesBind={each === binds} why={each === binds ? found.binds_why : null} />)}
      </Panel>
      <Panel title={t('diagnosis.levers', { year: found.lever_year })} note={t('diagnosis.levers_note')}>
        <Levers found={found} />
      </Panel>
      <div className="two">
        <div className="stack">
          {found.drivers && (
            <Panel title={t('diagnosis.drivers', { from: found.drivers.from_year, to: found.drivers.to_year })}>
              {[...found.drivers.effects, found.drivers.total].map((each) => (
                <div className="list-row" key={each.key}><span>{say(each.label)}</span><Figure of={each} showUnit isChange /></div>
              ))}
            </Panel>
          )}
          {found.benchmarks.length > 0 && (
            <Panel title={t('diagnosis.benchmarks')}><Benchmarks rows={found.benchmarks} /></Panel>
          )}
        </div>
        <Panel title={t('diagnosis.unsaid')} note={t('diagnosis.unsaid_note')}>
          <ul className="unsaid bulleted">
            {found.unsaid.map((each) => (
              <li key={each.code}>{say(each.what)}<div className="faint">{t('diagnosis.needs')}{say(each.needs)}</div></li>
            ))}
          </ul>
        </Panel>
      </div>
      <Panel title={t('diagnosis.documents')} note={t('diagnosis.documents_note')}><Clauses rows={found.policies} /></Panel>
    </>
  )
}
