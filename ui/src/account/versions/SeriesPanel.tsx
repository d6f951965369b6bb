/** One kept inventory: its versions, newest first, each to read and to lay beside the one before. */
import { Link } from 'react-router'
import { Figure } from '../../parts/Figure'
import { digits, exact, largest, moment, scaleOf, scaled, signed } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { Panel } from '../../parts/Page'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import type { KeptHead, KeptSeries } from '../compare/ask'

export function SeriesPanel({ series }: { series: KeptSeries }) {
  const { t, say } = useText()
  const { link } = useView()
  const { versions, inventory_id: id } = series
  const scale = scaleOf(versions[0]?.total.unit ?? '', largest(versions.map((each) => each.total.value)), t)
  const change = (each: KeptHead) => each.change_t === null
    ? <span className="absent">–</span>
    : <span title={exact(each.change_t, each.total.unit)}>{signed(digits(scaled(each.change_t, scale)))}</span>
  const names = { park: t('boundary.park'), enterprise: t('boundary.enterprise'), facility: t('boundary.facility') }
  const boundary = names[series.boundary as keyof typeof names]
  return (
    <Panel title={`${say(series.member)} · ${String(series.year)}`} note={boundary}>
      <Ledger
        label={`${say(series.member)} ${String(series.year)}`}
        rows={versions}
        rowKey={(each) => String(each.version)}
        columns={[
          { key: 'version', head: t('versions.version'), isName: true, cell: (each) => <Link to={link('/account/versions', { kept: `${id}@${String(each.version)}` })}>{`v${String(each.version)}`}</Link> },
          { key: 'state', head: t('versions.state'), cell: (each) => <span className={each.state === 'kept' ? 'tag' : 'tag warn'}>{t(each.state === 'kept' ? 'versions.kept' : 'versions.draft')}</span> },
          { key: 'total', head: t('term.co2'), unit: scale.unit, isNumber: true, cell: (each) => <Figure of={each.total} scale={scale} /> },
          { key: 'change', head: t('bridge.change'), unit: scale.unit, isNumber: true, cell: change },
          { key: 'made', head: t('versions.made'), cell: (each) => <span className="num">{moment(each.made_at)}</span> },
          { key: 'by', head: t('versions.by'), cell: (each) => each.made_by },
          { key: 'why', head: t('versions.why'), cell: (each) => each.why || '–' },
          {
            key: 'bridge', head: t('versions.bridge'),
            cell: (each) => each.version > 1
              ? <Link to={link('/account/versions', { bridge: `${id}@${String(each.version - 1)}@${String(each.version)}` })}>{`v${String(each.version - 1)} → v${String(each.version)}`}</Link>
              : '–',
          },
        ]}
      />
    </Panel>
  )
}
