/** Output, energy, emissions and their mix over the years (figs. 3 to 6 of the paper). */
import { Link } from 'react-router'
import { useSeries } from '../api/ask'
import type { Series } from '../api/client'
import { ChartCard } from '../parts/ChartCard'
import { Panel } from '../parts/Page'
import { Answer, Empty } from '../parts/states'
import { useText } from '../shell/lang'
import { ink, useTheme } from '../shell/theme'
import { useView } from '../shell/view'
import { AccountPage } from './AccountPage'
import { charts } from './charts'
import { MixCard } from './MixCard'
import { SeriesTable } from './SeriesTable'

export function Account() {
  const { t, say } = useText()
  const { cut, link } = useView()
  const series = useSeries(cut)
  return (
    <AccountPage
      title={t('account.title')}
      answer={series.data && say(series.data.finding)}
    >
      <Answer of={series}>
        {(data) => data.rows.length === 0
          ? <Empty title={t('account.empty')}><p><Link to={link('/data')}>{t('account.to_data')}</Link></p></Empty>
          : <Charts series={data} />}
      </Answer>
    </AccountPage>
  )
}

function Charts({ series }: { series: Series }) {
  const { t, say } = useText()
  const { isDark } = useTheme()
  const cards = charts(series, t, ink(isDark))
  return (
    <>
      <div className="two even">
        {cards.map((card) => (
          <ChartCard key={card.id} title={card.title} sub={card.sub} option={card.option} drawn={card.drawn}>
            {card.id === 'co2' && series.comparison && <div className="note">{say(series.comparison)}</div>}
          </ChartCard>
        ))}
        <MixCard series={series} />
      </div>
      <Panel title={t('account.table')}>
        <SeriesTable series={series} />
      </Panel>
    </>
  )
}
