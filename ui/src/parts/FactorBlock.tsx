/** A factor with its document, clause, how it was found, and what else was on offer. */
import { Link } from 'react-router'
import type { Citation, Factor } from '../api/client'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'
import { digits, exact, pretty } from './format'

/** Whether the document still holds. */
export function StatusTag({ status }: { status: string }) {
  const { t } = useText()
  const names: Record<string, string> = {
    in_force: t('status.in_force'),
    superseded: t('status.superseded'),
    withdrawn: t('status.withdrawn'),
    draft: t('status.draft'),
    unknown: t('status.unknown'),
  }
  const isPast = status === 'superseded' || status === 'withdrawn'
  return <span className={isPast ? 'tag warn' : 'tag'}>{names[status] ?? status}</span>
}

/** How the value was read: in the document itself, or by hearsay. */
export function ReadTag({ read }: { read: string }) {
  const { t } = useText()
  const names: Record<string, string> = {
    primary: t('read.primary'),
    confirmed: t('read.confirmed'),
    secondary: t('read.secondary'),
    recalled: t('read.recalled'),
    assumed: t('read.assumed'),
    own: t('read.own'),
    convention: t('read.convention'),
  }
  const look = read === 'primary' || read === 'confirmed' ? 'tag good' : 'tag'
  const isWeak = read === 'recalled' || read === 'assumed'
  return <span className={isWeak ? 'tag warn' : look}>{names[read] ?? read}</span>
}

export function Source({ citation, clause }: { citation: Citation; clause?: string }) {
  const { say } = useText()
  const parts = [citation.number, say(citation.issuer), citation.published_on, clause]
  return (
    <span>
      {say(citation.title)}
      <span className="faint"> {parts.filter(Boolean).join(' · ')}</span>
    </span>
  )
}

export function FactorNumber({ factor }: { factor: Factor }) {
  const { t } = useText()
  return (
    <span className="num" title={exact(factor.value, factor.unit)}>
      {factor.value === null ? '–' : digits(factor.value)}
      <span className="unit">{pretty(factor.unit)}</span>
      {factor.lower !== null && factor.upper !== null && (
        <span className="range"> {t('figure.range', { low: digits(factor.lower), high: digits(factor.upper), unit: '' })}</span>
      )}
    </span>
  )
}

export function FactorBlock({ factor }: { factor: Factor }) {
  const { t, say } = useText()
  const { link } = useView()
  return (
    <div className="factor">
      <div className="list-row">
        <strong>
          {factor.subject === '' ? say(factor.subject_label) : (
            <Link to={link(`/catalog/${factor.subject.split('/').map(encodeURIComponent).join('/')}`)}>{say(factor.subject_label)}</Link>
          )}
          {' · '}{say(factor.quantity_label)}
        </strong>
        <FactorNumber factor={factor} />
      </div>
      <dl className="pairs">
        <dt>{t('factor.document')}</dt>
        <dd><Source citation={factor.citation} clause={factor.clause} /> <StatusTag status={factor.citation.status} /> <ReadTag read={factor.status} /></dd>
        {factor.found_label && (
          <>
            <dt>{t('factor.found')}</dt>
            <dd>{say(factor.found_label)}</dd>
          </>
        )}
        <dt>{t('factor.valid')}</dt>
        <dd className="num">{t('factor.span', { from: factor.valid_from, to: factor.valid_to ?? t('factor.open') })} · {factor.place}</dd>
      </dl>
      {factor.note && <p className="faint">{factor.note}</p>}
      {factor.alternatives && factor.alternatives.length > 0 && (
        <details>
          <summary>{t('factor.alternatives', { n: factor.alternatives.length })}</summary>
          {factor.alternatives.map((other) => (
            <div key={other.factor_id} className="list-row">
              <span><Source citation={other.citation} clause={other.clause} /> <StatusTag status={other.citation.status} /> <ReadTag read={other.status} /></span>
              <FactorNumber factor={other} />
            </div>
          ))}
        </details>
      )}
    </div>
  )
}
