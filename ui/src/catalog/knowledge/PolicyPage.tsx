/** One policy: its document, how it was read, and what it demands clause by clause. */
import { Link, useParams } from 'react-router'
import { ReadTag, StatusTag } from '../../parts/FactorBlock'
import { Figure } from '../../parts/Figure'
import { Ledger } from '../../parts/Ledger'
import { Page, Panel } from '../../parts/Page'
import { Answer } from '../../parts/states'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import { usePolicy, type PolicyClause, type PolicyView } from './ask'
import { StateTag } from './Policies'

function Facts({ policy }: { policy: PolicyView }) {
  const { t, say } = useText()
  const { link } = useView()
  const { document } = policy
  const others = [...policy.supersedes.map((other) => ({ head: t('knowledge.supersedes'), other }))]
  if (policy.superseded_by) others.push({ head: t('knowledge.superseded_by'), other: policy.superseded_by })
  return (
    <Panel title={t('factor.document')}>
      <dl className="pairs">
        <dt>{t('catalog.issuer')}</dt><dd>{say(document.issuer)}</dd>
        <dt>{t('catalog.number')}</dt><dd>{document.number ?? '–'}</dd>
        <dt>{t('catalog.published')}</dt><dd className="num">{document.published_on ?? '–'}</dd>
        <dt>{t('knowledge.level')}</dt><dd>{say(policy.level_label)} · {policy.place} · {say(policy.kind_label)}</dd>
        <dt>{t('knowledge.theme')}</dt><dd>{policy.themes.map(say).join(t('catalog.join'))}</dd>
        <dt>{t('knowledge.state')}</dt>
        <dd><StateTag state={policy.state} label={say(policy.state_label)} /> <StatusTag status={document.status} /></dd>
        {policy.aim && <><dt>{t('knowledge.aim')}</dt><dd>{say(policy.aim)}{policy.paper && <code className="code"> {policy.paper}</code>}</dd></>}
        {others.map(({ head, other }) => (
          <div key={other.policy_id} style={{ display: 'contents' }}>
            <dt>{head}</dt>
            <dd><Link to={link(`/catalog/policies/${encodeURIComponent(other.policy_id)}`)}>{say(other.title)}</Link></dd>
          </div>
        ))}
        <dt>{t('knowledge.read')}</dt><dd><ReadTag read={document.read} /> <span className="faint">{document.note}</span></dd>
      </dl>
      {policy.note && <p>{say(policy.note)}</p>}
    </Panel>
  )
}

export function PolicyPage() {
  const { t, say } = useText()
  const { link } = useView()
  const { policy = '' } = useParams()
  const found = usePolicy(policy)
  return (
    <Page
      title={found.data ? say(found.data.document.title) : policy}
      answer={found.data && t('knowledge.policy_answer', { n: found.data.demands, targets: found.data.targets })}
      side={<Link to={link('/catalog/policies')}>{t('knowledge.back_policies')}</Link>}
    >
      <Answer of={found}>
        {(data) => (
          <>
            <Facts policy={data} />
            <Panel title={t('knowledge.demands')} note={t('knowledge.demands_note')}>
              <Ledger<PolicyClause>
                label={t('knowledge.demands')}
                rows={data.clauses}
                rowKey={(clause, at) => `${clause.clause}:${String(at)}`}
                columns={[
                  { key: 'clause', head: t('knowledge.clause'), isName: true, cell: (clause) => clause.clause },
                  { key: 'says', head: t('knowledge.says'), isWide: true, cell: (clause) => say(clause.says) },
                  { key: 'figure', head: t('knowledge.target'), isNumber: true, cell: (clause) => <Figure of={clause.figure} showUnit /> },
                  { key: 'target', head: t('knowledge.machine'), isWide: true, cell: (clause) => clause.target ? <span className="faint">{say(clause.target)}</span> : '–' },
                  { key: 'status', head: t('catalog.status'), cell: (clause) => <ReadTag read={clause.status} /> },
                ]}
              />
            </Panel>
          </>
        )}
      </Answer>
    </Page>
  )
}
