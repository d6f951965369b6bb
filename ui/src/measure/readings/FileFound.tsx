/** What a file holds: counts, what was refused cell by cell, and the marked workbook. */
import type { ReactNode } from 'react'
import { Ledger } from '../../parts/Ledger'
import { Panel } from '../../parts/Page'
import { useText } from '../../shell/lang'
import type { Loaded } from './files'

interface Props {
  title: string
  found: Loaded
  marked?: string
  children?: ReactNode
}

export function FileFound({ title, found, marked, children }: Props) {
  const { t, say } = useText()
  const counts = [
    { name: t('readings.n_rows'), count: found.readings }, { name: t('readings.n_taken'), count: found.taken },
    { name: t('readings.n_unchanged'), count: found.unchanged }, { name: t('readings.n_corrected'), count: found.corrected },
    { name: t('readings.n_refused'), count: found.refused_count },
  ]
  return (
    <Panel title={title} note={found.first && found.last ? t('readings.file_span', { from: found.first, to: found.last }) : undefined}>
      <dl className="facts">
        {counts.map((each) => <div key={each.name}><dt>{each.name}</dt><dd className="num">{each.count.toLocaleString('en-US')}</dd></div>)}
      </dl>
      {found.channels.length > 0 && <p>{t('readings.new_channels')} {found.channels.join(', ')}</p>}
      {found.refused.length > 0 && (
        <>
          <Ledger
            label={t('readings.n_refused')} rows={found.refused} rowKey={(_, at) => String(at)}
            columns={[
              { key: 'row', head: t('readings.row'), isName: true, cell: (cell) => cell.row ?? '–' },
              { key: 'column', head: t('readings.column'), cell: (cell) => cell.column },
              { key: 'value', head: t('readings.value'), cell: (cell) => <code>{cell.value}</code> },
              { key: 'says', head: t('readings.reason'), isWide: true, cell: (cell) => say(cell.says) },
            ]}
          />
          {marked && <p><a href={marked} download>{t('readings.marked')}</a></p>}
        </>
      )}
      {children}
    </Panel>
  )
}
