/** One year's inventory: cut by scope, stream, carrier, system, member or gas. */
import { useInventory, type Boundary } from '../api/ask'
import type { Inventory, Slice } from '../api/client'
import { Figure, Range } from '../parts/Figure'
import { Panel } from '../parts/Page'
import { Pick, Switch } from '../parts/Pick'
import { Answer, FaultList } from '../parts/states'
import { Strip } from '../parts/Strip'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'
import { AccountPage } from './AccountPage'
import { Lines } from './Lines'

const BOUNDARIES: Boundary[] = ['park', 'enterprise', 'facility']

export function InventoryPage() {
  const { t } = useText()
  const { cut, year, search, set } = useView()
  const boundary = BOUNDARIES.find((each) => each === search.get('boundary'))
  const inventory = useInventory(cut, year, boundary)
  return (
    <AccountPage
      title={t('inventory.title', { year })}
      answer={inventory.data && (
        <>
          {t('home.total', { year })} <strong><Figure of={inventory.data.total} showUnit /></strong>
          <Range of={inventory.data.total} />
          {t('home.comma')}{t('inventory.energy')} <Figure of={inventory.data.energy} showUnit />
          {t('home.stop')}
        </>
      )}
      side={
        <Pick
          label={t('inventory.boundary')} value={boundary ?? 'park'}
          options={[
            { value: 'park', label: t('boundary.park') },
            { value: 'enterprise', label: t('boundary.enterprise') },
            { value: 'facility', label: t('boundary.facility') },
          ]}
          onPick={(next) => { set({ boundary: next === 'park' ? undefined : next }) }}
        />
      }
    >
      <Answer of={inventory}>{(data) => <Body inventory={data} />}</Answer>
    </AccountPage>
  )
}

function Body({ inventory }: { inventory: Inventory }) {
  const { t } = useText()
  const { search, set } = useView()
  const cuts: { value: string; label: string; slices: Slice[] }[] = [
    { value: 'scope', label: t('cut.scope'), slices: inventory.by_scope },
    { value: 'carrier', label: t('cut.carrier'), slices: inventory.by_carrier },
    { value: 'stream', label: t('cut.stream'), slices: inventory.by_stream },
    { value: 'system', label: t('cut.system'), slices: inventory.by_system },
    { value: 'member', label: t('cut.member'), slices: inventory.by_member },
    { value: 'gas', label: t('cut.gas'), slices: inventory.by_gas },
  ]
  const cut = cuts.find((each) => each.value === search.get('cut')) ?? cuts[0]
  return (
    <>
      <div className="two wide-left">
        <Panel title={t('inventory.cut')}>
          <p>
            <Switch label={t('inventory.cut')} value={cut?.value ?? ''} options={cuts} onPick={(next) => { set({ cut: next }) }} />
          </p>
          {cut && cut.slices.length > 0 ? <Strip slices={cut.slices} label={cut.label} /> : <p className="faint">{t('inventory.no_slices')}</p>}
        </Panel>
        <Panel title={t('inventory.beside')} note={t('inventory.beside_note')}>
          <div className="list-row"><span>{t('inventory.elimination')}</span><Figure of={inventory.elimination} showUnit /></div>
          <div className="list-row"><span>{t('inventory.exported')}</span><Figure of={inventory.exported} showUnit /></div>
          <div className="list-row"><span>{t('term.energy')}</span><Figure of={inventory.energy} showUnit /></div>
          <div className="list-row"><span>{t('term.co2_intensity')}</span><Figure of={inventory.intensity} showUnit /></div>
          <div className="list-row"><span>{t('term.energy_intensity')}</span><Figure of={inventory.energy_intensity} showUnit /></div>
          <h3>{t('inventory.quality')}</h3>
          <Strip slices={inventory.quality} label={t('inventory.quality')} />
        </Panel>
      </div>
      {inventory.missing.length > 0 && (
        <Panel title={t('inventory.missing', { n: inventory.missing.length })}><FaultList faults={inventory.missing} /></Panel>
      )}
      <Panel title={t('inventory.lines', { n: inventory.lines.length })} note={t('inventory.lines_note')}>
        <Lines inventory={inventory} />
      </Panel>
    </>
  )
}
