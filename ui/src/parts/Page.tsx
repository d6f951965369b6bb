/** The same anatomy on every page: the answer first, then what stands behind it. */
import { useEffect, type ReactNode } from 'react'
import { useText } from '../shell/lang'

export function Page({ title, answer, side, children }: {
  title: string
  answer?: ReactNode
  side?: ReactNode
  children: ReactNode
}) {
  const { t } = useText()
  useEffect(() => { document.title = `${title} · ${t('app.name')}` }, [title, t])
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          {answer && <p className="answer">{answer}</p>}
        </div>
        {side && <div className="page-side">{side}</div>}
      </div>
      {children}
    </div>
  )
}

export function Panel({ title, note, children, id }: {
  title: string
  note?: ReactNode
  children: ReactNode
  id?: string
}) {
  return (
    <section className="panel" aria-label={title} id={id}>
      <h2>{title}</h2>
      {note && <p className="faint">{note}</p>}
      {children}
    </section>
  )
}
