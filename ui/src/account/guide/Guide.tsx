/** Six steps from boundary to total, as the park stands; it goes on wherever it was left. */
import { Link } from 'react-router'
import { Answer, FaultList } from '../../parts/states'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import { AccountPage } from '../AccountPage'
import { useGuide, type Guide, type Step } from './ask'
import { Number } from './Number'
import { TodoLine } from './TodoLine'

const LOOK = { done: 'tag good', open: 'tag warn', blocked: 'tag' } as const
const STATE = { done: 'guide.done', open: 'guide.open', blocked: 'guide.blocked' } as const

export function GuidePage() {
  const { t, say } = useText()
  const { link } = useView()
  const guide = useGuide()
  const following = guide.data?.steps.find((step) => step.step === guide.data.next)
  return (
    <AccountPage
      title={t('guide.title')}
      answer={guide.data && (following
        ? <>{t('guide.next', { n: following.step })} <strong>{say(following.title)}</strong>{t('home.stop')} {say(following.says)}</>
        : t('guide.all_done'))}
      side={<Link to={link('/account/systems')}>{t('guide.to_systems')}</Link>}
    >
      <Answer of={guide}>{(data) => <Steps guide={data} />}</Answer>
    </AccountPage>
  )
}

function Steps({ guide }: { guide: Guide }) {
  return (
    <ol className="steps">
      {guide.steps.map((step) => <StepCard key={step.step} step={step} isNext={step.step === guide.next} />)}
    </ol>
  )
}

function StepCard({ step, isNext }: { step: Step; isNext: boolean }) {
  const { t, say } = useText()
  return (
    <li>
      <section className={isNext ? 'panel step now' : 'panel step'} aria-label={say(step.title)} data-state={step.state}>
        <div className="step-head">
          <span className="step-number num" aria-hidden="true">{step.step}</span>
          <h2>{say(step.title)}</h2>
          <span className={LOOK[step.state]}>{t(STATE[step.state])}</span>
        </div>
        <p>{say(step.says)}</p>
        {step.numbers.length > 0 && (
          <dl className="pairs">
            {step.numbers.map((number) => <Number key={number.label.en} of={number} />)}
          </dl>
        )}
        {step.todo.length > 0 && (
          <ul className="faults" aria-label={t('guide.todo')}>
            {step.todo.map((todo) => <TodoLine key={todo.says.en} todo={todo} />)}
          </ul>
        )}
        {step.faults.length > 0 && (
          <details>
            <summary>{t('guide.faults', { n: step.faults.length })}</summary>
            <FaultList faults={step.faults} />
          </details>
        )}
      </section>
    </li>
  )
}
