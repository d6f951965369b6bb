/** The tables of the park, and the ways in and out. */
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { useTables, useVersions } from '../api/ask'
import { BASE } from '../api/client'
import { moment } from '../parts/format'
import { Ledger } from '../parts/Ledger'
import { Page, Panel } from '../parts/Page'
import { Answer, FaultList } from '../parts/states'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'

export const workbook = (park: string, version: number | undefined): string =>
  `${BASE}/parks/${encodeURIComponent(park)}/workbook${version === undefined ? '' : `?version=${String(version)}`}`

export function Tables() {
  const { t, say } = useText()
  const { cut, park, link } = useView()
  const go = useNavigate()
  const tables = useTables(cut.park)
  const versions = useVersions(cut.park)
  return (
    <Page
      title={t('data.title')}
      answer={t('data.answer', { version: park.version, at: moment(park.saved_at), n: park.faults.length })}
      side={
        <>
          <Link to={link('/data/readings')}>{t('readings.open')}</Link>
          <Button href={workbook(cut.park, cut.version)} download>{t('data.download')}</Button>
          <Button type="primary" onClick={() => { void go(link('/data/import')) }}>{t('data.import')}</Button>
        </>
      }
    >
      <Answer of={tables}>
        {(all) => (
          <div className="cards">
            {all.map((table) => (
              <Link key={table.table} to={link(`/data/${table.table}`)} className="panel">
                <h2>{say(table.label)}<span className="unit num">{t('data.rows', { n: table.rows })}</span></h2>
                <p className="faint">{say(table.help)}</p>
              </Link>
            ))}
          </div>
        )}
      </Answer>
      {park.faults.length > 0 && (
        <Panel title={t('data.faults', { n: park.faults.length })}><FaultList faults={park.faults} /></Panel>
      )}
      <Panel title={t('data.versions')}>
        <Answer of={versions}>
          {(all) => (
            <Ledger
              label={t('data.versions')}
              rows={all}
              rowKey={(version) => String(version.version)}
              columns={[
                { key: 'version', head: t('shell.version'), isName: true, cell: (version) => <Link to={link('/', { version: String(version.version) })}>{version.version}</Link> },
                { key: 'at', head: t('data.saved_at'), cell: (version) => <span className="num">{moment(version.saved_at)}</span> },
                { key: 'by', head: t('data.saved_by'), cell: (version) => version.saved_by },
                { key: 'why', head: t('data.why'), isWide: true, cell: (version) => version.why || '–' },
                { key: 'digest', head: t('data.digest'), cell: (version) => <code className="code" title={version.digest}>{version.digest.slice(0, 16)}</code> },
              ]}
            />
          )}
        </Answer>
      </Panel>
    </Page>
  )
}
