/** The same change by driver, by enterprise and by carrier. */
import type { Effect } from '../api/client'
import { Figure } from '../parts/Figure'
import { largest, scaleOf } from '../parts/format'
import { Ledger } from '../parts/Ledger'
import { Panel } from '../parts/Page'
import { colourOf } from '../parts/palette'
import { useText } from '../shell/lang'
import type { Change } from './ask'
import { Around } from './Around'

function Effects({ label, effects, isCarrier = false }: { label: string; effects: Effect[]; isCarrier?: boolean }) {
  const { t, say } = useText()
  const top = largest(effects.map((effect) => effect.co2_t.value))
  const scale = scaleOf(effects[0]?.co2_t.unit ?? '', top, t)
  return (
    <Ledger
      label={label}
      rows={effects}
      rowKey={(effect) => effect.code}
      columns={[
        {
          key: 'name', head: label, isName: true,
          cell: (effect) => (
            <>
              {isCarrier && <i className="swatch" style={{ background: colourOf(effect.code) }} aria-hidden="true" />}
              {say(effect.label)}
            </>
          ),
        },
        { key: 'bar', head: '', cell: (effect) => <Around value={effect.co2_t.value} top={top} /> },
        { key: 'co2', head: t('explain.change'), unit: scale.unit, isNumber: true, cell: (effect) => <Figure of={effect.co2_t} scale={scale} isChange /> },
      ]}
    />
  )
}

export function EffectTables({ change }: { change: Change }) {
  const { t } = useText()
  return (
    <Panel title={t('explain.detail', { from: change.from_year, to: change.to_year })} note={t('explain.detail_note')}>
      <div className="two">
        <Effects label={t('explain.driver')} effects={change.effects} />
        <div className="stack">
          {change.by_member.length > 0 && <Effects label={t('explain.enterprise')} effects={change.by_member} />}
          {change.by_carrier.length > 0 && <Effects label={t('cut.carrier')} effects={change.by_carrier} isCarrier />}
        </div>
      </div>
    </Panel>
  )
}
