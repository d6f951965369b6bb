/** One table of the park, at its own address. */
import { Link, useParams } from 'react-router'
import { useTable } from '../api/ask'
import { Page } from '../parts/Page'
import { Answer } from '../parts/states'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'
import { Sheet } from './Sheet'

export function TablePage() {
  const { t, say } = useText()
  const { cut, park, version, link } = useView()
  const { table = '' } = useParams()
  const view = useTable(cut, table)
  const isOld = version !== undefined && version !== park.version
  return (
    <Page
      title={view.data ? say(view.data.label) : t('data.title')}
      answer={view.data && say(view.data.help)}
      side={<Link to={link('/data')}>{t('data.back')}</Link>}
    >
      {isOld && <div className="note">{t('data.old', { version })}</div>}
      <Answer of={view}>
        {(data) => <Sheet key={`${cut.park}:${table}:${String(version)}`} view={data} isReadOnly={isOld} />}
      </Answer>
    </Page>
  )
}
