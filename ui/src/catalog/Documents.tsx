/** The documents the catalogue stands on. */
import { useCitations } from '../api/ask'
import { ReadTag, StatusTag } from '../parts/FactorBlock'
import { Ledger } from '../parts/Ledger'
import { Panel } from '../parts/Page'
import { Answer } from '../parts/states'
import { useText } from '../shell/lang'

export function Documents() {
  const { t, say } = useText()
  const citations = useCitations()
  return (
    <Panel title={t('catalog.documents')} note={t('catalog.documents_note')}>
      <Answer of={citations}>
        {(all) => (
          <Ledger
            label={t('catalog.documents')}
            rows={all}
            rowKey={(citation) => citation.citation_id}
            columns={[
              { key: 'title', head: t('factor.document'), isName: true, isWide: true, cell: (citation) => <>{say(citation.title)}{citation.note && <div className="faint">{citation.note}</div>}</> },
              { key: 'number', head: t('catalog.number'), cell: (citation) => citation.number ?? '–' },
              { key: 'issuer', head: t('catalog.issuer'), cell: (citation) => say(citation.issuer) },
              { key: 'date', head: t('catalog.published'), cell: (citation) => <span className="num">{citation.published_on ?? '–'}</span> },
              { key: 'status', head: t('catalog.status'), cell: (citation) => <><StatusTag status={citation.status} /> <ReadTag read={citation.read} /></> },
            ]}
          />
        )}
      </Answer>
    </Panel>
  )
}
