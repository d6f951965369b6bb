/** Where are we, what moves it, what must I do today? */
import { Link } from 'react-router'
import { useDrivers, useInventory, useSeries } from '../api/ask'
import type { Inventory, Series, Step } from '../api/client'
import { Figure, Range } from '../parts/Figure'
import { percent } from '../parts/format'
import { Page, Panel } from '../parts/Page'
import { Answer } from '../parts/states'
import { Strip } from '../parts/Strip'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'
import { Moved } from './Moved'
import { Next } from './Next'
import { Tiles } from './Tiles'

export function Home() {
  const { say } = useText()
  const { cut, year, park, member } = useView()
  const series = useSeries(cut)
  const inventory = useInventory(cut, year)
  const drivers = useDrivers(cut)
  const step = member === undefined
    ? drivers.data?.steps.find((each) => each.to_year === year && each.from_year === year - 1)
    : undefined
  const name = park.tree.find((each) => each.member_id === member)?.name ?? park.name
  return (
    <Page
      title={say(name)}
      answer={inventory.data && <Line inventory={inventory.data} step={step} />}
    >
      <Answer of={series}>{(data: Series) => <Tiles series={data} />}</Answer>
      <Answer of={inventory}>{(data: Inventory) => <Parts inventory={data} step={step} />}</Answer>
    </Page>
  )
}

/** The answer in one line. */
function Line({ inventory, step }: { inventory: Inventory; step: Step | undefined }) {
  const { t, say } = useText()
  const { year, link } = useView()
  const best = inventory.quality.filter((slice) => (slice.share ?? 0) > 0)
  return (
    <>
      {t('home.total', { year })} <strong><Figure of={inventory.total} showUnit /></strong>
      <Range of={inventory.total} />
      {step && <>{t('home.comma')}{t('home.change')} <Figure of={step.total} showUnit isChange /></>}
      {inventory.intensity && <>{t('home.comma')}{t('home.intensity')} <Figure of={inventory.intensity} showUnit /></>}
      {t('home.stop')}
      {best.length > 0 && (
        <span className="faint"> {best.map((slice) => `${say(slice.label)} ${percent(slice.share)}`).join(' · ')}</span>
      )}
      {step && <> <Link to={link('/explain')}>{t('home.why')}</Link></>}
    </>
  )
}

function Parts({ inventory, step }: { inventory: Inventory; step: Step | undefined }) {
  const { t } = useText()
  const { year, link } = useView()
  return (
    <div className="two wide-left">
      <div className="stack">
        <div className="two">
          <Panel title={t('home.by_scope', { year })}>
            <Strip slices={inventory.by_scope} label={t('home.by_scope', { year })} />
          </Panel>
          <Panel title={t('home.by_carrier', { year })}>
            <Strip slices={inventory.by_carrier} label={t('home.by_carrier', { year })} />
          </Panel>
        </div>
        <Panel title={t('home.quality', { year })} note={t('home.quality_note')}>
          <Strip slices={inventory.quality} label={t('home.quality', { year })} />
          <p><Link to={link('/account/inventory')}>{t('home.to_inventory')}</Link></p>
        </Panel>
      </div>
      <div className="stack">
        <Next missing={inventory.missing} />
        {step && <Moved step={step} />}
      </div>
    </div>
  )
}
