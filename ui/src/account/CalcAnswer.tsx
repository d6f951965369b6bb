/** A quick answer: each amount with its tonnes, factors and documents; copies as text. */
import { Button } from 'antd'
import { useState } from 'react'
import type { QuickAnswer, QuickLine } from '../api/client'
import { digits, exact, pretty } from '../parts/format'
import { Ledger } from '../parts/Ledger'
import { Panel } from '../parts/Page'
import { useText } from '../shell/lang'

const UNIT = 't CO2e'

function useProofs() {
  const { t, say } = useText()
  const read: Record<string, string> = {
    primary: t('read.primary'), confirmed: t('read.confirmed'),
    secondary: t('read.secondary'), recalled: t('read.recalled'),
  }
  return (line: QuickLine): string[] =>
    line.factors.map((factor) => {
      const where = factor.title ? `${say(factor.title)} ${factor.clause}` : `${factor.document} ${factor.clause}`
      return `${say(factor.quantity_label)} ${pretty(factor.printed)} · ${where} · ${say(factor.found_label)} · ${read[factor.status] ?? factor.status}`
    })
}

export function CalcAnswer({ answer }: { answer: QuickAnswer }) {
  const { t, say } = useText()
  const proofs = useProofs()
  const [isCopied, setCopied] = useState(false)
  const total = t('calc.total', { total: `${digits(answer.co2e_t, 6)} ${pretty(UNIT)}` })
  const copy = async () => {
    const lines = answer.lines.flatMap((line) => [
      `${say(line.label)} ${line.written}: ${pretty(exact(line.co2e_t, UNIT))}`, ...proofs(line).map((proof) => `  ${proof}`),
    ])
    const rule = `${answer.method} · ${answer.gwp_set} · ${answer.region} · ${String(answer.year)}`
    await navigator.clipboard.writeText([...lines, total, rule].join('\n'))
    setCopied(true)
  }
  return (
    <Panel title={t('calc.result')} note={<strong>{total}</strong>}>
      <Ledger
        label={t('calc.result')}
        rows={answer.lines}
        rowKey={(line, at) => `${line.code}:${String(at)}`}
        columns={[
          { key: 'name', head: t('calc.name'), isName: true, cell: (line) => say(line.label) },
          { key: 'written', head: t('calc.written'), cell: (line) => pretty(line.written) },
          { key: 'scope', head: t('calc.scope'), isNumber: true, cell: (line) => line.scope },
          { key: 'mass', head: t('calc.mass'), unit: pretty(UNIT), isNumber: true, cell: (line) => <span title={exact(line.co2e_t, UNIT)}>{digits(line.co2e_t)}</span> },
          { key: 'factors', head: t('calc.factors'), isWide: true, cell: (line) => proofs(line).map((proof) => <div key={proof}>{proof}</div>) },
        ]}
      />
      {answer.warnings.map((warning) => <p key={warning.en} className="faint">{say(warning)}</p>)}
      <Button onClick={() => { void copy() }}>{t(isCopied ? 'calc.copied' : 'calc.copy')}</Button>
    </Panel>
  )
}
