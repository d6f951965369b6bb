/** The first and the last year to look at, from those on record. */
import { Pick } from '../parts/Pick'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'
import type { Years } from './ask'

export function useYears(): Years {
  const { search } = useView()
  return { from: Number(search.get('from')) || undefined, to: Number(search.get('to')) || undefined }
}

export function YearFilters({ from, to }: { from: number | undefined; to: number | undefined }) {
  const { t } = useText()
  const { park, set } = useView()
  const first = from ?? park.years[0] ?? 0
  const last = to ?? park.years.at(-1) ?? 0
  const options = (years: number[]) => years.map((year) => ({ value: String(year), label: String(year) }))
  return (
    <>
      <Pick label={t('explain.from')} value={String(first)} options={options(park.years.filter((year) => year < last))} onPick={(year) => { set({ from: year }, true) }} />
      <Pick label={t('explain.to')} value={String(last)} options={options(park.years.filter((year) => year > first))} onPick={(year) => { set({ to: year }, true) }} />
    </>
  )
}
