/** One thing to do: go where it is done, or say why it does not exist here. */
import { App, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Failure } from '../../parts/states'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import { useDecide, type Todo } from './ask'

export function TodoLine({ todo }: { todo: Todo }) {
  const { t, say } = useText()
  const { link } = useView()
  const [isOpen, setOpen] = useState(false)
  const table = todo.table === 'park' ? null : todo.table
  return (
    <li>
      <span className="mark" aria-hidden="true" />
      <div className="todo">
        <span>{say(todo.says)}</span>{' '}
        {table && <Link to={link(`/data/${table}`)}>{t('guide.enter')}</Link>}{' '}
        {todo.expected && (
          <button type="button" className="as-link" aria-expanded={isOpen} onClick={() => { setOpen(!isOpen) }}>
            {todo.expected === 'boundary' ? t('guide.confirm') : t('guide.not_here')}
          </button>
        )}
        {isOpen && todo.expected && (
          <Reason expected={todo.expected} member={todo.member ?? ''} onDone={() => { setOpen(false) }} />
        )}
      </div>
    </li>
  )
}

function Reason({ expected, member, onDone }: { expected: string; member: string; onDone: () => void }) {
  const { t } = useText()
  const { message } = App.useApp()
  const decide = useDecide()
  const [reason, setReason] = useState('')
  const save = () => {
    decide.mutate({ expected, member, reason }, {
      onSuccess: (saved) => { message.success(t('save.done', { version: saved.version })); onDone() },
    })
  }
  return (
    <form className="decide" onSubmit={(event) => { event.preventDefault(); save() }}>
      <label htmlFor={`why-${expected}-${member}`}>{t('guide.reason')}</label>
      <input
        id={`why-${expected}-${member}`} className="field search wide" value={reason} required
        onChange={(event) => { setReason(event.target.value) }}
      />
      <Button size="small" type="primary" htmlType="submit" loading={decide.isPending} disabled={reason.trim() === ''}>
        {t('guide.decide')}
      </Button>
      {decide.error && <Failure error={decide.error} />}
    </form>
  )
}
