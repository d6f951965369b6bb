/** How to object to a statement: what to name, ready to be copied. */
import { CopyOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { Panel } from '../parts/Page'
import { copy } from '../parts/csv'
import { useText } from '../shell/lang'
import type { MonthlyCarbon } from './ask'

export function Objection({ found }: { found: MonthlyCarbon }) {
  const { t, say } = useText()
  const { message } = App.useApp()
  const letter = t('trace.letter', { number: found.number, name: say(found.member), month: found.at, address: location.href })
  const take = () => {
    void copy(letter).then((isDone) => {
      if (isDone) message.success(t('chart.copied'))
      else message.error(t('chart.not_copied'))
    })
  }
  return (
    <Panel title={t('trace.object')}>
      <ol className="way">
        <li>{t('trace.object_1')}</li>
        <li>{t('trace.object_2')}</li>
        <li>{t('trace.object_3')}</li>
      </ol>
      <Button className="no-print" icon={<CopyOutlined />} onClick={take}>{t('trace.copy_letter')}</Button>
    </Panel>
  )
}
