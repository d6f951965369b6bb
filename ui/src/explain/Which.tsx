/** Which method may I use? Read from the data, answered with reasons. */
import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Pick } from '../parts/Pick'
import { Panel } from '../parts/Page'
import { Answer } from '../parts/states'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'
import { useHeld, useOwnAdvice, useParkAdvice, type Advice } from './ask'
import { ExplainPage, OwnPage } from './ExplainPage'
import { useSource } from './source'
import type { OwnTable } from './owntable'

type Row = Advice['methods'][number]
const TAGS: Record<Row['answer'], string> = { yes: 'tag good', with_care: 'tag warn', no: 'tag bad' }
const PATHS: Record<NonNullable<Row['page']>, string> = {
  change: '/explain', decoupling: '/explain/decoupling', regression: '/explain/regression',
}

export function WhichPage() {
  const { t } = useText()
  const { isOwn } = useSource()
  if (isOwn) return <OwnPage title={t('which.title')}>{(table) => <OwnAsked table={table} />}</OwnPage>
  return <ParkPage />
}

function ParkPage() {
  const { t, say } = useText()
  const { cut } = useView()
  const found = useParkAdvice(cut)
  return (
    <ExplainPage title={t('which.title')} answer={found.data && say(found.data.finding)}>
      <Found found={found} />
    </ExplainPage>
  )
}

function OwnAsked({ table }: { table: OwnTable }) {
  const { t } = useText()
  const { search, set } = useView()
  const held = useHeld(table)
  const numeric = (held.data?.columns ?? []).filter((column) => column.is_numeric)
  const fallback = held.data?.is_long ? '' : numeric.at(-1)?.name ?? ''
  const target = search.get('target') ?? fallback
  if (!held.data) return null
  const none = { value: '', label: t('which.no_target') }
  return (
    <>
      <div className="filters">
        <Pick label={t('regression.target')} value={target} options={[...(held.data.is_long ? [none] : []), ...numeric.map(({ name }) => ({ value: name, label: name }))]} onPick={(next) => { set({ target: next }, true) }} />
      </div>
      <OwnFound table={table} target={target} />
    </>
  )
}

function OwnFound({ table, target }: { table: OwnTable; target: string }) {
  const { say } = useText()
  const found = useOwnAdvice(table, target)
  return (
    <>
      {found.data && <p className="answer">{say(found.data.finding)}</p>}
      <Found found={found} />
    </>
  )
}

function Found({ found }: { found: UseQueryResult<Advice> }) {
  return (
    <Answer of={found}>
      {(data) => (
        <div className="two wide-left">
          <Methods advice={data} />
          <Facts advice={data} />
        </div>
      )}
    </Answer>
  )
}

function Methods({ advice }: { advice: Advice }) {
  const { t, say } = useText()
  const { link } = useView()
  const { isOwn } = useSource()
  const answers: Record<Row['answer'], string> = { yes: t('which.yes'), with_care: t('which.with_care'), no: t('which.no') }
  return (
    <Panel title={t('which.methods')}>
      <ul className="faults">
        {advice.methods.map((row) => (
          <li key={row.method}>
            <span className={`${TAGS[row.answer]} answer-tag`}>{answers[row.answer]}</span>
            <span><strong>{say(row.label)}</strong> {say(row.reason)}</span>
            {row.page && row.answer !== 'no' && <Link className="go" to={link(PATHS[row.page], isOwn ? { data: 'own' } : undefined)} aria-label={`${t('which.open')}: ${say(row.label)}`}>{t('which.open')}</Link>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Facts({ advice }: { advice: Advice }) {
  const { t } = useText()
  const { data } = advice
  const yes = (is: boolean) => t(is ? 'which.is' : 'which.is_not')
  const rows: [string, string | number][] = [
    [t('which.periods'), data.periods], [t('which.categories'), data.categories], [t('which.factors'), data.factors],
    [t('which.zeros'), yes(data.has_zeros)], [t('which.turns'), yes(data.turns)],
    [t('verdict.observations'), data.observations], [t('verdict.dof'), data.verdict === '' ? '–' : data.dof],
    [t('which.vif'), data.worst_inflation === null ? '∞' : data.worst_inflation === 0 ? '–' : Math.round(data.worst_inflation)],
    [t('which.enterprises'), data.enterprises],
  ]
  return (
    <Panel title={t('which.read')} note={t('which.read_note')}>
      <dl className="pairs">
        {rows.map(([name, value]) => <div key={name} className="pair"><dt>{name}</dt><dd className="num">{value}</dd></div>)}
      </dl>
    </Panel>
  )
}
