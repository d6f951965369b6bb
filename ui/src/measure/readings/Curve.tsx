/** The load curve of a channel, a member, a system or the park. */
import { Button } from 'antd'
import { useState } from 'react'
import { ChartCard } from '../../parts/ChartCard'
import { Switch } from '../../parts/Pick'
import { useText } from '../../shell/lang'
import { ink, useTheme } from '../../shell/theme'
import { useCurve, type LoadCurve } from './ask'
import { curveDrawn, curveOption, curveSub } from './curve'
import { FactTiles } from './FactTiles'
import { Filters } from './Filters'
import { Readings } from './Nothing'
import { ReadingsPage } from './ReadingsPage'
import { useWindow } from './view'

export function CurvePage() {
  const { t, say } = useText()
  const { window, by, align } = useWindow()
  const found = useCurve(window, by, align)
  return (
    <ReadingsPage title={t('readings.curve')} answer={found.data && say(found.data.finding)}>
      <Readings of={found}>{(curve) => <Body curve={curve} />}</Readings>
    </ReadingsPage>
  )
}

function Body({ curve }: { curve: LoadCurve }) {
  const { t, say } = useText()
  const { isDark } = useTheme()
  const { by, align, set } = useWindow()
  return (
    <>
      <Filters shown={curve} />
      <div className="filters">
        <Switch
          label={t('readings.step')} value={by}
          options={[
            { value: 'auto', label: t('readings.by.auto') }, { value: 'native', label: t('readings.by.native') },
            { value: 'hour', label: t('readings.by.hour') }, { value: 'day', label: t('readings.by.day') },
          ]}
          onPick={(next) => { set({ by: next === 'auto' ? undefined : next }) }}
        />
        <Switch
          label={t('readings.align')} value={align}
          options={[{ value: 'weekday', label: t('readings.align.weekday') }, { value: 'date', label: t('readings.align.date') }]}
          onPick={(next) => { set({ align: next === 'weekday' ? undefined : next }) }}
        />
      </div>
      <Zoomable key={`${curve.first}:${curve.last}:${curve.step}`} curve={curve} isDark={isDark} />
      <section className="panel" aria-label={t('readings.facts')}>
        <h2>{t('readings.facts')}</h2>
        <FactTiles facts={curve.facts} more={[[curve.before_use, null], [curve.change, null], [curve.co2, null]]} />
        {curve.notes.map((note) => <p className="faint" key={note.en}>{say(note)}</p>)}
      </section>
    </>
  )
}

/** The picture; what is zoomed into can be shown in its own readings. */
function Zoomable({ curve, isDark }: { curve: LoadCurve; isDark: boolean }) {
  const { t, say } = useText()
  const { set } = useWindow()
  const [seen, setSeen] = useState<[number, number] | null>(null)
  const day = (at: number) => curve.points.start[at]?.slice(0, 10)
  const [from, to] = seen ? [day(seen[0]), day(seen[1])] : []
  const isPart = from !== undefined && to !== undefined && (from !== curve.first || to !== curve.last)
  return (
    <ChartCard
      title={say(curve.finding)} sub={curveSub(curve, t)} height={380}
      option={curveOption(curve, t, say, ink(isDark))} drawn={curveDrawn(curve, t, say)}
      onZoom={(first, last) => { setSeen([first, last]) }}
    >
      {isPart && (
        <Button size="small" onClick={() => { set({ from, to, by: undefined }) }}>
          {t('readings.closer', { from, to })}
        </Button>
      )}
    </ChartCard>
  )
}
