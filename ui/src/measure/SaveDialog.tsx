/** What will change, and why: asked before anything is stored. */
import { Input, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { ApiError, type ChangePreview } from '../api/client'
import { Failure, FaultList } from '../parts/states'
import { useText } from '../shell/lang'
import { Restated } from './Restated'
import { Totals } from './Totals'

export function SaveDialog({ preview, isBusy, error, onSave, onClose, conflict }: {
  preview: Pick<ChangePreview, 'added' | 'removed' | 'changed' | 'totals' | 'restated' | 'faults' | 'is_savable'>
  isBusy: boolean
  error: unknown
  onSave: (why: string) => void
  onClose: () => void
  conflict?: ReactNode
}) {
  const { t } = useText()
  const [why, setWhy] = useState('')
  const isConflict = error instanceof ApiError && error.problem.status === 409
  return (
    <Modal
      open
      title={t('save.title')}
      okText={t('save.do')}
      cancelText={t('save.back')}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: why.trim() === '' || !preview.is_savable || isConflict }}
      onOk={() => { onSave(why.trim()) }}
      onCancel={onClose}
      width={620}
    >
      <p>{t('save.rows', { added: preview.added, removed: preview.removed, changed: preview.changed })}</p>
      <Totals totals={preview.totals} />
      <Restated restated={preview.restated} />
      {preview.faults.length > 0 && <FaultList faults={preview.faults.slice(0, 8)} />}
      <label className="why">
        <strong>{t('save.why')}</strong>
        <Input.TextArea
          value={why} rows={2} maxLength={500} placeholder={t('save.why_hint')} autoFocus
          onChange={(event) => { setWhy(event.target.value) }}
        />
      </label>
      {isConflict ? conflict : error ? <Failure error={error} /> : null}
    </Modal>
  )
}
