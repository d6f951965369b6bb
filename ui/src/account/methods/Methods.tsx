/** Two accounting methods on the same records, and what each difference is. */
import { useMethods } from '../../api/ask'
import { Figure } from '../../parts/Figure'
import { Pick, type Option } from '../../parts/Pick'
import { Answer } from '../../parts/states'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import { AccountPage } from '../AccountPage'
import { useComparison, type Comparison } from './ask'
import { Causes } from './Causes'
import { Differences } from './Differences'
import { Own } from './Own'
import { Rules } from './Rules'
import { Sides } from './Sides'
import { Streams } from './Streams'

const OTHER = 'cn.zero_carbon_park.2025'

export function Methods() {
  const { t, say } = useText()
  const { park, cut, year, search, set } = useView()
  const methods = useMethods()
  const known = methods.data ?? []
  const own = known.find((method) => say(method.label) === say(park.method))?.method_id ?? ''
  const first = search.get('first') ?? own
  const second = search.get('second') ?? (own === OTHER ? 'cn.park' : OTHER)
  const comparison = useComparison(cut, year, first, second)
  const options: Option[] = known.map((method) => ({ value: method.method_id, label: say(method.label) }))
  return (
    <AccountPage
      title={t('methods.title', { year })}
      answer={comparison.data && (
        <>
          {say(comparison.data.finding)} {t('methods.difference')}{' '}
          <strong><Figure of={comparison.data.difference} showUnit isChange /></strong>
        </>
      )}
      side={
        <>
          <Pick label={t('methods.first')} value={first} options={options} onPick={(next) => { set({ first: next }) }} />
          <Pick label={t('methods.second')} value={second} options={options} onPick={(next) => { set({ second: next }) }} />
        </>
      }
    >
      <Answer of={comparison}>{(data) => <Body comparison={data} />}</Answer>
    </AccountPage>
  )
}

function Body({ comparison }: { comparison: Comparison }) {
  return (
    <>
      <div className="two even">
        <Sides comparison={comparison} />
        <Causes comparison={comparison} />
      </div>
      <Streams comparison={comparison} />
      <Differences comparison={comparison} />
      <Rules comparison={comparison} />
      <Own comparison={comparison} />
    </>
  )
}
