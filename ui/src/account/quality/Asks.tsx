/** Expected streams: on record, decided away with a reason, or still asked. */
import { Ledger } from '../../parts/Ledger'
import { Panel } from '../../parts/Page'
import { useText } from '../../shell/lang'
import type { Ask } from '../guide/ask'

const LOOK = { recorded: 'tag good', decided: 'tag', asked: 'tag warn' } as const
const STATE = { recorded: 'quality.recorded', decided: 'quality.decided', asked: 'quality.asked' } as const

export function Asks({ asks }: { asks: Ask[] }) {
  const { t, say } = useText()
  const open = asks.filter((ask) => ask.state === 'asked').length
  return (
    <Panel title={t('quality.asks', { n: asks.length, open })} note={t('quality.asks_note')}>
      <Ledger
        label={t('quality.asks', { n: asks.length, open })}
        rows={asks}
        rowKey={(ask) => `${ask.expected}@${ask.member_id}`}
        columns={[
          { key: 'label', head: t('cut.stream'), isName: true, cell: (ask) => say(ask.label) },
          { key: 'member', head: t('cut.member'), cell: (ask) => say(ask.member) },
          { key: 'scope', head: t('cut.scope'), cell: (ask) => ask.scope },
          { key: 'state', head: t('quality.state'), cell: (ask) => <span className={LOOK[ask.state]}>{t(STATE[ask.state])}</span> },
          { key: 'records', head: t('quality.records'), isNumber: true, cell: (ask) => ask.records },
          {
            key: 'reason', head: t('quality.reason'), isWide: true,
            cell: (ask) => ask.reason ? `${ask.reason} (${ask.decided_by ?? ''}, ${ask.decided_on ?? ''})` : ask.state === 'asked' ? say(ask.question) : '',
          },
        ]}
      />
    </Panel>
  )
}
