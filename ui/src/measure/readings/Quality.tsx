/** How good the readings are: the worst channels first, and what to mend. */
import { Button } from 'antd'
import { Figure } from '../../parts/Figure'
import type { Scale } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { Panel } from '../../parts/Page'
import { useText } from '../../shell/lang'
import { useQuality, type ReadingQuality } from './ask'
import { ChannelRows } from './ChannelRows'
import { Months } from './Months'
import { Readings } from './Nothing'
import { ReadingsPage } from './ReadingsPage'
import { useWindow } from './view'

const PERCENT: Scale = { factor: 100, unit: '%' }
const STEP = 200

export function QualityPage() {
  const { t } = useText()
  const { window, search, set } = useWindow()
  const asked = Number(search.get('after') ?? '0')
  const offset = Number.isInteger(asked) && asked > 0 ? asked : 0
  const found = useQuality(window, offset)
  const data = found.data
  return (
    <ReadingsPage
      title={t('readings.quality')}
      answer={data && (
        <>
          <strong><Figure of={data.completeness} scale={PERCENT} showUnit /></strong>{' '}
          {t('readings.quality_answer', { good: data.good, all: data.found, silent: data.silent })}
        </>
      )}
    >
      <Readings of={found}>
        {(quality) => <Body quality={quality} offset={offset} go={(after) => { set({ after: after > 0 ? String(after) : undefined }) }} />}
      </Readings>
    </ReadingsPage>
  )
}

function Body({ quality, offset, go }: { quality: ReadingQuality; offset: number; go: (offset: number) => void }) {
  const { t, say } = useText()
  return (
    <>
      <Months of={quality} />
      <Panel title={t('readings.worst_first')} note={t('readings.score_means')}>
        <ChannelRows label={t('readings.worst_first')} rows={quality.channels} isMending />
        <p>
          {offset > 0 && <Button size="small" onClick={() => { go(offset - STEP) }}>{t('readings.earlier')}</Button>}{' '}
          {quality.found > offset + STEP && <Button size="small" onClick={() => { go(offset + STEP) }}>{t('readings.later')}</Button>}
        </p>
      </Panel>
      <Panel title={t('readings.by_reason')}>
        <Ledger
          label={t('readings.by_reason')} rows={quality.flags} rowKey={(each) => each.flag}
          columns={[
            { key: 'flag', head: t('readings.reason'), isName: true, cell: (each) => say(each.label) },
            { key: 'count', head: t('readings.tab_readings'), isNumber: true, cell: (each) => each.count.toLocaleString('en-US') },
          ]}
        />
      </Panel>
    </>
  )
}
