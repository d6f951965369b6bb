/** Keep the inventory of a year as it comes out now. */
import { Button } from 'antd'
import { useState } from 'react'
import type { Boundary } from '../../api/ask'
import { Pick } from '../../parts/Pick'
import { Failure } from '../../parts/states'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import { useKeep } from '../compare/ask'

const BOUNDARIES: Boundary[] = ['park', 'enterprise', 'facility']

export function KeepForm() {
  const { t } = useText()
  const { park, member, year } = useView()
  const [chosen, setChosen] = useState(String(year))
  const [boundary, setBoundary] = useState<Boundary>('park')
  const [why, setWhy] = useState('')
  const keep = useKeep(park.park_id)
  const names: Record<Boundary, string> = { park: t('boundary.park'), enterprise: t('boundary.enterprise'), facility: t('boundary.facility') }
  return (
    <div className="form">
      <Pick label={t('term.year')} value={chosen} options={park.years.map((each) => ({ value: String(each), label: String(each) }))} onPick={setChosen} />
      <Pick
        label={t('inventory.boundary')} value={boundary}
        options={BOUNDARIES.map((each) => ({ value: each, label: names[each] }))}
        onPick={(next) => { setBoundary(BOUNDARIES.find((each) => each === next) ?? 'park') }}
      />
      <label className="pick">
        <span>{t('versions.why')}</span>
        <input className="field search" value={why} placeholder={t('versions.why_hint')} onChange={(event) => { setWhy(event.target.value) }} />
      </label>
      <Button
        type="primary" loading={keep.isPending} disabled={why.trim() === ''}
        onClick={() => { keep.mutate({ year: Number(chosen), member: member ?? '', boundary, why: why.trim() }) }}
      >
        {t('versions.do_keep')}
      </Button>
      {keep.error && <Failure error={keep.error} />}
    </div>
  )
}
