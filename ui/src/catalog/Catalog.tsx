/** The factor catalogue: find a fuel, a carrier or a gas. */
import { Link } from 'react-router'
import { useFactors } from '../api/ask'
import { pretty } from '../parts/format'
import { Ledger } from '../parts/Ledger'
import { Page, Panel } from '../parts/Page'
import { Pick } from '../parts/Pick'
import { Answer, Empty } from '../parts/states'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'
import { Documents } from './Documents'
import { KnowledgeTabs } from './knowledge/KnowledgeTabs'
import { SearchField } from './knowledge/SearchField'

export function useKinds(): Record<string, string> {
  const { t } = useText()
  return {
    fuel: t('kind.fuel'), carrier: t('kind.carrier'), gas: t('kind.gas'),
    heat: t('kind.heat'), cold: t('kind.cold'), power: t('kind.power'), process: t('kind.process'),
  }
}

export function Catalog() {
  const { t, say } = useText()
  const { search, set, link } = useView()
  const kinds = useKinds()
  const asked = search.get('search') ?? ''
  const kind = search.get('kind') ?? ''
  const all = useFactors('', '')
  const found = useFactors(asked, kind)
  const present = [...new Set((all.data ?? []).map((each) => each.kind))]
  return (
    <Page
      title={t('catalog.title')}
      side={<KnowledgeTabs />}
      answer={all.data && t('catalog.answer', { n: all.data.length, values: all.data.reduce((sum, each) => sum + each.values, 0) })}
    >
      <Panel title={t('catalog.subjects')}>
        <div className="form">
          <SearchField label={t('catalog.search')} />
          <Pick
            label={t('catalog.kind')} value={kind}
            options={[{ value: '', label: t('catalog.all') }, ...present.map((each) => ({ value: each, label: kinds[each] ?? each }))]}
            onPick={(next) => { set({ kind: next }, true) }}
          />
        </div>
        <Answer of={found}>
          {(subjects) => subjects.length === 0 ? <Empty title={t('catalog.none')} /> : (
            <Ledger
              label={t('catalog.subjects')}
              rows={subjects}
              rowKey={(subject) => subject.subject}
              columns={[
                { key: 'name', head: t('catalog.subject'), isName: true, cell: (subject) => <Link to={link(`/catalog/${encodeURIComponent(subject.subject)}`)}>{say(subject.label)}</Link> },
                { key: 'kind', head: t('catalog.kind'), cell: (subject) => kinds[subject.kind] ?? subject.kind },
                { key: 'unit', head: t('catalog.unit'), cell: (subject) => pretty(subject.unit) },
                { key: 'values', head: t('catalog.values'), isNumber: true, cell: (subject) => subject.values },
                { key: 'aliases', head: t('catalog.aliases'), cell: (subject) => <span className="faint">{subject.aliases.join(t('catalog.join'))}</span> },
              ]}
            />
          )}
        </Answer>
      </Panel>
      <Documents />
    </Page>
  )
}
