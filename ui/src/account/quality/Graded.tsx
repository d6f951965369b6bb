/** Data-quality grades: by stream, and of the lines that weigh most. */
import { Figure } from '../../parts/Figure'
import { digits, largest, scaleOf, span } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { Panel } from '../../parts/Page'
import { useText } from '../../shell/lang'
import type { Quality } from '../guide/ask'

export function Graded({ quality }: { quality: Quality }) {
  const { t, say } = useText()
  const mass = scaleOf('t CO2e', largest(quality.lines.map((line) => line.co2_t.value)), t)
  return (
    <Panel title={t('quality.grades')} note={say(quality.scheme_note)}>
      <p>
        {quality.by_stream.map((stream) => (
          <span key={stream.code} className="still">
            {say(stream.label)} <span className="num">{digits(stream.grade, 3)}</span>{' '}
            {stream.band && <span className="tag">{say(stream.band)}</span>}{'  '}
          </span>
        ))}
      </p>
      <p className="faint">{say(quality.scheme)} · <code className="code">{quality.scheme_cite}</code></p>
      <Ledger
        label={t('quality.grades')}
        rows={quality.lines}
        rowKey={(line) => line.line_id}
        columns={[
          { key: 'record', head: t('line.record'), isName: true, cell: (line) => line.record_id },
          { key: 'carrier', head: t('cut.carrier'), cell: (line) => say(line.carrier) },
          { key: 'member', head: t('cut.member'), cell: (line) => say(line.member) },
          { key: 'period', head: t('line.period'), cell: (line) => <span className="num">{span(line.period)}</span> },
          { key: 'co2', head: t('term.co2'), unit: mass.unit, isNumber: true, cell: (line) => <Figure of={line.co2_t} scale={mass} /> },
          { key: 'activity', head: t('quality.activity'), isNumber: true, cell: (line) => digits(line.activity, 3) },
          { key: 'factor', head: t('quality.factor'), isNumber: true, cell: (line) => digits(line.factor, 3) },
          { key: 'grade', head: t('quality.grade_short'), isNumber: true, cell: (line) => <Figure of={line.grade} /> },
          { key: 'band', head: '', cell: (line) => line.band && <span className="tag">{say(line.band)}</span> },
        ]}
      />
    </Panel>
  )
}
