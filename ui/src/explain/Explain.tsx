/** What moved the emissions, and what the data cannot say. */
import { Link } from 'react-router'
import { useDrivers } from '../api/ask'
import type { Drivers } from '../api/client'
import { ChartCard } from '../parts/ChartCard'
import { Figure } from '../parts/Figure'
import { Page } from '../parts/Page'
import { Switch } from '../parts/Pick'
import { Answer, Empty } from '../parts/states'
import { useText } from '../shell/lang'
import { ink, useTheme } from '../shell/theme'
import { useView } from '../shell/view'
import { EffectTables } from './EffectTables'
import { VerdictPanel } from './VerdictPanel'
import { waterfall } from './waterfall'

const nameOf = (step: { from_year: number; to_year: number }): string =>
  `${String(step.from_year)}–${String(step.to_year)}`

export function Explain() {
  const { t, say } = useText()
  const { cut, member, link } = useView()
  const drivers = useDrivers(cut)
  return (
    <Page title={t('explain.title')} answer={drivers.data && say(drivers.data.finding)}>
      {member !== undefined && <div className="note">{t('explain.whole_park')}</div>}
      <Answer of={drivers}>
        {(data) => data.steps.length === 0
          ? <div className="two wide-left"><Empty title={t('explain.empty')}><p>{t('explain.empty_hint')}</p><p><Link to={link('/data/indicators')}>{t('account.to_data')}</Link></p></Empty><VerdictPanel verdict={data.verdict} /></div>
          : <Body drivers={data} />}
      </Answer>
    </Page>
  )
}

function Body({ drivers }: { drivers: Drivers }) {
  const { t, say } = useText()
  const { search, set } = useView()
  const { isDark } = useTheme()
  const longest = [...drivers.steps].sort((one, two) => two.to_year - two.from_year - (one.to_year - one.from_year))[0]
  const step = drivers.steps.find((each) => nameOf(each) === search.get('step')) ?? longest
  if (!step) return null
  const chart = waterfall(step, t, say, ink(isDark))
  return (
    <div className="two wide-left">
      <div className="stack">
        <Switch
          label={t('explain.step')} value={nameOf(step)}
          options={drivers.steps.map((each) => ({ value: nameOf(each), label: nameOf(each) }))}
          onPick={(next) => { set({ step: next }, true) }}
        />
        <ChartCard title={chart.title} sub={`${nameOf(step)} · ${chart.unit} · ${say(drivers.basis)}`} option={chart.option} drawn={chart.drawn} height={330}>
          <p className="faint">
            {t('explain.total')} <Figure of={step.total} showUnit isChange />{' '}
            {t('explain.closing', { error: step.closing_error.toExponential(1).replace('-', '−') })}
          </p>
        </ChartCard>
        <EffectTables step={step} />
      </div>
      <VerdictPanel verdict={drivers.verdict} />
    </div>
  )
}
