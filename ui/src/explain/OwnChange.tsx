/** The change of a table of one's own, first period against last or any step. */
import { Pick, Switch } from '../parts/Pick'
import { digits, exact, largest, signed } from '../parts/format'
import { Ledger } from '../parts/Ledger'
import { Panel } from '../parts/Page'
import { Answer } from '../parts/states'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'
import { Around } from './Around'
import { useOwnLmdi, type OwnLmdi, type OwnStep } from './ask'
import { Waterfall } from './Change'
import { OfFactors, OwnPage } from './ExplainPage'
import { Next } from './Next'
import type { OwnTable } from './owntable'
import { ofOwn } from './shapes'

export function OwnChange() {
  const { t } = useText()
  return <OwnPage title={t('explain.title')}>{(table) => <OfFactors table={table}><Asked table={table} /></OfFactors>}</OwnPage>
}

function Asked({ table }: { table: OwnTable }) {
  const { search } = useView()
  const found = useOwnLmdi(table, search.get('model') === '2' ? 2 : 1)
  return <Answer of={found}>{(data) => <Body found={data} />}</Answer>
}

const nameOf = (step: OwnStep): string => `${step.from_period}–${step.to_period}`

function Body({ found }: { found: OwnLmdi }) {
  const { t, say } = useText()
  const { search, set } = useView()
  const all = found.steps.length > 1 ? [found.whole, ...found.steps] : [found.whole]
  const step = all.find((each) => nameOf(each) === search.get('step')) ?? found.whole
  return (
    <>
      <p className="answer">{say(found.finding)}</p>
      <div className="filters">
        <Pick label={t('explain.step')} value={nameOf(step)} options={all.map((each) => ({ value: nameOf(each), label: nameOf(each) }))} onPick={(next) => { set({ step: next }, true) }} />
        <Switch
          label={t('explain.model')} value={String(found.model)} onPick={(model) => { set({ model }, true) }}
          options={[{ value: '1', label: t('explain.lmdi_1') }, { value: '2', label: t('explain.lmdi_2') }]}
        />
      </div>
      <div className="two wide-left">
        <Waterfall move={ofOwn(step)} sub={t(found.model === 1 ? 'explain.lmdi_1' : 'explain.lmdi_2')} />
        <div className="stack">
          <Effects step={step} />
          <Conventions step={step} />
          <Next steps={['years', 'which']} />
        </div>
      </div>
      <div className="two">
        <Categories step={step} />
        <Methods found={found} />
      </div>
    </>
  )
}

const shown = (value: number) => <span className="num" title={exact(value)}>{signed(digits(value))}</span>

function Effects({ step }: { step: OwnStep }) {
  const { t } = useText()
  const top = largest(step.effects.map((effect) => effect.value))
  return (
    <Panel title={t('explain.by_factor')} note={t('explain.ratio_note')}>
      <Ledger
        label={t('explain.by_factor')} rows={step.effects} rowKey={(effect) => effect.factor}
        columns={[
          { key: 'name', head: t('explain.driver'), isName: true, cell: (effect) => effect.factor },
          { key: 'bar', head: '', cell: (effect) => <Around value={effect.value} top={top} /> },
          { key: 'value', head: t('explain.change'), isNumber: true, cell: (effect) => shown(effect.value) },
          { key: 'ratio', head: t('explain.ratio'), isNumber: true, cell: (effect) => (effect.ratio === null ? '–' : <span className="num" title={exact(effect.ratio)}>{`× ${digits(effect.ratio)}`}</span>) },
        ]}
      />
    </Panel>
  )
}

function Conventions({ step }: { step: OwnStep }) {
  const { t } = useText()
  if (step.split_equally.length + step.by_shapley.length === 0) return null
  return (
    <div className="note">
      {step.split_equally.length > 0 && <p>{t('explain.equally', { names: step.split_equally.join(', ') })}</p>}
      {step.by_shapley.length > 0 && <p>{t('explain.shapley', { names: step.by_shapley.join(', ') })}</p>}
    </div>
  )
}

function Categories({ step }: { step: OwnStep }) {
  const { t } = useText()
  const factors = step.effects.map((effect) => effect.factor)
  return (
    <Panel title={t('explain.by_category')}>
      <Ledger
        label={t('explain.by_category')} rows={step.by_category} rowKey={(row) => row.category}
        columns={[
          { key: 'name', head: t('explain.category'), isName: true, cell: (row) => row.category },
          ...factors.map((factor, at) => ({ key: factor, head: factor, isNumber: true, cell: (row: OwnStep['by_category'][number]) => shown(row.effects[at]?.value ?? 0) })),
          { key: 'sum', head: t('explain.change'), isNumber: true, cell: (row) => shown(row.value) },
        ]}
      />
    </Panel>
  )
}

function Methods({ found }: { found: OwnLmdi }) {
  const { t, say } = useText()
  return (
    <Panel title={t('explain.methods')} note={t('explain.methods_note', { from: found.whole.from_period, to: found.whole.to_period })}>
      <Ledger
        label={t('explain.methods')} rows={found.methods} rowKey={(row) => row.code}
        columns={[
          { key: 'name', head: t('explain.method'), isName: true, cell: (row) => say(row.label) },
          ...found.factors.map((factor, at) => ({ key: factor, head: factor, isNumber: true, cell: (row: OwnLmdi['methods'][number]) => shown(row.effects[at]?.value ?? 0) })),
        ]}
      />
    </Panel>
  )
}
