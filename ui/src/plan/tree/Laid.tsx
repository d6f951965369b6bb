/** Which measures and policies the chosen scenario lays over the tree, and how devices turn over. */
import { ChartCard } from '../../parts/ChartCard'
import { Ledger } from '../../parts/Ledger'
import { Panel } from '../../parts/Page'
import { useText } from '../../shell/lang'
import { ink, useTheme } from '../../shell/theme'
import { Cited } from '../Cited'
import type { Tree, TreeScenario } from './ask'
import { stacked } from './charts'

export function Laid({ tree, chosen }: { tree: Tree; chosen: TreeScenario }) {
  const { t, say } = useText()
  const { isDark } = useTheme()
  const own = tree.overlays.filter((each) => chosen.overlays.includes(each.overlay_id))
  const bands = chosen.stocks.map((each) => ({ code: each.device.split('/').at(-1) ?? each.device, label: each.label, values: each.stock }))
  const stock = stacked(tree.years, bands, 'piece', { t, say, ink: ink(isDark) })
  const name = say(chosen.label)
  return (
    <div className="two">
      <Panel title={t('tree.laid', { name })}>
        {own.length === 0 ? <p className="faint">{t('tree.nothing_laid')}</p> : (
          <Ledger
            label={t('tree.laid', { name })}
            rows={own}
            rowKey={(each) => each.overlay_id}
            columns={[
              { key: 'name', head: t('tree.overlay'), isName: true, isWide: true, cell: (each) => <>{say(each.label)}{each.note && <div className="faint">{say(each.note)}</div>}</> },
              { key: 'kind', head: t('tree.kind'), cell: (each) => <span className="tag">{each.kind === 'policy' ? t('lever.policy') : t('lever.measure')}</span> },
              { key: 'cite', head: t('assumption.source'), isWide: true, cell: (each) => <Cited cite={each.cite} /> },
            ]}
          />
        )}
      </Panel>
      {bands.length > 0 && (
        <ChartCard
          title={t('tree.stock', { name })} sub={`${t('tree.devices')} · ${String(tree.base_year)}–${String(tree.end_year)}`}
          option={stock.option} drawn={stock.drawn}
        />
      )}
    </div>
  )
}
