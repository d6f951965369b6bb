/** One day, typed or stepped; kept in the address. */
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { isDay, moved } from '../measure/readings/days'
import { useText } from '../shell/lang'
import { useTrace } from './view'

/** The day the address asks for, else the one in sight, else the first of the span. */
export function useDay(): string {
  const { at, year, search } = useTrace()
  const asked = search.get('day')
  if (isDay(asked) && asked.startsWith(String(year))) return asked
  if (at.length >= 10) return at.slice(0, 10)
  return at.length === 7 ? `${at}-01` : `${String(year)}-01-01`
}

export function DayPick() {
  const { t } = useText()
  const { year, set } = useTrace()
  const day = useDay()
  const go = (next: string) => { if (isDay(next)) set({ day: next }, true) }
  const [first, last] = [`${String(year)}-01-01`, `${String(year)}-12-31`]
  return (
    <div className="span-bar">
      <label className="pick">
        <span>{t('trace.day')}</span>
        <input className="field" type="date" value={day} min={first} max={last} onChange={(event) => { go(event.target.value) }} />
      </label>
      <span className="span-keys">
        <Button type="text" icon={<LeftOutlined />} aria-label={t('trace.before')} title={t('trace.before')} disabled={day <= first} onClick={() => { go(moved(day, -1)) }} />
        <Button type="text" icon={<RightOutlined />} aria-label={t('trace.after')} title={t('trace.after')} disabled={day >= last} onClick={() => { go(moved(day, 1)) }} />
      </span>
    </div>
  )
}
