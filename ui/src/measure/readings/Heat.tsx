/** What was used, or emitted, in each hour of each day. */
import { useState } from 'react'
import { Button } from 'antd'
import { ChartCard } from '../../parts/ChartCard'
import { Switch } from '../../parts/Pick'
import { useText } from '../../shell/lang'
import { ink, useTheme } from '../../shell/theme'
import { useHeat, type HeatMap, type What } from './ask'
import { FactTiles } from './FactTiles'
import { Filters } from './Filters'
import { heatDrawn, heatOption, heatSub } from './heat'
import { Readings } from './Nothing'
import { ReadingsPage } from './ReadingsPage'
import { useWindow } from './view'

export function HeatPage() {
  const { t, say } = useText()
  const { window, search } = useWindow()
  const what: What = search.get('what') === 'carbon' ? 'carbon' : 'energy'
  const found = useHeat(window, what)
  return (
    <ReadingsPage title={t('readings.heat')} answer={found.data && say(found.data.finding)}>
      <Readings of={found}>{(heat) => <Body heat={heat} what={what} />}</Readings>
    </ReadingsPage>
  )
}

function Body({ heat, what }: { heat: HeatMap; what: What }) {
  const { t, say } = useText()
  const { isDark } = useTheme()
  const { set } = useWindow()
  const [seen, setSeen] = useState<[number, number] | null>(null)
  const [from, to] = seen ? [heat.days[seen[0]], heat.days[seen[1]]] : []
  return (
    <>
      <Filters shown={heat} />
      <Switch
        label={t('readings.what')} value={what}
        options={[{ value: 'energy', label: t('readings.what.energy') }, { value: 'carbon', label: t('readings.what.carbon') }]}
        onPick={(next) => { set({ what: next === 'energy' ? undefined : next }) }}
      />
      <ChartCard
        key={`${heat.first}:${heat.last}:${heat.what}`}
        title={say(heat.finding)} sub={heatSub(heat, t)} height={460}
        option={heatOption(heat, t, ink(isDark))} drawn={heatDrawn(heat, t)}
        onZoom={(first, last) => { setSeen([first, last]) }}
      >
        {from !== undefined && to !== undefined && (from !== heat.first || to !== heat.last) && (
          <Button size="small" onClick={() => { set({ from, to }) }}>{t('readings.closer', { from, to })}</Button>
        )}
      </ChartCard>
      <section className="panel" aria-label={t('readings.facts')}>
        <h2>{t('readings.facts')}</h2>
        <FactTiles facts={heat.facts} more={[[heat.co2, null]]} />
        {heat.notes.map((note) => <p className="faint" key={note.en}>{say(note)}</p>)}
      </section>
    </>
  )
}
