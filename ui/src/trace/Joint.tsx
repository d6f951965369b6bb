/** Joint plants of the park: the rule on their transfers, and every other beside it. */
import { Figure } from '../parts/Figure'
import { Ledger } from '../parts/Ledger'
import { Panel } from '../parts/Page'
import { useText } from '../shell/lang'
import { useJoint } from './ask'
import { useTrace } from './view'

export function Joint() {
  const { t, say } = useText()
  const { how, year } = useTrace()
  const found = useJoint(how.park, year, how.version)
  const plants = found.data?.plants ?? []
  return (
    <Panel title={t('trace.joint')} note={t('trace.joint_note')}>
      {plants.length === 0 && <p className="faint">{t('trace.no_joint')}</p>}
      {plants.map((plant) => (
        <details key={plant.member_id}>
          <summary>{t('trace.joint_of', { name: say(plant.member), rule: say(plant.rules.find((rule) => rule.is_taken)?.label) || plant.rule })}</summary>
          <Ledger
            label={say(plant.member)} rows={plant.rules} rowKey={(row) => row.rule}
            columns={[
              { key: 'rule', head: t('trace.rule'), isName: true, cell: (row) => <>{say(row.label)} {row.is_taken && <span className="tag good">{t('trace.taken')}</span>}</> },
              { key: 'power', head: t('trace.power'), isNumber: true, cell: (row) => <Figure of={row.power} showUnit /> },
              { key: 'heat', head: t('trace.heat'), isNumber: true, cell: (row) => <Figure of={row.heat} showUnit /> },
            ]}
          />
        </details>
      ))}
    </Panel>
  )
}
