/** Certificates issued, used and left; what is left lowers nothing (R9). */
import { Link } from 'react-router'
import { Figure } from '../../parts/Figure'
import { Ledger } from '../../parts/Ledger'
import { Cited } from '../../plan/Cited'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import type { Certificate } from './ask'

export function Certificates({ certificates }: { certificates: Certificate[] }) {
  const { t, say } = useText()
  const { link } = useView()
  const way = <Link to={link('/data/certificates')}>{t('account.to_data')}</Link>
  if (certificates.length === 0) return <p className="faint">{t('scope2.no_certificates')} {way}</p>
  return (
    <Ledger
      label={t('scope2.certificate')}
      rows={certificates}
      rowKey={(row) => row.certificate_id}
      columns={[
        { key: 'id', head: t('scope2.certificate'), isName: true, cell: (row) => row.certificate_id },
        { key: 'kind', head: t('scope2.kind'), cell: (row) => say(row.kind) },
        { key: 'for', head: t('scope2.for'), cell: (row) => say(row.group) },
        { key: 'state', head: t('scope2.state'), cell: (row) => <span className={row.state === 'used' ? 'tag' : 'tag warn'}>{say(row.state_label)}</span> },
        { key: 'issued', head: t('scope2.issued'), unit: 'MWh', isNumber: true, cell: (row) => <Figure of={row.issued} /> },
        { key: 'used', head: t('scope2.used'), unit: 'MWh', isNumber: true, cell: (row) => <Figure of={row.used} /> },
        { key: 'surplus', head: t('scope2.surplus'), unit: 'MWh', isNumber: true, cell: (row) => <Figure of={row.surplus} /> },
        { key: 'cite', head: t('scope2.proof'), isWide: true, cell: (row) => <Cited cite={row.cite} /> },
      ]}
    />
  )
}
