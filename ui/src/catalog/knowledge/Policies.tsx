/** Policies: find by words, level, theme, indicator, year and state. */
import { Link } from 'react-router'
import { ReadTag } from '../../parts/FactorBlock'
import { Ledger } from '../../parts/Ledger'
import { Page, Panel } from '../../parts/Page'
import { Pick } from '../../parts/Pick'
import { Answer, Empty } from '../../parts/states'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import { usePolicies, type Choice, type PolicyCard, type PolicyQuestion } from './ask'
import { KnowledgeTabs } from './KnowledgeTabs'
import { SearchField } from './SearchField'

const FILTERS = ['level', 'theme', 'indicator', 'state'] as const

function useQuestion(): PolicyQuestion {
  const { search, park } = useView()
  const of = (name: string) => search.get(name) ?? ''
  return {
    words: of('search'), level: of('level'), theme: of('theme'), indicator: of('indicator'),
    state: of('state'), year: Number(of('due')) || 0, place: of('here') === '1' ? park.place : '',
  }
}

export function StateTag({ state, label }: { state: string; label: string }) {
  return <span className={state === 'in_force' ? 'tag good' : 'tag warn'}>{label}</span>
}

export function Policies() {
  const { t, say } = useText()
  const { search, set, link } = useView()
  const question = useQuestion()
  const found = usePolicies(question)
  const choices: Record<(typeof FILTERS)[number], Choice[]> = {
    level: found.data?.levels ?? [], theme: found.data?.themes ?? [],
    indicator: found.data?.indicators ?? [], state: found.data?.states ?? [],
  }
  const names = {
    level: t('knowledge.level'), theme: t('knowledge.theme'),
    indicator: t('knowledge.indicator'), state: t('knowledge.state'),
  }
  const any = { value: '', label: t('catalog.all') }
  return (
    <Page
      title={t('knowledge.policies')}
      answer={found.data && t('knowledge.policies_answer', { n: found.data.policies.length, total: found.data.total })}
      side={<KnowledgeTabs />}
    >
      <Panel title={t('knowledge.find')} note={t('knowledge.policies_note')}>
        <div className="form">
          <SearchField label={t('knowledge.search_policies')} />
          {FILTERS.map((name) => (
            <Pick
              key={name} label={names[name]} value={search.get(name) ?? ''}
              options={[any, ...choices[name].map((each) => ({ value: each.code, label: say(each.label) }))]}
              onPick={(next) => { set({ [name]: next }, true) }}
            />
          ))}
          <Pick
            label={t('knowledge.year')} value={search.get('due') ?? ''}
            options={[any, ...(found.data?.years ?? []).map((year) => ({ value: String(year), label: String(year) }))]}
            onPick={(next) => { set({ due: next }, true) }}
          />
          <Pick
            label={t('knowledge.place')} value={search.get('here') ?? ''}
            options={[any, { value: '1', label: t('knowledge.here') }]}
            onPick={(next) => { set({ here: next }, true) }}
          />
        </div>
        <Answer of={found}>
          {(list) => list.policies.length === 0 ? <Empty title={t('catalog.none')} /> : (
            <Ledger<PolicyCard>
              label={t('knowledge.policies')}
              rows={list.policies}
              rowKey={(policy) => policy.policy_id}
              columns={[
                { key: 'title', head: t('factor.document'), isName: true, isWide: true, cell: (policy) => <><Link to={link(`/catalog/policies/${encodeURIComponent(policy.policy_id)}`)}>{say(policy.document.title)}</Link><div className="faint">{say(policy.document.issuer)}</div></> },
                { key: 'number', head: t('catalog.number'), cell: (policy) => policy.document.number ?? '–' },
                { key: 'on', head: t('catalog.published'), cell: (policy) => <span className="num still">{policy.document.published_on ?? '–'}</span> },
                { key: 'level', head: t('knowledge.level'), cell: (policy) => say(policy.level_label) },
                { key: 'state', head: t('knowledge.state'), cell: (policy) => <StateTag state={policy.state} label={say(policy.state_label)} /> },
                { key: 'targets', head: t('knowledge.targets'), isNumber: true, cell: (policy) => policy.targets },
                { key: 'read', head: t('knowledge.read'), cell: (policy) => <ReadTag read={policy.document.read} /> },
              ]}
            />
          )}
        </Answer>
      </Panel>
    </Page>
  )
}
