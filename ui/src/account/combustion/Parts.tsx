/** Parts of fuels: components of blends, biogenic carbon, feedstock and its carbon. */
import { Figure } from '../../parts/Figure'
import { digits, percent, pretty } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { Panel } from '../../parts/Page'
import { useText } from '../../shell/lang'
import type { Part } from './ask'

export function Parts({ parts }: { parts: Part[] }) {
  const { t, say } = useText()
  return (
    <Panel title={t('measured.parts')} note={t('measured.parts_note')}>
      <Ledger
        label={t('measured.table', { name: t('measured.parts') })}
        rows={parts}
        rowKey={(part) => part.record_id}
        columns={[
          { key: 'record', head: t('line.record'), isName: true, cell: (part) => part.record_id },
          { key: 'member', head: t('cut.member'), cell: (part) => say(part.member) },
          { key: 'carrier', head: t('measured.of_fuel'), cell: (part) => say(part.carrier_label) },
          { key: 'part', head: t('measured.part'), cell: (part) => say(part.part) },
          { key: 'what', head: t('measured.what'), cell: (part) => say(part.component ?? part.fate) || '–' },
          {
            key: 'amount', head: t('measured.amount_of'), isNumber: true,
            cell: (part) => (
              <><Figure of={part.amount} /> / {digits(part.whole)}<span className="unit">{pretty(part.amount.unit)}</span></>
            ),
          },
          { key: 'share', head: t('measured.share'), isNumber: true, cell: (part) => percent(part.share) },
        ]}
      />
    </Panel>
  )
}
