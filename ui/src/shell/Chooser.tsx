/** Park · boundary · period · version: always in sight. */
import type { Member, Park } from '../api/client'
import { useVersions } from '../api/ask'
import { moment } from '../parts/format'
import { Pick } from '../parts/Pick'
import { useText } from './lang'
import { useAddress } from './view'

interface Props {
  park: Park
  parks: { park_id: string; name: Park['name'] }[]
}

/** Members in the order of the tree, each with its depth. */
export function walk(tree: Member[]): { member: Member; depth: number }[] {
  const known = new Set(tree.map((member) => member.member_id))
  const below = (parent: string | null, depth: number): { member: Member; depth: number }[] =>
    tree
      .filter((member) => (depth === 0
        ? member.parent_id === null || !known.has(member.parent_id)
        : member.parent_id === parent))
      .flatMap((member) => [{ member, depth }, ...below(member.member_id, depth + 1)])
  return below(null, 0)
}

export function Chooser({ park, parks }: Props) {
  const { t, say } = useText()
  const { search, set } = useAddress()
  const versions = useVersions(park.park_id)
  const tree = walk(park.tree)
  const root = tree[0]?.member.member_id ?? ''
  const years = [...park.years].sort((one, two) => two - one)
  const version = search.get('version') ?? ''
  return (
    <div className="chooser" role="group" aria-label={t('shell.view')}>
      <Pick
        label={t('shell.park')} value={park.park_id}
        options={parks.map((each) => ({ value: each.park_id, label: say(each.name) }))}
        onPick={(next) => { set({ park: next, member: undefined, year: undefined, version: undefined, figure: undefined }) }}
      />
      <Pick
        label={t('shell.boundary')} value={search.get('member') ?? root}
        options={tree.map(({ member, depth }) => ({
          value: member.member_id,
          label: depth === 0 ? t('shell.whole_park') : `${'\u2003'.repeat(depth - 1)}${say(member.name)}`,
        }))}
        onPick={(next) => { set({ member: next === root ? undefined : next }) }}
      />
      <Pick
        label={t('shell.period')} value={search.get('year') ?? String(years[0] ?? '')}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
        onPick={(next) => { set({ year: next }) }}
      />
      <Pick
        label={t('shell.version')} value={version}
        options={[
          { value: '', label: t('shell.live', { version: park.version }) },
          ...(versions.data ?? []).map((each) => ({
            value: String(each.version),
            label: t('shell.as_of', { version: each.version, at: moment(each.saved_at) }),
          })),
        ]}
        onPick={(next) => { set({ version: next }) }}
      />
    </div>
  )
}
