/** Purchased energy, location-based and market-based side by side; never added (R3). */
import type { Boundary } from '../../api/ask'
import { Figure } from '../../parts/Figure'
import { Panel } from '../../parts/Page'
import { Pick } from '../../parts/Pick'
import { Answer, FaultList } from '../../parts/states'
import { Cited } from '../../plan/Cited'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import { AccountPage } from '../AccountPage'
import { type Scope2, useScope2 } from './ask'
import { Certificates } from './Certificates'
import { Members } from './Members'
import { Views } from './Views'

const BOUNDARIES: Boundary[] = ['park', 'enterprise', 'facility']

export function Scope2Page() {
  const { t } = useText()
  const { cut, year, search, set } = useView()
  const boundary = BOUNDARIES.find((each) => each === search.get('boundary')) ?? 'enterprise'
  const found = useScope2(cut, year, boundary)
  return (
    <AccountPage
      title={t('scope2.title', { year })}
      answer={found.data && <Finding found={found.data} />}
      side={
        <Pick
          label={t('inventory.boundary')} value={boundary}
          options={BOUNDARIES.map((each) => ({ value: each, label: t(`boundary.${each}`) }))}
          onPick={(next) => { set({ boundary: next }) }}
        />
      }
    >
      <Answer of={found}>{(data) => <Body found={data} />}</Answer>
    </AccountPage>
  )
}

function Finding({ found }: { found: Scope2 }) {
  const { t } = useText()
  return (
    <>
      {t('scope2.location')} <strong><Figure of={found.location} showUnit /></strong>
      {t('scope2.beside')} {t('scope2.market')}{' '}
      {found.market.value === null
        ? <strong>{t('scope2.refused')}</strong>
        : <strong><Figure of={found.market} showUnit /></strong>}
      {t('home.stop')} {!found.is_asked && t('scope2.unasked')}
    </>
  )
}

function Body({ found }: { found: Scope2 }) {
  const { t, say } = useText()
  return (
    <>
      {found.warnings.length > 0 && (
        <Panel title={t('scope2.warnings', { n: found.warnings.length })}><FaultList faults={found.warnings} /></Panel>
      )}
      <div className="two">
        <Panel title={t('scope2.green')} note={t('scope2.green_note')}>
          {found.green.map((each) => (
            <div className="list-row" key={each.key}><span>{say(each.label)}</span><Figure of={each} showUnit /></div>
          ))}
        </Panel>
        <Panel title={t('scope2.apart')} note={t('scope2.apart_note')}>
          <div className="list-row"><span>{say(found.exported.label)}</span><Figure of={found.exported} showUnit /></div>
          {found.net && <div className="list-row"><span>{say(found.net.label)}</span><Figure of={found.net} showUnit /></div>}
          {found.net_cite ? <Cited cite={found.net_cite} /> : <p className="faint">{t('scope2.no_net')}</p>}
          <div className="list-row"><span>{say(found.market_total.label)}</span><Figure of={found.market_total} showUnit /></div>
        </Panel>
      </div>
      {found.members.length > 0 && (
        <Panel title={t('scope2.members')} note={t('scope2.members_note')}><Members members={found.members} /></Panel>
      )}
      <Panel title={t('scope2.certificates', { n: found.certificates.length })} note={t('scope2.certificates_note')}>
        <Certificates certificates={found.certificates} />
      </Panel>
      <Panel title={t('scope2.lines', { n: found.lines.length })} note={t('scope2.lines_note')}>
        <Views found={found} />
      </Panel>
    </>
  )
}
