/** Every value of one fuel, carrier or gas, with document, clause and dates. */
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useFactor } from '../api/ask'
import type { Factor } from '../api/client'
import { FactorNumber, ReadTag, Source, StatusTag } from '../parts/FactorBlock'
import { Ledger } from '../parts/Ledger'
import { Page, Panel } from '../parts/Page'
import { Answer, Empty } from '../parts/states'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'

const MANY = 15

/** Every word typed occurs somewhere in the value's place, dates or document. */
export function matches(factor: Factor, typed: string): boolean {
  const { citation } = factor
  const text = [
    factor.place, factor.valid_from, factor.clause, factor.note, factor.value, factor.series,
    citation.title.zh, citation.title.en, citation.number, citation.citation_id,
  ].join(' ').toLowerCase()
  return typed.toLowerCase().split(/\s+/).every((word) => text.includes(word))
}

export function Subject() {
  const { t, say } = useText()
  const { link } = useView()
  const { subject = '' } = useParams()
  const factors = useFactor(subject)
  const first = factors.data?.[0]
  const [typed, setTyped] = useState('')
  const quantities = new Map<string, Factor[]>()
  for (const factor of (factors.data ?? []).filter((each) => matches(each, typed))) {
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
            {all.length > MANY && (
              <input
                className="field search" type="search" value={typed} placeholder={t('catalog.filter')}
                aria-label={t('catalog.filter')} onChange={(event) => { setTyped(event.target.value) }}
              />
            )}
            {quantities.size === 0 && <Empty title={t('catalog.none')} />}
            {[...quantities].map(([quantity, group]) => (
              <Panel key={quantity} title={say(group[0]?.quantity_label)}>
                <Ledger
                  label={say(group[0]?.quantity_label)}
                  rows={group}
                  rowKey={(factor) => factor.factor_id}
                  columns={[
                    { key: 'value', head: t('assumption.value'), isNumber: true, cell: (factor) => <FactorNumber factor={factor} /> },
                    { key: 'place', head: t('catalog.place'), cell: (factor) => factor.place },
                    { key: 'valid', head: t('factor.valid'), cell: (factor) => <span className="num still">{t('factor.span', { from: factor.valid_from, to: factor.valid_to ?? t('factor.open') })}</span> },
                    { key: 'status', head: t('catalog.status'), cell: (factor) => <><StatusTag status={factor.citation.status} /> <ReadTag read={factor.status} /></> },
                    { key: 'source', head: t('factor.document'), isWide: true, cell: (factor) => <><Source citation={factor.citation} clause={factor.clause} />{factor.note && <div className="faint">{factor.note}</div>}</> },
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
