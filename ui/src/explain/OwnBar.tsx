/** The table that a visitor brought: drop it, see what it holds, take it away again. */
import { Button } from 'antd'
import { useState, type DragEvent } from 'react'
import { download } from '../parts/csv'
import { Panel } from '../parts/Page'
import { Answer, FaultList } from '../parts/states'
import { useText } from '../shell/lang'
import { useHeld, type Held } from './ask'
import { EXAMPLES } from './examples'
import { decoded, keep, useOwnTable, type OwnTable } from './owntable'

export function OwnBar() {
  const table = useOwnTable()
  return table ? <OwnHeld table={table} /> : <OwnDrop />
}

async function load(file: File): Promise<void> {
  keep({ name: file.name, text: decoded(await file.arrayBuffer()) })
}

function OwnDrop() {
  const { t } = useText()
  const [isOver, setOver] = useState(false)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) void load(file)
  }
  return (
    <div
      className={isOver ? 'drop over' : 'drop'}
      onDragOver={(event) => { event.preventDefault(); setOver(true) }}
      onDragLeave={() => { setOver(false) }}
      onDrop={onDrop}
    >
      <p>{t('own.hint')}</p>
      <input id="own-file" type="file" accept=".csv,.txt,.tsv" onChange={(event) => { const file = event.target.files?.[0]; if (file) void load(file) }} />
      <label htmlFor="own-file">{t('own.pick')}</label>
      <p className="faint">{t('own.kinds')}</p>
      <p className="faint">{t('own.kept')}</p>
      <p>
        {EXAMPLES.map((example) => (
          <span key={example.name} className="offer">
            <Button size="small" onClick={() => { keep(example) }}>{t(example.label)}</Button>
            <Button size="small" type="text" onClick={() => { download(example.name, new Blob([example.text], { type: 'text/csv' })) }}>{t('own.download', { name: example.name })}</Button>
          </span>
        ))}
      </p>
    </div>
  )
}

function OwnHeld({ table }: { table: OwnTable }) {
  const { t } = useText()
  const held = useHeld(table)
  return (
    <Panel title={t('own.title', { name: table.name })}>
      <Answer of={held}>{(found) => <Facts held={found} />}</Answer>
      <p><Button size="small" onClick={() => { keep(null) }}>{t('own.other')}</Button></p>
    </Panel>
  )
}

function Facts({ held }: { held: Held }) {
  const { t } = useText()
  const numbers = held.columns.filter((column) => column.is_numeric).map((column) => column.name)
  const flaws = held.columns.flatMap((column) => column.flaws)
  return (
    <>
      <p>
        {held.is_long
          ? t('own.long', { rows: held.rows, periods: held.periods.length, categories: held.categories, factors: numbers.join(', ') })
          : t('own.wide', { rows: held.rows, columns: numbers.join(', ') })}
      </p>
      {flaws.length > 0 && <><p><strong>{t('own.flaws', { n: flaws.length })}</strong></p><FaultList faults={flaws} /></>}
    </>
  )
}
