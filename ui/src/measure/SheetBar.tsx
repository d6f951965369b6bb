/** Add, delete, undo, and the one way to store. */
import { Button } from 'antd'
import type { Dispatch } from 'react'
import { useText } from '../shell/lang'
import type { GridAction, GridState } from './grid/state'
import type { Looking } from './usePreview'

export function SheetBar({ state, dispatch, columns, isReadOnly, isDirty, looking, onSave, onDrop }: {
  state: GridState
  dispatch: Dispatch<GridAction>
  columns: string[]
  isReadOnly: boolean
  isDirty: boolean
  looking: Looking
  onSave: () => void
  onDrop: () => void
}) {
  const { t } = useText()
  const { preview, isLooking } = looking
  const status = () => {
    if (isReadOnly) return t('sheet.read_only')
    if (!isDirty) return t('sheet.clean', { n: state.rows.length })
    if (isLooking || !preview) return t('sheet.looking')
    return preview.is_savable
      ? t('sheet.savable', { added: preview.added, removed: preview.removed, changed: preview.changed })
      : t('sheet.faulty', { n: preview.faults.filter((fault) => fault.severity === 'error').length })
  }
  return (
    <div className="grid-bar">
      {!isReadOnly && (
        <>
          <Button size="small" onClick={() => { dispatch({ type: 'add', columns }) }}>{t('sheet.add')}</Button>
          <Button size="small" onClick={() => { dispatch({ type: 'remove', columns }) }} disabled={state.rows.length === 0}>{t('sheet.remove')}</Button>
          <Button size="small" onClick={() => { dispatch({ type: 'undo' }) }} disabled={state.past.length === 0}>{t('sheet.undo')}</Button>
          <Button size="small" onClick={() => { dispatch({ type: 'redo' }) }} disabled={state.future.length === 0}>{t('sheet.redo')}</Button>
          <Button size="small" onClick={onDrop} disabled={!isDirty}>{t('sheet.drop')}</Button>
          <Button
            type="primary" size="small" onClick={onSave}
            disabled={!isDirty || isLooking || preview === null || !preview.is_savable}
          >
            {t('sheet.save')}
          </Button>
        </>
      )}
      <span className="faint" role="status">{status()}</span>
    </div>
  )
}
