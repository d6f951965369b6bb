/** Which days: first and last, whole weeks, months or years, and the ones before and after. */
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Switch } from '../../parts/Pick'
import { useText } from '../../shell/lang'
import { isDay, reach, reachOf, stepped, type Reach } from './days'

interface Props {
  from: string
  to: string
  extent: string[]
  onPick: (span: { from: string; to: string }) => void
}

const KINDS = [
  { value: 'day', label: 'readings.reach.day' }, { value: 'week', label: 'readings.reach.week' },
  { value: 'month', label: 'readings.reach.month' }, { value: 'year', label: 'readings.reach.year' },
] as const
const ENDS = { from: 'readings.from', to: 'readings.to' } as const

export function Spans({ from, to, extent, onPick }: Props) {
  const { t } = useText()
  const [first, last] = extent
  const day = (name: 'from' | 'to', value: string) => (
    <label className="pick">
      <span>{t(ENDS[name])}</span>
      <input
        type="date" className="field" value={value} min={first} max={last}
        onChange={(event) => {
          const next = event.target.value
          if (!isDay(next)) return
          const span = name === 'from' ? { from: next, to } : { from, to: next }
          onPick(span.from <= span.to ? span : { from: next, to: next })
        }}
      />
    </label>
  )
  return (
    <>
      <Switch
        label={t('readings.reach')} value={reachOf(from, to) ?? ''}
        options={KINDS.map(({ value, label }) => ({ value, label: t(label) }))}
        onPick={(kind) => { onPick(reach(to, kind as Reach)) }}
      />
      <Button size="small" icon={<LeftOutlined />} aria-label={t('readings.earlier')} title={t('readings.earlier')} onClick={() => { onPick(stepped(from, to, -1)) }} />
      {day('from', from)}
      {day('to', to)}
      <Button size="small" icon={<RightOutlined />} aria-label={t('readings.later')} title={t('readings.later')} disabled={last !== undefined && to >= last} onClick={() => { onPick(stepped(from, to, 1)) }} />
    </>
  )
}
