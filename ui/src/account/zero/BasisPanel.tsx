/** One way of counting the core indicator, step by step. */
import { Figure } from '../../parts/Figure'
import { Panel } from '../../parts/Page'
import { Cited } from '../../plan/Cited'
import { useText } from '../../shell/lang'
import type { Basis, StepOfWay } from './ask'
import { Verdict } from './Verdict'

export function BasisPanel({ basis }: { basis: Basis }) {
  const { t, say } = useText()
  return (
    <Panel title={t('zero.basis', { name: say(basis.label) })} note={<Cited cite={basis.cite} />}>
      <ol className="way">
        {basis.steps.map((step) => <Way key={step.result.key} step={step} />)}
      </ol>
      {basis.gaps.map((gap) => (
        <p key={String(gap.limit.value) + String(gap.limit.year)}>
          {t('zero.limit')} {gap.limit.value} <Verdict gap={gap} />{' '}
          {t('plan.gap')} <Figure of={gap.amount} showUnit />{' → '}<Figure of={gap.closes} showUnit />
        </p>
      ))}
      {basis.obstacles.map((each) => <div className="note" key={each.en}>{say(each)}</div>)}
      {basis.notes.map((each) => <p className="faint" key={each.en}>{say(each)}</p>)}
    </Panel>
  )
}

function Way({ step }: { step: StepOfWay }) {
  const { say } = useText()
  return (
    <li>
      <div className="list-row">
        <span>{say(step.label)} <Cited cite={step.cite} /></span>
        <Figure of={step.result} showUnit />
      </div>
      <div className="formula">{step.formula} = {step.numbers.join(' … ')}</div>
      {step.note && <p className="faint">{say(step.note)}</p>}
    </li>
  )
}
