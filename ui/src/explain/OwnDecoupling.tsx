/** Decoupling of a table of one's own: say which columns, and how sure they are. */
import { useState } from 'react'
import { Pick } from '../parts/Pick'
import { Answer, Empty } from '../parts/states'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'
import { useHeld, useOwnDecoupling } from './ask'
import { FieldBody } from './FieldBody'
import { OwnPage } from './ExplainPage'
import type { OwnTable } from './owntable'
import { fieldOfOwn } from './spots'

export function OwnDecouplingPage() {
  const { t } = useText()
  return <OwnPage title={t('decoupling.title')}>{(table) => <Asked table={table} />}</OwnPage>
}

function Asked({ table }: { table: OwnTable }) {
  const { t } = useText()
  const { search, set } = useView()
  const held = useHeld(table)
  if (!held.data) return null
  const numeric = held.data.columns.filter((column) => column.is_numeric && column.name !== 'period').map((column) => column.name)
  const first = (name: string, fallback: string | undefined) => numeric.find((each) => each === search.get(name)) ?? numeric.find((each) => each === name) ?? fallback
  const co2 = first('co2', numeric[0])
  const output = first('output', numeric.find((each) => each !== co2))
  const hasPeriods = held.data.columns.some((column) => column.name === 'period')
  if (held.data.is_long || !hasPeriods || co2 === undefined || output === undefined) return <Empty title={t('decoupling.columns')}><p>{t('decoupling.columns_hint')}</p></Empty>
  const options = numeric.map((name) => ({ value: name, label: name }))
  return (
    <>
      <div className="filters">
        <Pick label={t('decoupling.co2_column')} value={co2} options={options} onPick={(next) => { set({ co2: next }, true) }} />
        <Pick label={t('decoupling.output_column')} value={output} options={options} onPick={(next) => { set({ output: next }, true) }} />
        <Percent name="co2_error" label={t('decoupling.co2_error')} />
        <Percent name="output_error" label={t('decoupling.output_error')} />
      </div>
      <Found table={table} co2={co2} output={output} />
    </>
  )
}

function Percent({ name, label }: { name: string; label: string }) {
  const { search, set } = useView()
  const [typed, setTyped] = useState(search.get(name) ?? '')
  const take = () => { set({ [name]: Number(typed) > 0 && Number(typed) <= 100 ? typed : undefined }, true) }
  return (
    <label className="pick"><span>{label}</span>
      <input className="search short" inputMode="decimal" value={typed} onChange={(event) => { setTyped(event.target.value) }} onBlur={take} onKeyDown={(event) => { if (event.key === 'Enter') take() }} />
    </label>
  )
}

function Found({ table, co2, output }: { table: OwnTable; co2: string; output: string }) {
  const { say } = useText()
  const { search } = useView()
  const error = (name: string) => Number(search.get(name)) || 0
  const found = useOwnDecoupling(table, { co2, output, co2_error: error('co2_error'), output_error: error('output_error') })
  return (
    <Answer of={found}>
      {(data) => <><p className="answer">{say(data.finding)}</p><FieldBody field={fieldOfOwn(data)} sub="" /></>}
    </Answer>
  )
}
