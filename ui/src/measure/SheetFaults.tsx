/** The reason beside the cell, and the list of all faults. */
import type { Dispatch } from 'react'
import type { Fault, TableView } from '../api/client'
import { FaultLine } from '../parts/states'
import { useText } from '../shell/lang'
import { indexOf } from './faults'
import type { GridAction, GridState } from './grid/state'

const SHOWN = 20

export function SheetFaults({ view, state, faults, dispatch }: {
  view: TableView
  state: GridState
  faults: Fault[]
  dispatch: Dispatch<GridAction>
}) {
  const { t, say } = useText()
  const column = view.columns[state.at.column]
  const here = faults.find((fault) =>
    (fault.table === null || fault.table === view.table) && indexOf(fault) === state.at.row && fault.column === column?.name)
  const go = (fault: Fault) => {
    const at = view.columns.findIndex((each) => each.name === fault.column)
    dispatch({ type: 'go', to: { row: indexOf(fault) ?? 0, column: Math.max(0, at) } })
  }
  return (
    <>
      <div className="grid-status" aria-live="polite">
        {here ? <FaultLine fault={here} /> : column && (
          <span className="faint">
            <strong>{say(column.label)}</strong>{column.is_required ? ` (${t('grid.required')})` : ''}{' '}
            {say(column.help)}{column.example !== '' && ` ${t('grid.example', { example: column.example })}`}
          </span>
        )}
      </div>
      {faults.length > 0 && (
        <>
          <h3>{t('sheet.faults', { n: faults.length })}</h3>
          <ul className="faults">
            {faults.slice(0, SHOWN).map((fault, at) => (
              <li key={`${fault.code}:${String(fault.row)}:${String(fault.column)}:${String(at)}`}>
                <FaultLine fault={fault} />
                {fault.row !== null && (fault.table === null || fault.table === view.table) && <button type="button" className="figure go" onClick={() => { go(fault) }}>{t('sheet.show')}</button>}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="faint">{t('sheet.keys')}</p>
    </>
  )
}
