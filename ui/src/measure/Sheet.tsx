/** The table being edited: nothing is stored until "save". */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useReducer, useState } from 'react'
import { api, take, type TableView } from '../api/client'
import { copy } from '../parts/csv'
import { Failure } from '../parts/states'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'
import { Conflict } from './Conflict'
import { faultMap } from './faults'
import { Grid } from './grid/Grid'
import { FIRST_ROW } from './grid/rows'
import { fresh, reduce } from './grid/state'
import { blockTsv } from './grid/tsv'
import { SaveDialog } from './SaveDialog'
import { SheetBar } from './SheetBar'
import { SheetFaults } from './SheetFaults'
import { useLeave } from './useLeave'
import { usePreview } from './usePreview'

export function Sheet({ view: given, isReadOnly }: { view: TableView; isReadOnly: boolean }) {
  const { t, say } = useText()
  const { park, search } = useView()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [view, setView] = useState(given)
  const names = view.columns.map((column) => column.name)
  const [state, dispatch] = useReducer(reduce, view.rows, (rows) => {
    const row = Math.max(0, Math.min(rows.length - 1, Number(search.get('row') ?? FIRST_ROW) - FIRST_ROW)) || 0
    return { ...fresh(rows), at: { row, column: 0 }, anchor: { row, column: 0 } }
  })
  const [isSaving, setSaving] = useState(false)
  const isDirty = state.rows !== view.rows
  const looking = usePreview(park.park_id, view.table, view.version, state.rows, isDirty)
  const own = park.faults.filter((fault) => fault.table === view.table)
  const faults = isDirty ? (looking.preview?.faults ?? []) : own
  useLeave(isDirty)

  const load = (newest: TableView) => {
    setView(newest)
    dispatch({ type: 'load', rows: newest.rows })
    setSaving(false)
    save.reset()
  }
  const save = useMutation({
    mutationFn: (why: string) =>
      take(api.PUT('/api/v1/parks/{park_id}/tables/{table}', {
        params: { path: { park_id: park.park_id, table: view.table } },
        body: { base_version: view.version, rows: state.rows, why },
      })),
    onSuccess: async (saved) => {
      load({ ...view, version: saved.version, rows: state.rows })
      message.success(t('save.done', { version: saved.version }))
      await client.invalidateQueries()
    },
  })
  const takeTheirs = (newest: TableView) => {
    void copy(blockTsv(state.rows, names))
    message.info(t('conflict.copied'))
    load(newest)
    void client.invalidateQueries()
  }
  return (
    <>
      <div className="panel">
        <SheetBar
          state={state} dispatch={dispatch} columns={names} isReadOnly={isReadOnly} isDirty={isDirty}
          looking={looking} onSave={() => { setSaving(true) }} onDrop={() => { load(view) }}
        />
        <Grid
          label={say(view.label)} columns={view.columns} state={state} dispatch={dispatch}
          faults={faultMap(faults.filter((fault) => fault.table === null || fault.table === view.table))} isReadOnly={isReadOnly} original={view.rows}
        />
        <SheetFaults view={view} state={state} faults={faults} dispatch={dispatch} />
      </div>
      {isDirty && looking.error !== null && <Failure error={looking.error} />}
      {isSaving && looking.preview && (
        <SaveDialog
          preview={looking.preview} isBusy={save.isPending} error={save.error}
          onSave={(why) => { save.mutate(why) }}
          onClose={() => { setSaving(false); save.reset() }}
          conflict={<Conflict view={view} rows={state.rows} onTake={takeTheirs} />}
        />
      )}
    </>
  )
}
