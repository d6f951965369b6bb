/** Measured fuels: batches and their means, stocks, parts, carbon balances, stacks. */
import { Link } from 'react-router'
import { Panel } from '../../parts/Page'
import { Answer, Empty, FaultList } from '../../parts/states'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import { AccountPage } from '../AccountPage'
import { type Measured, useMeasured } from './ask'
import { Balances } from './Balances'
import { Means } from './Means'
import { Parts } from './Parts'
import { Stacks } from './Stacks'
import { Stocks } from './Stocks'

export function MeasuredFuelsPage() {
  const { t } = useText()
  const { cut, year } = useView()
  const found = useMeasured(cut, year)
  return (
    <AccountPage title={t('measured.title', { year })} answer={found.data && <Counts found={found.data} />}>
      <Answer of={found}>{(data) => <Body found={data} />}</Answer>
    </AccountPage>
  )
}

/** How much of each kind there is, in one sentence. */
function Counts({ found }: { found: Measured }) {
  const { t } = useText()
  const parts = [
    t('measured.count.means', { n: found.means.length }),
    t('measured.count.stocks', { n: found.stocks.length }),
    t('measured.count.parts', { n: found.parts.length }),
    t('measured.count.balances', { n: found.balances.length }),
    t('measured.count.stacks', { n: found.stacks.length }),
  ]
  return <>{parts.join(t('zero.and'))}{t('home.stop')}</>
}

function Body({ found }: { found: Measured }) {
  const { t } = useText()
  const { link } = useView()
  const { means, stocks, parts, balances, stacks, warnings } = found
  if (means.length + stocks.length + parts.length + balances.length + stacks.length === 0) {
    return (
      <Empty title={t('measured.empty')}>
        <p>{t('measured.empty_note')}</p>
        <p><Link to={link('/data/batches')}>{t('measured.enter')}</Link></p>
      </Empty>
    )
  }
  return (
    <>
      {means.length > 0 && <Means means={means} />}
      {stacks.length > 0 && <Stacks stacks={stacks} />}
      {stocks.length > 0 && <Stocks stocks={stocks} />}
      {parts.length > 0 && <Parts parts={parts} />}
      {balances.map((balance) => <Balances key={balance.balance_id} balance={balance} />)}
      {warnings.length > 0 && (
        <Panel title={t('measured.warnings', { n: warnings.length })}><FaultList faults={warnings} /></Panel>
      )}
    </>
  )
}
