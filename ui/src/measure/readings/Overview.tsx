/** Readings at a glance: the newest week of the park, what is good, what to mend. */
import { Link } from 'react-router'
import { ChartCard } from '../../parts/ChartCard'
import { Figure } from '../../parts/Figure'
import type { Scale } from '../../parts/format'
import { Panel } from '../../parts/Page'
import { useText } from '../../shell/lang'
import { ink, useTheme } from '../../shell/theme'
import { useCurve, useQuality, type LoadCurve } from './ask'
import { ChannelRows } from './ChannelRows'
import { curveDrawn, curveOption, curveSub } from './curve'
import { FactTiles } from './FactTiles'
import { Filters } from './Filters'
import { Readings } from './Nothing'
import { ReadingsPage } from './ReadingsPage'
import { useWindow } from './view'

const PERCENT: Scale = { factor: 100, unit: '%' }
const FEW = 6

export function Overview() {
  const { t } = useText()
  const { window } = useWindow()
  const curve = useCurve(window, 'auto', 'weekday')
  return (
    <ReadingsPage title={t('readings.title')} answer={t('readings.overview_answer')}>
      <Readings of={curve}>{(found) => <Week curve={found} />}</Readings>
      {curve.data && <Worst />}
    </ReadingsPage>
  )
}

function Week({ curve }: { curve: LoadCurve }) {
  const { t, say } = useText()
  const { isDark } = useTheme()
  return (
    <>
      <Filters shown={curve} />
      <ChartCard
        title={say(curve.finding)} sub={curveSub(curve, t)} height={300}
        option={curveOption(curve, t, say, ink(isDark))} drawn={curveDrawn(curve, t, say)}
      >
        <FactTiles facts={curve.facts} more={[[curve.co2, null]]} />
      </ChartCard>
    </>
  )
}

function Worst() {
  const { t } = useText()
  const { window, link } = useWindow()
  const found = useQuality({ park: window.park, member: window.member }, 0)
  return (
    <Readings of={found}>
      {(quality) => (
        <Panel
          title={t('readings.mend_first')}
          note={
            <>
              <Figure of={quality.completeness} scale={PERCENT} showUnit />{' '}
              {t('readings.quality_answer', { good: quality.good, all: quality.found, silent: quality.silent })}{' '}
              <Link to={link('/data/readings/quality')}>{t('readings.all_quality')}</Link>
            </>
          }
        >
          <ChannelRows label={t('readings.mend_first')} rows={quality.channels.slice(0, FEW)} isMending />
        </Panel>
      )}
    </Readings>
  )
}
