/** Drop a file of readings: how to read it, what it holds, then take it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type DragEvent } from 'react'
import { BASE } from '../../api/client'
import { Panel } from '../../parts/Page'
import { Failure, Waiting } from '../../parts/states'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import { previewFile, sendFile, takeFile } from './files'
import { FileFound } from './FileFound'
import { ReadingsPage } from './ReadingsPage'

export function ReadingsImport() {
  const { t } = useText()
  const { park } = useView()
  const client = useQueryClient()
  const [isOver, setOver] = useState(false)
  const [map, setMap] = useState('')
  const [why, setWhy] = useState('')
  const id = park.park_id
  const upload = useMutation({
    mutationFn: (file: File) => sendFile(id, file),
    onSuccess: (found) => { setMap(found.map); tried.reset(); taken.reset() },
  })
  const at = upload.data?.upload_id ?? ''
  const tried = useMutation({ mutationFn: () => previewFile(id, at, map) })
  const taken = useMutation({
    mutationFn: () => takeFile(id, at, map, why),
    onSuccess: async () => { await client.invalidateQueries() },
  })
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) upload.mutate(file)
  }
  return (
    <ReadingsPage title={t('readings.import')} answer={t('readings.import_answer')}>
      <div
        className={isOver ? 'drop over' : 'drop'} onDrop={drop}
        onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => { setOver(false) }}
      >
        <p>{t('readings.drop')}</p>
        <input
          id="readings-file" type="file" accept=".csv,.txt,.tsv,.xlsx,.xls,.parquet"
          onChange={(event) => { const file = event.target.files?.[0]; if (file) upload.mutate(file); event.target.value = '' }}
        />
        <label htmlFor="readings-file">{t('import.pick')}</label>
        <p className="faint">{t('readings.kinds')}</p>
      </div>
      {(upload.isPending || tried.isPending || taken.isPending) && <Waiting />}
      {[upload.error, tried.error, taken.error].map((error, n) => error && <Failure key={String(n)} error={error} />)}
      {upload.data && (
        <Panel title={t('readings.map', { name: upload.data.name })} note={upload.data.is_known ? t('readings.map_known') : t('readings.map_new')}>
          <textarea className="field map" aria-label={t('readings.map_label')} rows={16} spellCheck={false} value={map} onChange={(event) => { setMap(event.target.value); tried.reset() }} />
          <p><Button onClick={() => { taken.reset(); tried.mutate() }}>{t('readings.preview')}</Button></p>
        </Panel>
      )}
      {tried.data && !taken.data && (
        <FileFound title={t('readings.found_title')} found={tried.data} marked={`${BASE}/parks/${encodeURIComponent(id)}/readings/files/${encodeURIComponent(at)}/marked`}>
          <label className="why">
            {t('data.why')} <input className="field search" value={why} onChange={(event) => { setWhy(event.target.value) }} />
          </label>
          <p><Button type="primary" disabled={tried.data.taken === 0} onClick={() => { taken.mutate() }}>{t('readings.take')}</Button></p>
        </FileFound>
      )}
      {taken.data && <FileFound title={t('readings.taken_title')} found={taken.data} />}
    </ReadingsPage>
  )
}
