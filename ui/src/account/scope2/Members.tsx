/** Members in both views, each as if it stood alone, with the certificates its users took. */
import { Figure } from '../../parts/Figure'
import { largest, scaleOf } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { useText } from '../../shell/lang'
import type { MemberViews } from './ask'

export function Members({ members }: { members: MemberViews[] }) {
  const { t, say } = useText()
  const all = members.flatMap((row) => [row.location.value, row.market.value])
  const mass = scaleOf(members[0]?.location.unit ?? '', largest(all), t)
  return (
    <Ledger
      label={t('cut.member')}
      rows={members}
      rowKey={(row) => row.member_id}
      columns={[
        { key: 'name', head: t('cut.member'), isName: true, cell: (row) => say(row.member) },
        { key: 'location', head: t('scope2.location'), unit: mass.unit, isNumber: true, cell: (row) => <Figure of={row.location} scale={mass} /> },
        { key: 'market', head: t('scope2.market'), unit: mass.unit, isNumber: true, cell: (row) => <Figure of={row.market} scale={mass} /> },
        { key: 'used', head: t('scope2.used'), unit: 'MWh', isNumber: true, cell: (row) => <Figure of={row.used} /> },
        { key: 'names', head: t('scope2.certificate'), isWide: true, cell: (row) => row.certificates.join(', ') },
      ]}
    />
  )
}
