/** The same change by driver and by carrier. */
import type { Effect, Step } from '../api/client'
import { Figure } from '../parts/Figure'
import { largest, scaleOf } from '../parts/format'
import { Ledger } from '../parts/Ledger'
import { Panel } from '../parts/Page'
import { colourOf } from '../parts/palette'
import { useText } from '../shell/lang'

function Effects({ label, effects, isCarrier }: { label: string; effects: Effect[]; isCarrier: boolean }) {
  const { t, say } = useText()
  const scale = scaleOf(effects[0]?.co2_t.unit ?? '', largest(effects.map((effect) => effect.co2_t.value)), t)
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
        { key: 'co2', head: t('explain.change'), unit: scale.unit, isNumber: true, cell: (effect) => <Figure of={effect.co2_t} scale={scale} isChange /> },
      ]}
    />
  )
}

export function EffectTables({ step }: { step: Step }) {
  const { t } = useText()
  return (
    <Panel title={t('explain.detail', { from: step.from_year, to: step.to_year })} note={t('explain.detail_note')}>
      <div className="two">
        <Effects label={t('explain.driver')} effects={step.effects} isCarrier={false} />
        <Effects label={t('cut.carrier')} effects={step.by_carrier} isCarrier />
      </div>
    </Panel>
  )
}
