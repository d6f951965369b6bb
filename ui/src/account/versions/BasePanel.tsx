/** The base year: as somebody answers for it, as it comes out now, and whether that is much. */
import { Figure } from '../../parts/Figure'
import { percent } from '../../parts/format'
import { Panel } from '../../parts/Page'
import { Answer } from '../../parts/states'
import { useText } from '../../shell/lang'
import { useBaseYear } from '../compare/ask'

export function BasePanel({ park }: { park: string }) {
  const { t, say } = useText()
  const base = useBaseYear(park)
  return (
    <Answer of={base}>
      {(data) => (
        <Panel title={t('base.title')} note={say(data.finding)}>
          {data.kept_t && <div className="list-row"><span>{t('base.kept')}</span><Figure of={data.kept_t} showUnit /></div>}
          {data.now_t && <div className="list-row"><span>{t('base.now')}</span><Figure of={data.now_t} showUnit /></div>}
          {data.change !== null && <div className="list-row"><span>{t('base.change')}</span><span className="num">{percent(data.change)}</span></div>}
          <div className="list-row"><span>{t('base.threshold')}</span><span className="num">{percent(data.threshold)}</span></div>
          <p className="faint">{say(data.threshold_note)} ({data.threshold_cite})</p>
        </Panel>
      )}
    </Answer>
  )
}
