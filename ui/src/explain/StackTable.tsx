/** Steps as rows, factors as columns; a figure of a park opens its proof. */
import { Amount } from './Amount'
import { largest, scaleOf } from '../parts/format'
import { Ledger } from '../parts/Ledger'
import { Panel } from '../parts/Page'
import { useText } from '../shell/lang'
import type { Stack } from './shapes'

export function StackTable({ rows, label }: { rows: Stack[]; label: string }) {
  const { t, say } = useText()
  const scale = scaleOf(rows[0]?.total.unit ?? '', largest(rows.flatMap((row) => row.effects.map((effect) => effect.co2_t.value))), t)
  return (
    <Panel title={label} note={scale.unit}>
      <Ledger
        label={label} rows={rows} rowKey={(row) => row.name}
        columns={[
          { key: 'name', head: t('explain.step'), isName: true, cell: (row) => row.name },
          ...(rows[0]?.effects ?? []).map((effect, at) => ({
            key: effect.code, head: say(effect.label), isNumber: true,
            cell: (row: Stack) => <Amount of={row.effects[at]?.co2_t} scale={scale} />,
          })),
          { key: 'total', head: t('explain.total'), isNumber: true, cell: (row) => <strong><Amount of={row.total} scale={scale} /></strong> },
        ]}
      />
    </Panel>
  )
}
