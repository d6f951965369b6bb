/** Drop a workbook: see what it would change, then take it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState, type DragEvent } from 'react'
import { Link, useNavigate } from 'react-router'
import { api, take } from '../api/client'
import { Page } from '../parts/Page'
import { Failure, Waiting } from '../parts/states'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'
import { ImportResult } from './ImportResult'
import { SaveDialog } from './SaveDialog'
import { workbook } from './Tables'

export function Import() {
  const { t } = useText()
  const { park, cut, link } = useView()
  const client = useQueryClient()
  const go = useNavigate()
  const { message } = App.useApp()
  const [isOver, setOver] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const path = { park_id: park.park_id }
  const upload = useMutation({
    mutationFn: (file: File) =>
      take(api.POST('/api/v1/parks/{park_id}/import', {
        params: { path },
        // the description calls a file "string"
        body: { file: file as unknown as string },
        bodySerializer: () => {
          const form = new FormData()
          form.append('file', file)
          return form
        },
      })),
  })
  const preview = upload.data
  const save = useMutation({
    mutationFn: (why: string) =>
      take(api.PUT('/api/v1/parks/{park_id}/import/{upload_id}', {
        params: { path: { ...path, upload_id: preview?.upload_id ?? '' } },
        body: { base_version: preview?.current_version ?? park.version, why },
      })),
    onSuccess: async (saved) => {
      message.success(t('save.done', { version: saved.version }))
      await client.invalidateQueries()
      await go(link('/data'))
    },
  })
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) upload.mutate(file)
  }
  const sum = (field: 'added' | 'removed' | 'changed') => (preview?.tables ?? []).reduce((total, table) => total + table[field], 0)
  return (
    <Page
      title={t('import.title')}
      answer={t('import.answer')}
      side={<><Button href={workbook(cut.park, cut.version)} download>{t('data.download')}</Button><Link to={link('/data')}>{t('data.back')}</Link></>}
    >
      <div
        className={isOver ? 'drop over' : 'drop'}
        onDragOver={(event) => { event.preventDefault(); setOver(true) }}
        onDragLeave={() => { setOver(false) }}
        onDrop={onDrop}
      >
        <p>{t('import.drop')}</p>
        <input
          id="import-file" type="file" accept=".xlsx,.zip"
          onChange={(event) => { const file = event.target.files?.[0]; if (file) upload.mutate(file); event.target.value = '' }}
        />
        <label htmlFor="import-file">{t('import.pick')}</label>
        <p className="faint">{t('import.kinds')}</p>
      </div>
      {upload.isPending && <Waiting />}
      {upload.error && <Failure error={upload.error} />}
      {preview && <ImportResult preview={preview} onSave={() => { setSaving(true) }} />}
      {preview && isSaving && (
        <SaveDialog
          preview={{ added: sum('added'), removed: sum('removed'), changed: sum('changed'), totals: preview.totals, restated: preview.restated, faults: preview.faults, is_savable: preview.is_savable }}
          isBusy={save.isPending} error={save.error} onSave={(why) => { save.mutate(why) }}
          onClose={() => { setSaving(false); save.reset() }}
          conflict={<div className="note" role="alert">{t('import.conflict')}</div>}
        />
      )}
    </Page>
  )
}
