/** The numbers behind the charts. */
import type { FigureValue, Series, YearRow } from '../api/client'
import { Figure } from '../parts/Figure'
import { largest, scaleOf } from '../parts/format'
import { Ledger, type Column } from '../parts/Ledger'
import { useText } from '../shell/lang'

export function SeriesTable({ series }: { series: Series }) {
  const { t } = useText()
  const column = (key: string, head: string, pick: (row: YearRow) => FigureValue | null): Column<YearRow> => {
    const figures = series.rows.map(pick)
    const unit = figures.find((figure) => figure !== null)?.unit ?? ''
    const scale = scaleOf(unit, largest(figures.map((figure) => figure?.value)), t)
    return { key, head, unit: scale.unit, isNumber: true, cell: (row) => <Figure of={pick(row)} scale={scale} /> }
  }
  return (
    <Ledger
      label={t('account.table')}
      rows={series.rows}
      rowKey={(row) => String(row.year)}
      columns={[
        { key: 'year', head: t('term.year'), isName: true, cell: (row) => row.year },
        column('output', t('term.output'), (row) => row.output_value),
        column('energy', t('term.energy'), (row) => row.energy),
        column('ei', t('term.energy_intensity'), (row) => row.energy_intensity),
        column('co2', t('term.co2'), (row) => row.co2),
        column('pub', t('term.published'), (row) => row.published_co2),
        column('ci', t('term.co2_intensity'), (row) => row.co2_intensity),
      ]}
    />
  )
}
