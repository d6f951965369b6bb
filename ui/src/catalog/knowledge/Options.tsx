/** Options of a plan: what can be built, bought or done, and how well each is known. */
import { Link } from 'react-router'
import { Ledger } from '../../parts/Ledger'
import { Page, Panel } from '../../parts/Page'
import { Pick } from '../../parts/Pick'
import { Answer, Empty } from '../../parts/states'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import { useOptions, type Choice, type OptionCard } from './ask'
import { KnowledgeTabs } from './KnowledgeTabs'
import { SearchField } from './SearchField'

export function Known({ statuses }: { statuses: OptionCard['statuses'] }) {
  const { t, say } = useText()
  return (
    <span className="tags">
      {statuses.map(({ status, label, count }) => (
        <span key={status}><span className={status === 'assumed' || status === 'recalled' ? 'tag warn' : status === 'primary' ? 'tag good' : 'tag'}>
          {t('knowledge.count', { label: say(label), n: count })}
        </span>{' '}</span>
      ))}
    </span>
  )
}

export function Options() {
  const { t, say } = useText()
  const { search, set, link } = useView()
  const of = (name: string) => search.get(name) ?? ''
  const found = useOptions(of('search'), of('kind'), of('direction'))
  const any = { value: '', label: t('catalog.all') }
  const list = (choices: Choice[] | undefined) => [any, ...(choices ?? []).map((each) => ({ value: each.code, label: say(each.label) }))]
  return (
    <Page
      title={t('knowledge.options')}
      answer={found.data && t('knowledge.options_answer', { n: found.data.options.length, total: found.data.total })}
      side={<KnowledgeTabs />}
    >
      <Panel title={t('knowledge.find')} note={t('knowledge.options_note')}>
        <div className="form">
          <SearchField label={t('knowledge.search_options')} />
          <Pick label={t('catalog.kind')} value={of('kind')} options={list(found.data?.kinds)} onPick={(next) => { set({ kind: next }, true) }} />
          <Pick label={t('knowledge.direction')} value={of('direction')} options={list(found.data?.directions)} onPick={(next) => { set({ direction: next }, true) }} />
        </div>
        <Answer of={found}>
          {(data) => data.options.length === 0 ? <Empty title={t('catalog.none')} /> : (
            <Ledger<OptionCard>
              label={t('knowledge.options')}
              rows={data.options}
              rowKey={(option) => option.option_id}
              columns={[
                { key: 'name', head: t('catalog.subject'), isName: true, cell: (option) => <Link to={link(`/catalog/options/${option.option_id}`)}>{say(option.label)}</Link> },
                { key: 'kind', head: t('catalog.kind'), cell: (option) => say(option.kind_label) },
                { key: 'direction', head: t('knowledge.direction'), cell: (option) => say(option.direction_label) },
                { key: 'known', head: t('knowledge.known'), isWide: true, cell: (option) => <Known statuses={option.statuses} /> },
              ]}
            />
          )}
        </Answer>
      </Panel>
    </Page>
  )
}
