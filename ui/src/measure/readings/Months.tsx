/** Which months a judgement is of, and whether newer readings are still to come in. */
import { useText } from '../../shell/lang'
import type { ChannelTree } from './ask'
import { Spans } from './Spans'
import { useWindow } from './view'

export function Months({ of }: { of: Pick<ChannelTree, 'first' | 'last' | 'extent' | 'zone' | 'lags'> }) {
  const { t } = useText()
  const { set } = useWindow()
  return (
    <>
      <div className="filters" role="group" aria-label={t('readings.filters')}>
        <Spans from={of.first} to={of.last} extent={of.extent} onPick={(span) => { set(span) }} />
      </div>
      <p className="faint">
        {t('readings.months', { from: of.first, to: of.last, zone: of.zone })}{' '}
        {of.lags && <span className="tag warn" role="status">{t('readings.lags')}</span>}
      </p>
    </>
  )
}
