/** What to do next: the neighbouring questions. */
import { Link } from 'react-router'
import { Panel } from '../parts/Page'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'
import { useSource } from './source'

export type Step = 'change' | 'years' | 'decoupling' | 'regression' | 'which' | 'data' | 'uncertainty'

export function Next({ steps }: { steps: Step[] }) {
  const { t } = useText()
  const { link } = useView()
  const { isOwn } = useSource()
  const carried = isOwn ? { data: 'own' } : undefined
  const ways: Record<Step, [string, string]> = {
    change: [link('/explain', carried), t('next.change')],
    years: [link('/explain/years', carried), t('next.years')],
    decoupling: [link('/explain/decoupling', carried), t('next.decoupling')],
    regression: [link('/explain/regression', carried), t('next.regression')],
    which: [link('/explain/which', carried), t('next.which')],
    data: [link('/data/indicators'), t('next.data')],
    uncertainty: [link('/account/uncertainty'), t('next.uncertainty')],
  }
  return (
    <Panel title={t('next.title')}>
      <ul className="way">
        {steps.map((step) => <li key={step}><Link to={ways[step][0]}>{ways[step][1]}</Link></li>)}
      </ul>
    </Panel>
  )
}
