/** Waiting, empty, error: each says what, where, and the way out. */
import { Alert, Button, Skeleton } from 'antd'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiError, type Fault } from '../api/client'
import { useText } from '../shell/lang'

export function Waiting() {
  const { t } = useText()
  return (
    <div role="status" aria-label={t('state.waiting')} className="panel">
      <Skeleton active paragraph={{ rows: 4 }} />
    </div>
  )
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="panel empty">
      <strong>{title}</strong>
      {children}
    </div>
  )
}

export function FaultLine({ fault }: { fault: Fault }) {
  const { say } = useText()
  return (
    <>
      <span className={`mark ${fault.severity}`} aria-hidden="true" />
      <span>
        <strong>{say(fault.where)}</strong> {say(fault.what)} <em>{say(fault.fix)}</em>{' '}
        <code className="code">{fault.code}</code>
      </span>
    </>
  )
}

export function FaultList({ faults }: { faults: Fault[] }) {
  return (
    <ul className="faults">
      {faults.map((fault, at) => (
        <li key={`${fault.code}:${String(fault.row)}:${String(at)}`}>
          <FaultLine fault={fault} />
        </li>
      ))}
    </ul>
  )
}

/** The server says it in both languages where it names faults; the rest is for support. */
function useWords(error: unknown) {
  const { t, say } = useText()
  if (!(error instanceof ApiError)) return { title: t('error.title'), detail: String(error), code: 'PAGE-1', faults: [] }
  const { status, title, detail, code, faults = [] } = error.problem
  if (status === 0) return { title: t('error.offline_title'), detail: t('error.offline'), code, faults: [] }
  const [first] = faults
  if (first && faults.length === 1) {
    // a fault of a file stands at its row; one of the request has no place worth telling
    const where = first.row === null ? '' : `${say(first.where)} `
    return { title: where + say(first.what), detail: say(first.fix), code, faults: [] }
  }
  if (first) return { title: t('error.faults', { n: faults.length }), detail: '', code, faults }
  return { title: title || t('error.title'), detail: detail || title, code, faults }
}

export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useText()
  const { title, detail, code, faults } = useWords(error)
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={title}
      description={
        <>
          {detail !== '' && <p>{detail}</p>}
          {faults.length > 0 && <FaultList faults={faults} />}
          <p className="faint">{t('error.code', { code })}</p>
          {retry && <Button size="small" onClick={retry}>{t('action.retry')}</Button>}
        </>
      }
    />
  )
}

/** Shows the answer of a query, or the state it is in. */
export function Answer<T>({ of, children }: { of: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (of.data !== undefined) return <>{children(of.data)}</>
  if (of.error) return <Failure error={of.error} retry={() => { void of.refetch() }} />
  return <Waiting />
}
