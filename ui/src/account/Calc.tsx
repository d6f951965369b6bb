/** One number now: a few amounts in, a cited answer out, nothing saved. */
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useMethods } from '../api/ask'
import { api, take } from '../api/client'
import { Page, Panel } from '../parts/Page'
import { Pick } from '../parts/Pick'
import { Failure } from '../parts/states'
import { useText } from '../shell/lang'
import { useAddress } from '../shell/view'
import { CalcAnswer } from './CalcAnswer'

const SETS = ['AR4', 'AR5', 'AR6'] as const
const EXAMPLE = ['natural_gas = 1000000 Nm3', 'electricity = 3500 MWh'].join('\n')

export function Calc() {
  const { t, say } = useText()
  const { search, set } = useAddress()
  const methods = useMethods()
  const [items, setItems] = useState(search.get('items') ?? EXAMPLE)
  const [region, setRegion] = useState(search.get('region') ?? 'CN')
  const [year, setYear] = useState(search.get('on') ?? '2022')
  const method = search.get('method') ?? 'cn.park'
  const gwp = SETS.find((each) => each === search.get('gwp')) ?? 'AR5'
  const ask = useMutation({
    mutationFn: () => {
      const lines = items.split('\n').map((line) => line.trim()).filter((line) => line !== '')
      return take(api.POST('/api/v1/calc', { body: { items: lines, region, year: Number(year), method, gwp_set: gwp } }))
    },
  })
  const compute = () => {
    set({ items, region, on: year }, true)
    ask.mutate()
  }
  const options = (methods.data ?? []).map((each) => ({ value: each.method_id, label: say(each.label) }))
  return (
    <Page title={t('calc.title')} answer={t('calc.lead')}>
      <Panel title={t('calc.question')} note={t('calc.note')}>
        <label className="pick">
          <span>{t('calc.items')}</span>
          <textarea className="field search wide" rows={5} value={items} onChange={(event) => { setItems(event.target.value) }} />
        </label>
        <div className="form">
          <label className="pick">
            <span>{t('calc.region')}</span>
            <input className="field search short" value={region} onChange={(event) => { setRegion(event.target.value) }} />
          </label>
          <label className="pick">
            <span>{t('calc.year')}</span>
            <input className="field search short" inputMode="numeric" value={year} onChange={(event) => { setYear(event.target.value) }} />
          </label>
          <Pick label={t('calc.method')} value={method} options={options} onPick={(next) => { set({ method: next }, true) }} />
          <Pick
            label={t('calc.gwp')} value={gwp} options={SETS.map((each) => ({ value: each, label: each }))}
            onPick={(next) => { set({ gwp: next }, true) }}
          />
          <Button type="primary" loading={ask.isPending} onClick={compute}>{t('calc.ask')}</Button>
        </div>
        {ask.error && <Failure error={ask.error} />}
      </Panel>
      {ask.data && <CalcAnswer answer={ask.data} />}
    </Page>
  )
}
