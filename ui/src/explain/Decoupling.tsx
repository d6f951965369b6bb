/** Do emissions part from output? */
import { Answer } from '../parts/states'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'
import { useDecoupling } from './ask'
import { ExplainPage } from './ExplainPage'
import { FieldBody } from './FieldBody'
import { OwnDecouplingPage } from './OwnDecoupling'
import { useSource } from './source'
import { fieldOfPark } from './spots'
import { useYears, YearFilters } from './YearFilters'

export function DecouplingPage() {
  return useSource().isOwn ? <OwnDecouplingPage /> : <ParkPage />
}

function ParkPage() {
  const { t, say } = useText()
  const { cut } = useView()
  const found = useDecoupling(cut, useYears())
  return (
    <ExplainPage title={t('decoupling.title')} answer={found.data && say(found.data.finding)}>
      <div className="filters"><YearFilters from={found.data?.from_year} to={found.data?.to_year} /></div>
      <Answer of={found}>{(data) => <FieldBody field={fieldOfPark(data)} sub={say(data.basis)} />}</Answer>
    </ExplainPage>
  )
}
