/** Drop a file: see what it would change, then take it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState, type DragEvent } from 'react'
import { useNavigate } from 'react-router'
import { api, take, type ImportPreview } from '../api/client'
import { Failure, Waiting } from '../parts/states'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'
import { ImportResult } from './ImportResult'
import { SaveDialog } from './SaveDialog'

/** `post` sends the file to be previewed; saving is the same whatever door it came by. */
export function ImportBox({ post, hint }: { post: (file: File) => Promise<ImportPreview>; hint: string }) {
  const { t } = useText()
  const { park, link } = useView()
  const client = useQueryClient()
  const go = useNavigate()
  const { message } = App.useApp()
  const [isOver, setOver] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const upload = useMutation({ mutationFn: post })
  const preview = upload.data
  const save = useMutation({
    mutationFn: (why: string) =>
      take(api.PUT('/api/v1/parks/{park_id}/import/{upload_id}', {
        params: { path: { park_id: park.park_id, upload_id: preview?.upload_id ?? '' } },
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
    <>
      <div
        className={isOver ? 'drop over' : 'drop'}
        onDragOver={(event) => { event.preventDefault(); setOver(true) }}
        onDragLeave={() => { setOver(false) }}
        onDrop={onDrop}
      >
        <p>{hint}</p>
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
    </>
  )
}
