/** The ten largest levers: what each saves alone, with its range, and how far to trust it. */
import { Figure } from '../../parts/Figure'
import { digits, largest, scaled, scaleOf } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { useText } from '../../shell/lang'
import { Cited } from '../Cited'
import type { Diagnosis } from './ask'

const KINDS = { measure: 'lever.measure', policy: 'lever.policy', ceiling: 'lever.ceiling' } as const

export function Levers({ found }: { found: Diagnosis }) {
  const { t, say } = useText()
  const one = scaleOf('t CO2', largest(found.levers.map((lever) => lever.alone.value)), t)
  const all = scaleOf('t CO2', largest(found.levers.map((lever) => lever.sum?.value)), t)
  const end = (value: number | null | undefined) => digits(scaled(value, one))
  return (
    <Ledger
      label={t('diagnosis.levers', { year: found.lever_year })}
      rows={found.levers}
      rowKey={(lever) => lever.lever_id}
      columns={[
        { key: 'name', head: t('lever.name'), isName: true, isWide: true, cell: (lever) => <>{say(lever.label)} <span className="tag">{t(KINDS[lever.kind])}</span></> },
        { key: 'alone', head: t('lever.alone'), unit: one.unit, isNumber: true, cell: (lever) => <Figure of={lever.alone} scale={one} /> },
        { key: 'range', head: t('assumption.range'), unit: one.unit, isNumber: true, cell: (lever) => typeof lever.alone.lower === 'number' ? `${end(lever.alone.lower)} … ${end(lever.alone.upper)}` : '–' },
        { key: 'last', head: t('lever.last'), unit: one.unit, isNumber: true, cell: (lever) => <Figure of={lever.last} scale={one} /> },
        { key: 'sum', head: t('lever.sum', { year: found.end_year }), unit: all.unit, isNumber: true, cell: (lever) => <Figure of={lever.sum} scale={all} /> },
        { key: 'grade', head: t('lever.grade'), isWide: true, cell: (lever) => <><strong>{lever.grade}</strong> <span className="faint">{say(lever.grade_why)}</span></> },
        { key: 'cite', head: t('assumption.source'), cell: (lever) => <Cited cite={lever.cite} /> },
      ]}
    />
  )
}
