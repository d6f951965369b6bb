/** Readings behind a figure: as read, with flags, and what each one replaced. */
import type { Proof } from '../api/client'
import { useText } from '../shell/lang'
import { exact, moment, pretty } from './format'
import { Ledger } from './Ledger'

export function ReadingRows({ readings }: { readings: NonNullable<Proof['readings']> }) {
  const { t, say } = useText()
  return (
    <section>
      <h3>{t('readings.tab_readings')}</h3>
      <Ledger
        label={t('readings.tab_readings')} rows={readings} rowKey={(reading) => reading.at}
        columns={[
          { key: 'at', head: t('readings.start'), isName: true, cell: (reading) => <span className="num still">{reading.at.slice(0, 16).replace('T', ' ')}</span> },
          { key: 'value', head: t('readings.value'), unit: pretty(readings[0]?.unit ?? ''), isNumber: true, cell: (reading) => exact(reading.value) },
          { key: 'flags', head: t('readings.flagged'), cell: (reading) => reading.flags.map((flag) => say(flag)).join(', ') || '–' },
          {
            key: 'was', head: t('readings.was'),
            cell: (reading) => reading.replaced.map((old) => (
              <div key={old.at}>{t('readings.was_by', { value: exact(old.value), who: old.who, at: moment(old.at), why: old.why || '–' })}</div>
            )),
          },
        ]}
      />
    </section>
  )
}
