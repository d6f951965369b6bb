/** What to mend first, and what nobody knows. */
import { Figure } from '../../parts/Figure'
import { digits, exact, largest, scaleOf, scaled } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { useText } from '../../shell/lang'
import type { Mend, Unknown } from './ask'
import { InputName, RangeOf } from './InputName'

export function MendList({ mends }: { mends: Mend[] }) {
  const { t, say } = useText()
  const scale = scaleOf(mends[0]?.won.unit ?? '', largest(mends.map((mend) => mend.won.value)), t)
  if (mends.length === 0) return <p className="faint">{t('uncertainty.nothing')}</p>
  return (
    <Ledger
      label={t('uncertainty.won')}
      rows={mends}
      rowKey={(mend) => mend.key}
      columns={[
        { key: 'name', head: t('uncertainty.input'), isName: true, cell: (mend) => <InputName of={mend} /> },
        { key: 'won', head: t('uncertainty.won'), unit: scale.unit, isNumber: true, cell: (mend) => <>{mend.is_limit && '≤ '}<Figure of={mend.won} scale={scale} /></> },
        { key: 'now', head: t('uncertainty.now'), isNumber: true, cell: (mend) => <RangeOf of={mend} /> },
        { key: 'reach', head: t('uncertainty.reach'), isNumber: true, cell: (mend) => (mend.reach_pct === null ? '–' : `±${digits(mend.reach_pct, 2)} %`) },
        { key: 'how', head: t('uncertainty.how'), isWide: true, cell: (mend) => <>{say(mend.how)} <span className="faint">{mend.reach_cite}</span></> },
        { key: 'basis', head: t('uncertainty.basis'), cell: (mend) => <>{say(mend.basis_label)} <span className="faint">{mend.cite}</span></> },
      ]}
    />
  )
}

export function UnknownList({ parts, unit }: { parts: Unknown[]; unit: string }) {
  const { t, say } = useText()
  const scale = scaleOf(unit, largest(parts.map((part) => part.tonnes)), t)
  return (
    <Ledger
      label={t('uncertainty.hangs')}
      rows={parts}
      rowKey={(part) => part.key}
      columns={[
        { key: 'name', head: t('uncertainty.input'), isName: true, cell: (part) => <InputName of={part} /> },
        { key: 'tonnes', head: t('uncertainty.hangs'), unit: scale.unit, isNumber: true, cell: (part) => <span className="num" title={exact(part.tonnes, unit)}>{digits(scaled(part.tonnes, scale))}</span> },
        { key: 'document', head: t('uncertainty.document'), cell: (part) => part.document || '–' },
        { key: 'fix', head: t('uncertainty.how'), isWide: true, cell: (part) => say(part.fix) },
      ]}
    />
  )
}
