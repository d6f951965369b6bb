/** Every value of one fuel, carrier or gas, with document, clause and dates. */
import { Link, useParams } from 'react-router'
import { useFactor } from '../api/ask'
import type { Factor } from '../api/client'
import { FactorNumber, Source, StatusTag } from '../parts/FactorBlock'
import { Ledger } from '../parts/Ledger'
import { Page, Panel } from '../parts/Page'
import { Answer, Empty } from '../parts/states'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'

export function Subject() {
  const { t, say } = useText()
  const { link } = useView()
  const { subject = '' } = useParams()
  const factors = useFactor(subject)
  const first = factors.data?.[0]
  const quantities = new Map<string, Factor[]>()
  for (const factor of factors.data ?? []) {
    quantities.set(factor.quantity, [...(quantities.get(factor.quantity) ?? []), factor])
  }
  return (
    <Page
      title={first ? say(first.subject_label) : subject}
      answer={factors.data && t('catalog.subject_answer', { n: factors.data.length })}
      side={<Link to={link('/catalog')}>{t('catalog.back')}</Link>}
    >
      <Answer of={factors}>
        {(all) => all.length === 0 ? <Empty title={t('catalog.none')} /> : (
          <>
            {[...quantities].map(([quantity, group]) => (
              <Panel key={quantity} title={say(group[0]?.quantity_label)}>
                <Ledger
                  label={say(group[0]?.quantity_label)}
                  rows={group}
                  rowKey={(factor) => factor.factor_id}
                  columns={[
                    { key: 'value', head: t('assumption.value'), isNumber: true, cell: (factor) => <FactorNumber factor={factor} /> },
                    { key: 'place', head: t('catalog.place'), cell: (factor) => factor.place },
                    { key: 'valid', head: t('factor.valid'), cell: (factor) => <span className="num">{t('factor.span', { from: factor.valid_from, to: factor.valid_to ?? t('factor.open') })}</span> },
                    { key: 'status', head: t('catalog.status'), cell: (factor) => <StatusTag status={factor.status} /> },
                    { key: 'source', head: t('factor.document'), cell: (factor) => <><Source citation={factor.citation} clause={factor.clause} />{factor.note && <div className="faint">{factor.note}</div>}</> },
                  ]}
                />
              </Panel>
            ))}
          </>
        )}
      </Answer>
    </Page>
  )
}
