/** Order report files, watch them being made, take them away. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useJobs } from '../api/ask'
import { api, take } from '../api/client'
import { Page, Panel } from '../parts/Page'
import { Answer, Failure } from '../parts/states'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'
import { JobList } from './JobList'

const LANGUAGES = ['zh', 'en'] as const
const KINDS = ['xlsx', 'pdf', 'html'] as const
type Language = (typeof LANGUAGES)[number]
type Kind = (typeof KINDS)[number]

function Boxes<T extends string>({ legend, all, names, chosen, onChange }: {
  legend: string
  all: readonly T[]
  names: Record<T, string>
  chosen: T[]
  onChange: (chosen: T[]) => void
}) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {all.map((each) => (
        <label key={each}>
          <input
            type="checkbox" checked={chosen.includes(each)}
            onChange={(event) => { onChange(all.filter((other) => (other === each ? event.target.checked : chosen.includes(other)))) }}
          />{' '}
          {names[each]}
        </label>
      ))}
    </fieldset>
  )
}

export function Report() {
  const { t } = useText()
  const { cut } = useView()
  const client = useQueryClient()
  const jobs = useJobs(cut.park)
  const [languages, setLanguages] = useState<Language[]>([...LANGUAGES])
  const [kinds, setKinds] = useState<Kind[]>([...KINDS])
  const start = useMutation({
    mutationFn: () =>
      take(api.POST('/api/v1/parks/{park_id}/reports', { params: { path: { park_id: cut.park } }, body: { languages, kinds } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  })
  return (
    <Page title={t('report.title')} answer={t('report.answer')}>
      <Panel title={t('report.order')} note={t('report.order_note')}>
        <div className="form">
          <Boxes legend={t('report.languages')} all={LANGUAGES} names={{ zh: t('lang.zh'), en: t('lang.en') }} chosen={languages} onChange={setLanguages} />
          <Boxes legend={t('report.kinds')} all={KINDS} names={{ xlsx: t('report.xlsx'), pdf: t('report.pdf'), html: t('report.html') }} chosen={kinds} onChange={setKinds} />
          <Button
            type="primary" loading={start.isPending} disabled={languages.length === 0 || kinds.length === 0}
            onClick={() => { start.mutate() }}
          >
            {t('report.start')}
          </Button>
        </div>
        {start.error && <Failure error={start.error} />}
      </Panel>
      <Panel title={t('report.jobs')} note={t('report.jobs_note')}>
        <Answer of={jobs}>{(all) => <JobList jobs={all} />}</Answer>
      </Panel>
    </Page>
  )
}
