/** Where the park's carbon comes from and where it ends, in any hour of the year. */
import { Link } from 'react-router'
import { ChartCard } from '../parts/ChartCard'
import { Figure } from '../parts/Figure'
import { percent } from '../parts/format'
import { Pick } from '../parts/Pick'
import { Answer } from '../parts/states'
import { useText } from '../shell/lang'
import { ink, useTheme } from '../shell/theme'
import { usePicture, type CarbonPicture } from './ask'
import { Example } from './Example'
import { HowBar } from './HowBar'
import { Nothing } from './Nothing'
import { sankeyDrawn, sankeyOption, toldSpan } from './sankey'
import { SpanBar } from './SpanBar'
import { TracePage } from './TracePage'
import { useNarrow } from './useNarrow'
import { useTrace } from './view'

const FEW = 24

export function CarbonPage() {
  const { t } = useText()
  const { how, at, search, park } = useTrace()
  const most = Number(search.get('most')) || FEW
  const found = usePicture(how, at, most, park.years.length > 0)
  if (park.years.length === 0) return <TracePage title={t('trace.title')}><Nothing /></TracePage>
  return (
    <TracePage title={t('trace.title')} answer={found.data && <Told found={found.data} />} side={<HowBar />}>
      <Answer of={found}>{(data) => <Body found={data} isWaiting={found.isPlaceholderData} most={most} />}</Answer>
    </TracePage>
  )
}

function Told({ found }: { found: CarbonPicture }) {
  const { t } = useText()
  return (
    <>
      {t('trace.answer', { at: toldSpan(found) })} <Figure of={found.total} showUnit />
      {'; '}{t('trace.closes')} <Figure of={found.closing} />
      {found.spread !== null && <>{'; '}{t('trace.spread', { share: percent(found.spread) })}</>}
    </>
  )
}

function Body({ found, isWaiting, most }: { found: CarbonPicture; isWaiting: boolean; most: number }) {
  const { t, say } = useText()
  const { isDark } = useTheme()
  const { set, link, how } = useTrace()
  const isNarrow = useNarrow()
  const members = found.nodes.filter((node) => node.member_id !== null).length
  const isEmpty = found.links.length === 0
  return (
    <>
      <SpanBar shown={found} isWaiting={isWaiting} />
      {isEmpty ? <Nothing isRefused={found.total.value === null} /> : (
        <ChartCard
          title={say(found.finding)}
          sub={t('trace.sub', { at: toldSpan(found), unit: found.total.unit, view: t(`trace.view.${how.view}`) })}
          height={Math.max(320, 80 + found.nodes.length * 22)}
          option={sankeyOption(found, say, ink(isDark), isNarrow)} drawn={sankeyDrawn(found, t, say)}
          onPick={(member) => { set({ member }); }}
        >
          {found.notes.map((note) => <p className="faint" key={note.en}>{say(note)}</p>)}
          <div className="grid-bar">
            <Pick
              label={t('trace.most')} value={String(most)}
              options={[8, 12, 24, 40, 60].map((each) => ({ value: String(each), label: String(each) }))}
              onPick={(next) => { set({ most: next === String(FEW) ? undefined : next }, true) }}
            />
          </div>
        </ChartCard>
      )}
      {!isEmpty && members < 2 && <div className="note"><p>{t('trace.alone')}</p><Example /></div>}
      <p className="faint">{t('trace.next')} <Link to={link('/trace/members', { at: found.at })}>{t('trace.tab.members')}</Link></p>
    </>
  )
}
