/** What is looked at, and which days: everything goes into the address. */
import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Pick } from '../../parts/Pick'
import { useText } from '../../shell/lang'
import type { Subject } from './ask'
import { Spans } from './Spans'
import { useWindow } from './view'

interface Shown { subject: Subject; first: string; last: string; extent: string[] }

export function Filters({ shown }: { shown: Shown }) {
  const { t, say } = useText()
  const { window, set } = useWindow()
  const { subject } = shown
  return (
    <div className="filters" role="group" aria-label={t('readings.filters')}>
      {subject.kind === 'channel' ? (
        <span className="tag">
          {say(subject.name)}
          <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('readings.whole')} title={t('readings.whole')} onClick={() => { set({ channel: undefined }) }} />
        </span>
      ) : (
        <>
          {subject.systems.length > 1 && subject.kind !== 'member' && (
            <Pick
              label={t('readings.system')} value={window.system ?? ''}
              options={[{ value: '', label: t('readings.all_systems') }, ...subject.systems.map((each) => ({ value: each.code, label: say(each.label) }))]}
              onPick={(system) => { set({ system, carrier: undefined }) }}
            />
          )}
          {subject.carriers.length > 1 && (
            <Pick
              label={t('readings.carrier')} value={subject.carrier}
              options={subject.carriers.map((each) => ({ value: each.code, label: say(each.label) }))}
              onPick={(carrier) => { set({ carrier }) }}
            />
          )}
        </>
      )}
      <Spans from={shown.first} to={shown.last} extent={shown.extent} onPick={(span) => { set(span) }} />
    </div>
  )
}
