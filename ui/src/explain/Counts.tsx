/** How many observations stand against how many unknowns: one square each. */
import { useText } from '../shell/lang'

const MOST = 60

function Squares({ n, kind, name }: { n: number; kind: string; name: string }) {
  return (
    <div className="count">
      <span className="count-name">{name} <strong className="num">{n}</strong></span>
      <span className="squares" aria-hidden="true">
        {Array.from({ length: Math.min(n, MOST) }, (_, at) => <i key={at} className={kind} />)}
        {n > MOST && '…'}
      </span>
    </div>
  )
}

export function Counts({ observations, unknowns }: { observations: number; unknowns: number }) {
  const { t } = useText()
  return (
    <div className="counts">
      <Squares n={observations} kind="have" name={t('verdict.observations')} />
      <Squares n={unknowns} kind="want" name={t('verdict.unknowns')} />
    </div>
  )
}
