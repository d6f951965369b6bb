/** Every part of the difference in a sentence, with the factors of both sides behind it. */
import { FactorBlock } from '../../parts/FactorBlock'
import { Figure } from '../../parts/Figure'
import { Panel } from '../../parts/Page'
import { useText } from '../../shell/lang'
import type { Comparison, Part } from './ask'

export function Differences({ comparison }: { comparison: Comparison }) {
  const { t } = useText()
  const parts = comparison.streams
    .flatMap((stream) => stream.parts)
    .sort((one, two) => Math.abs(two.amount.value ?? 0) - Math.abs(one.amount.value ?? 0))
  if (parts.length === 0) return null
  return (
    <Panel title={t('methods.parts', { n: parts.length })} note={t('methods.parts_note')}>
      {parts.map((part) => <OnePart key={part.amount.key} part={part} comparison={comparison} />)}
    </Panel>
  )
}

function OnePart({ part, comparison }: { part: Part; comparison: Comparison }) {
  const { t, say } = useText()
  const sides = [
    { name: say(comparison.first.label), factors: part.first },
    { name: say(comparison.second.label), factors: part.second },
  ].filter((side) => side.factors.length > 0)
  return (
    <div className="part">
      <div className="list-row">
        <span><span className="tag">{say(part.label)}</span> {say(part.says)}</span>
        <Figure of={part.amount} showUnit isChange />
      </div>
      {sides.length > 0 && (
        <details>
          <summary>{t('methods.documents')}</summary>
          <div className="two">
            {sides.map((side) => (
              <div key={side.name}>
                <h3>{side.name}</h3>
                {side.factors.map((factor) => <FactorBlock key={factor.factor_id} factor={factor} />)}
              </div>
            ))}
          </div>
        </details>
      )}
    </div>
  )
}
