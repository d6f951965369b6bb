/** Year, month, day or hour; a slider moves through them, and play runs them as a film. */
import { CaretRightOutlined, LeftOutlined, PauseOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { length, moved } from '../measure/readings/days'
import { Switch } from '../parts/Pick'
import { useText } from '../shell/lang'
import type { SpanHead } from './ask'
import { kindOf, useTrace, type Kind } from './view'

const PACE_MS = 900
const KINDS: Kind[] = ['year', 'month', 'day', 'hour']

interface Props {
  shown: SpanHead
  isWaiting: boolean
  kinds?: Kind[]
}

/** The same moment seen from nearer or farther; a span begins where its whole does. */
function seenAs(kind: Kind, at: string, year: number, months: string[]): string {
  const month = kindOf(at) === 'year' ? months[0] ?? `${String(year)}-01` : at.slice(0, 7)
  const day = at.length > 7 ? at.slice(0, 10) : `${month}-01`
  if (kind === 'year') return String(year)
  if (kind === 'month') return month
  return kind === 'day' ? day : at.length > 10 ? at : `${day}T12`
}

function useFilm(shown: SpanHead, isWaiting: boolean) {
  const { set } = useTrace()
  const [isOn, setOn] = useState(false)
  const { after } = shown
  const runs = isOn && after !== null
  useEffect(() => {
    if (!runs || isWaiting) return
    const timer = setTimeout(() => { set({ at: after }, true) }, PACE_MS)
    return () => { clearTimeout(timer) }
  }, [runs, isWaiting, after, set])
  return { runs, toggle: () => { setOn(!runs) } }
}

export function SpanBar({ shown, isWaiting, kinds = KINDS }: Props) {
  const { t } = useText()
  const { at, year, set } = useTrace()
  const film = useFilm(shown, isWaiting)
  const kind = kindOf(at)
  const names = { year: t('trace.year'), month: t('trace.month'), day: t('trace.day'), hour: t('trace.hour') }
  const go = (next: string) => { set({ at: next }, true) }
  return (
    <div className="span-bar" role="group" aria-label={t('trace.span')}>
      <Switch
        label={t('trace.grain')} value={kind}
        options={kinds.map((each) => ({ value: each, label: names[each] }))}
        onPick={(next) => { go(seenAs(next as Kind, at, year, shown.months)) }}
      />
      {kind !== 'year' && <Slides at={at} kind={kind} year={year} shown={shown} go={go} />}
      {kind !== 'year' && (
        <span className="span-keys">
          <Button
            type="text" icon={<LeftOutlined />} aria-label={t('trace.before')} title={t('trace.before')}
            disabled={shown.before === null} onClick={() => { if (shown.before !== null) go(shown.before) }}
          />
          <Button
            type="text" icon={film.runs ? <PauseOutlined /> : <CaretRightOutlined />} onClick={film.toggle}
            aria-label={film.runs ? t('trace.pause') : t('trace.play')} title={film.runs ? t('trace.pause') : t('trace.play')}
          />
          <Button
            type="text" icon={<RightOutlined />} aria-label={t('trace.after')} title={t('trace.after')}
            disabled={shown.after === null} onClick={() => { if (shown.after !== null) go(shown.after) }}
          />
        </span>
      )}
      {isWaiting && <span className="faint" role="status">{t('trace.waiting')}</span>}
    </div>
  )
}

function Slides({ at, kind, year, shown, go }: {
  at: string; kind: Kind; year: number; shown: SpanHead; go: (at: string) => void
}) {
  const { t } = useText()
  const first = `${String(year)}-01-01`
  if (kind === 'month') {
    return (
      <Slide
        label={t('trace.month')} text={at} most={shown.months.length - 1} value={shown.months.indexOf(at)}
        onMove={(to) => { go(shown.months[to] ?? at) }}
      />
    )
  }
  const day = at.slice(0, 10)
  const hour = Number(at.slice(11))
  const tail = at.slice(10)
  return (
    <>
      <Slide
        label={t('trace.day')} text={day} most={length(first, `${String(year)}-12-31`) - 1} value={length(first, day) - 1}
        onMove={(to) => { go(moved(first, to) + tail) }}
      />
      {kind === 'hour' && (
        <Slide
          label={t('trace.hour')} text={(shown.hours[hour] ?? '').slice(11, 16)} most={shown.hours.length - 1} value={hour}
          onMove={(to) => { go(`${day}T${String(to).padStart(2, '0')}`) }}
        />
      )}
    </>
  )
}

function Slide({ label, text, most, value, onMove }: {
  label: string; text: string; most: number; value: number; onMove: (to: number) => void
}) {
  return (
    <label className="slide">
      <span>{label} <b className="num">{text}</b></span>
      <input
        type="range" min={0} max={Math.max(0, most)} value={value} aria-valuetext={text}
        onChange={(event) => { onMove(Number(event.target.value)) }}
      />
    </label>
  )
}
