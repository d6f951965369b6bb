/** The rules that the two methods answer differently, and where each is printed. */
import { Ledger } from '../../parts/Ledger'
import { Panel } from '../../parts/Page'
import { useText } from '../../shell/lang'
import type { Comparison } from './ask'

type Rule = Comparison['rules'][number]

function Printed({ said, cite }: { said: string; cite: string | null }) {
  return <>{said} {cite !== null && <code className="code">{cite}</code>}</>
}

export function Rules({ comparison }: { comparison: Comparison }) {
  const { t, say } = useText()
  if (comparison.rules.length === 0) return null
  return (
    <Panel title={t('methods.rules')} note={t('methods.rules_note')}>
      <Ledger<Rule>
        label={t('methods.rules')}
        rows={comparison.rules}
        rowKey={(rule) => rule.rule}
        columns={[
          { key: 'rule', head: t('methods.rule'), isName: true, cell: (rule) => say(rule.label) },
          { key: 'first', head: say(comparison.first.label), isWide: true, cell: (rule) => <Printed said={say(rule.first)} cite={rule.first_cite} /> },
          { key: 'second', head: say(comparison.second.label), isWide: true, cell: (rule) => <Printed said={say(rule.second)} cite={rule.second_cite} /> },
        ]}
      />
    </Panel>
  )
}
