/** A park without readings: what belongs here, why, and the three ways in. */
import { Link } from 'react-router'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiError } from '../../api/client'
import { Answer, Empty } from '../../parts/states'
import { useText } from '../../shell/lang'
import { useAddress } from '../../shell/view'

export function Nothing() {
  const { t } = useText()
  const { link } = useAddress()
  return (
    <Empty title={t('readings.none')}>
      <p>{t('readings.none_why')}</p>
      <p><Link to={link('/data/readings/import')}>{t('readings.none_file')}</Link></p>
      <p><Link to={link('/data/channels')}>{t('readings.none_channels')}</Link></p>
      <p className="faint"><code>{'tanlu readings import PARK FILE'}</code></p>
      <p className="faint"><code>{'POST /api/v1/parks/{park}/readings'}</code></p>
    </Empty>
  )
}

/** Shows an answer; a park that has no readings is no error. */
export function Readings<T>({ of, children }: { of: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (of.error instanceof ApiError && of.error.problem.code === 'park_without_readings') return <Nothing />
  return <Answer of={of}>{children}</Answer>
}
