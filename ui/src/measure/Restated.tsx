/** Kept inventories that saving would give a new version, and by how many tonnes. */
import type { ChangePreview } from '../api/client'
import { digits, exact, largest, scaleOf, scaled, signed } from '../parts/format'
import { Ledger } from '../parts/Ledger'
import { useText } from '../shell/lang'

export function Restated({ restated }: { restated: ChangePreview['restated'] }) {
  const { t } = useText()
  if (restated.length === 0) return null
  const scale = scaleOf('t CO2', largest(restated.flatMap((each) => [each.before_t, each.after_t])), t)
  const number = (value: number) => <span title={exact(value, 't CO2')}>{digits(scaled(value, scale), 6)}</span>
  return (
    <>
      <p><strong>{t('save.restated', { n: restated.length })}</strong></p>
      <Ledger
        label={t('save.restated', { n: restated.length })}
        rows={restated}
        rowKey={(each) => each.inventory_id}
        columns={[
          { key: 'id', head: t('versions.version'), isName: true, cell: (each) => `${each.inventory_id} · v${String(each.version)}` },
          { key: 'before', head: t('save.before'), unit: scale.unit, isNumber: true, cell: (each) => number(each.before_t) },
          { key: 'after', head: t('save.after'), unit: scale.unit, isNumber: true, cell: (each) => number(each.after_t) },
          { key: 'change', head: t('bridge.change'), unit: scale.unit, isNumber: true, cell: (each) => signed(digits(scaled(each.after_t - each.before_t, scale))) },
        ]}
      />
    </>
  )
}
