/** Each stream under both methods. */
import { largest, scaleOf } from '../../parts/format'
import { Figure } from '../../parts/Figure'
import { Ledger } from '../../parts/Ledger'
import { Panel } from '../../parts/Page'
import { useText } from '../../shell/lang'
import type { Comparison, Stream } from './ask'

export function Streams({ comparison }: { comparison: Comparison }) {
  const { t, say } = useText()
  const { streams, first, second } = comparison
  const scale = scaleOf(first.total.unit, largest([first.total.value, second.total.value]), t)
  return (
    <Panel title={t('methods.streams')}>
      <Ledger<Stream>
        label={t('methods.streams')}
        rows={streams}
        rowKey={(row) => `${String(row.scope)} ${row.stream} ${row.carrier}`}
        columns={[
          { key: 'carrier', head: t('cut.carrier'), isName: true, cell: (row) => say(row.carrier_label) },
          { key: 'stream', head: t('cut.stream'), cell: (row) => say(row.stream_label) },
          { key: 'scope', head: t('cut.scope'), cell: (row) => row.scope },
          { key: 'first', head: say(first.label), unit: scale.unit, isNumber: true, cell: (row) => <Figure of={row.first} scale={scale} /> },
          { key: 'second', head: say(second.label), unit: scale.unit, isNumber: true, cell: (row) => <Figure of={row.second} scale={scale} /> },
          { key: 'gap', head: t('methods.difference'), unit: scale.unit, isNumber: true, cell: (row) => <Figure of={row.difference} scale={scale} isChange /> },
        ]}
      />
    </Panel>
  )
}
