/** Drop a workbook: see what it would change, then take it. */
import { Button } from 'antd'
import { Link } from 'react-router'
import { api, take } from '../api/client'
import { Page } from '../parts/Page'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'
import { ImportBox } from './ImportBox'
import { workbook } from './Tables'

export function Import() {
  const { t } = useText()
  const { park, cut, link } = useView()
  const post = (file: File) =>
    take(api.POST('/api/v1/parks/{park_id}/import', {
      params: { path: { park_id: park.park_id } },
      // the description calls a file "string"
      body: { file: file as unknown as string },
      bodySerializer: () => {
        const form = new FormData()
        form.append('file', file)
        return form
      },
    }))
  return (
    <Page
      title={t('import.title')}
      answer={t('import.answer')}
      side={<><Button href={workbook(cut.park, cut.version)} download>{t('data.download')}</Button><Link to={link('/data')}>{t('data.back')}</Link></>}
    >
      <ImportBox post={post} hint={t('import.drop')} />
    </Page>
  )
}
