/** Four key figures, each with its years. */
import { Link } from 'react-router'
import type { FigureValue, Series } from '../api/client'
import { Bars } from '../parts/Bars'
import { Figure } from '../parts/Figure'
import { largest, scaleOf } from '../parts/format'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'

interface Kind {
  name: string
  pick: (row: Series['rows'][number]) => FigureValue | null
}

export function Tiles({ series }: { series: Series }) {
  const { t } = useText()
  const { year, link } = useView()
  const kinds: Kind[] = [
    { name: t('term.co2'), pick: (row) => row.co2 },
    { name: t('term.co2_intensity'), pick: (row) => row.co2_intensity },
    { name: t('term.energy'), pick: (row) => row.energy },
    { name: t('term.output'), pick: (row) => row.output_value },
  ]
  return (
    <div className="tiles">
      {kinds.map((kind) => {
        const figures = series.rows.map((row) => ({ year: row.year, figure: kind.pick(row) }))
        const now = figures.find((each) => each.year === year)?.figure
        const values = figures.map((each) => each.figure?.value)
        const scale = scaleOf(now?.unit ?? '', largest(values), t)
        return (
          <section key={kind.name} className="panel tile" aria-label={kind.name}>
            <h2>{kind.name}<span className="unit">{scale.unit}</span></h2>
            <Figure of={now} scale={scale} />
            {values.every((value) => typeof value !== 'number')
              ? <p className="faint">{t('home.no_value')} <Link to={link('/data/indicators')}>{t('account.to_data')}</Link></p>
              : <><Bars
              label={t('home.bars', { name: kind.name })}
              now={String(year)}
              bars={figures.map((each) => ({
                name: String(each.year), value: each.figure?.value ?? null, unit: each.figure?.unit ?? '',
              }))}
            />
            <div className="years" aria-hidden="true">
              {figures.map((each) => <span key={each.year}>{each.year}</span>)}
            </div></>}
          </section>
        )
      })}
    </div>
  )
}
