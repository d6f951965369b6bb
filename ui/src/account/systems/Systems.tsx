/** Five systems and the 13 kinds of data of table 1: what the park has, what it lacks. */
import { Button } from 'antd'
import { api, BASE, take } from '../../api/client'
import { ImportBox } from '../../measure/ImportBox'
import { Panel } from '../../parts/Page'
import { Answer } from '../../parts/states'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import { AccountPage } from '../AccountPage'
import { useSystems, type Systems } from '../guide/ask'
import { KindRow } from './KindRow'

export function SystemsPage() {
  const { t } = useText()
  const { park } = useView()
  const systems = useSystems()
  const kinds = systems.data?.systems.flatMap((system) => system.kinds) ?? []
  const own = new Map(kinds.map((kind) => [kind.code, kind]))
  const present = [...own.values()].filter((kind) => kind.state === 'present').length
  const post = (file: File) =>
    take(api.POST('/api/v1/parks/{park_id}/templates', {
      params: { path: { park_id: park.park_id } },
      body: { file: file as unknown as string }, // the description calls a file "string"
      bodySerializer: () => {
        const form = new FormData()
        form.append('file', file)
        return form
      },
    }))
  return (
    <AccountPage
      title={t('systems.title')}
      answer={systems.data && t('systems.answer', { present, all: own.size })}
    >
      <Answer of={systems}>{(data) => <Cards of={data} />}</Answer>
      <Panel title={t('systems.back')} note={t('systems.back_note')}>
        <ImportBox post={post} hint={t('systems.drop')} />
      </Panel>
    </AccountPage>
  )
}

function Cards({ of }: { of: Systems }) {
  const { t, say } = useText()
  const { cut } = useView()
  const template = (system: string) => `${BASE}/parks/${encodeURIComponent(cut.park)}/templates/${system}`
  return (
    <>
      {of.systems.map((system) => (
        <section key={system.system} className="panel" aria-label={say(system.label)}>
          <div className="card-head">
            <h2>{say(system.label)}</h2>
            <Button size="small" href={template(system.system)} download>{t('systems.template')}</Button>
          </div>
          {system.note && <p className="faint">{say(system.note)}</p>}
          <ul className="faults">
            {system.kinds.map((kind) => <KindRow key={kind.code} kind={kind} isOwn={kind.system === system.system} />)}
          </ul>
        </section>
      ))}
    </>
  )
}
