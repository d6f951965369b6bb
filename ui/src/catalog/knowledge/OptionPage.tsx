/** One option on a day: every number in the plan's unit, with its documents and what others print. */
import { Link, useParams } from 'react-router'
import { ReadTag, Source } from '../../parts/FactorBlock'
import { Figure, Range } from '../../parts/Figure'
import { digits, pretty } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { Page, Panel } from '../../parts/Page'
import { Pick } from '../../parts/Pick'
import { Answer } from '../../parts/states'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import { useOption, type OptionValue, type OptionView } from './ask'
import { Known } from './Options'

const YEARS = [2025, 2030, 2035, 2040, 2045, 2050, 2055, 2060].map(String)

function Documents({ value }: { value: OptionValue }) {
  const { t, say } = useText()
  const note = value.notes[0]
  return (
    <>
      {value.documents.map((document, at) => (
        <div key={document.citation_id}><Source citation={document} clause={value.cites[at]?.split('#')[1] ?? ''} /></div>
      ))}
      {note && <div className="faint">{say(note)}</div>}
      {value.series.length > 1 && <div className="faint">{t('knowledge.others', { n: value.series.length - 1 })}</div>}
    </>
  )
}

interface Printed { key: string; name: string; unit: string; from: string; points: OptionValue['series'][number]['points'] }

function Series({ option }: { option: OptionView }) {
  const { t, say } = useText()
  const rows: Printed[] = option.values.flatMap((value) =>
    value.series.map((series, at) => ({
      key: `${value.name}:${String(at)}`,
      name: at === 0 ? say(value.label) : t('knowledge.other_document', { name: say(value.label) }),
      unit: series.price_year === null ? series.unit : t('knowledge.prices_of', { unit: series.unit, year: series.price_year }),
      from: [series.place, series.points[0]?.cite ?? say(series.points[0]?.status_label)].join(' · '),
      points: series.points,
    })),
  )
  return (
    <Panel title={t('knowledge.printed')} note={t('knowledge.printed_note')}>
      <Ledger<Printed>
        label={t('knowledge.printed')}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: 'name', head: t('knowledge.quantity'), isName: true, cell: (row) => row.name },
          { key: 'points', head: t('knowledge.by_date'), isWide: true, cell: (row) => <span className="num">{row.points.map((point) => row.points.length === 1 ? digits(point.value) : `${point.on.slice(0, 4)}: ${digits(point.value)}`).join(' · ')}</span> },
          { key: 'unit', head: t('catalog.unit'), cell: (row) => pretty(row.unit) },
          { key: 'from', head: t('factor.document'), cell: (row) => <code className="code">{row.from}</code> },
        ]}
      />
    </Panel>
  )
}

export function OptionPage() {
  const { t, say } = useText()
  const { search, set, link } = useView()
  const { option = '' } = useParams()
  const on = search.get('on') ?? YEARS[0] ?? ''
  const found = useOption(option, on, 0)
  return (
    <Page
      title={found.data ? say(found.data.label) : option}
      answer={found.data && t('knowledge.option_answer', { kind: say(found.data.kind_label), direction: say(found.data.direction_label), owner: say(found.data.owner) })}
      side={<Link to={link('/catalog/options')}>{t('knowledge.back_options')}</Link>}
    >
      <div className="form">
        <Pick label={t('knowledge.on')} value={on} options={YEARS.map((year) => ({ value: year, label: year }))} onPick={(next) => { set({ on: next }, true) }} />
      </div>
      <Answer of={found}>
        {(data) => (
          <>
            <Panel title={t('knowledge.values', { on: data.on, year: data.price_year })} note={<Known statuses={data.statuses} />}>
              {data.note && <p>{say(data.note)}</p>}
              <Ledger<OptionValue>
                label={t('knowledge.values', { on: data.on, year: data.price_year })}
                rows={data.values}
                rowKey={(value) => value.name}
                columns={[
                  { key: 'name', head: t('knowledge.quantity'), isName: true, cell: (value) => say(value.label) },
                  { key: 'value', head: t('assumption.value'), isNumber: true, cell: (value) => <><Figure of={value.figure} showUnit /><Range of={value.figure} /></> },
                  { key: 'found', head: t('factor.found'), cell: (value) => say(value.found_label) },
                  { key: 'place', head: t('catalog.place'), cell: (value) => say(value.place_label) },
                  { key: 'status', head: t('catalog.status'), cell: (value) => <ReadTag read={value.status} /> },
                  { key: 'document', head: t('factor.document'), isWide: true, cell: (value) => <Documents value={value} /> },
                ]}
              />
              {data.proof && <p className="faint">{t('knowledge.proof', { by: say(data.proof) })}</p>}
            </Panel>
            <Series option={data} />
          </>
        )}
      </Answer>
    </Page>
  )
}
