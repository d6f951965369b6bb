/** How complete the year is, what the missing is worth, how good the data are. */
import { Link } from 'react-router'
import { Figure, Range } from '../../parts/Figure'
import { Ledger } from '../../parts/Ledger'
import { Panel } from '../../parts/Page'
import { Answer, Empty } from '../../parts/states'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import { AccountPage } from '../AccountPage'
import { useQuality, type Quality } from '../guide/ask'
import { PERCENT } from '../guide/Number'
import { Asks } from './Asks'
import { Graded } from './Graded'

export function QualityPage() {
  const { t, say } = useText()
  const { park, year, link } = useView()
  if (park.years.length === 0) {
    return (
      <AccountPage title={t('quality.title', { year })}>
        <Empty title={t('account.empty')}><p><Link to={link('/guide')}>{t('systems.to_guide')}</Link></p></Empty>
      </AccountPage>
    )
  }
  return <Known say={say} />
}

function Known({ say }: { say: ReturnType<typeof useText>['say'] }) {
  const { t } = useText()
  const { year } = useView()
  const quality = useQuality()
  const data = quality.data
  return (
    <AccountPage
      title={t('quality.title', { year: data?.year ?? year })}
      answer={data && (
        <>
          {t('quality.completeness')} <strong><Figure of={data.completeness} scale={PERCENT} showUnit /></strong>
          {t('home.comma')}{t('quality.missing')} <Figure of={data.missing} showUnit /><Range of={data.missing} />
          {data.unvalued > 0 && <> {t('quality.unvalued', { n: data.unvalued })}</>}
          {t('home.comma')}{t('quality.grade')} <Figure of={data.grade} /> {data.band && <span className="tag">{say(data.band)}</span>}
          {t('home.stop')}
        </>
      )}
    >
      <Answer of={quality}>{(found) => <Body quality={found} />}</Answer>
    </AccountPage>
  )
}

function Body({ quality }: { quality: Quality }) {
  const { t, say } = useText()
  const { link } = useView()
  return (
    <>
      <Panel title={t('quality.gaps', { n: quality.gaps.length })} note={t('quality.gaps_note')}>
        {quality.gaps.length === 0 ? <p>{t('quality.no_gaps')}</p> : (
          <Ledger
            label={t('quality.gaps', { n: quality.gaps.length })}
            rows={quality.gaps}
            rowKey={(gap) => `${gap.code}@${gap.member_id}`}
            columns={[
              { key: 'stream', head: t('cut.stream'), isName: true, cell: (gap) => say(gap.label) },
              { key: 'member', head: t('cut.member'), cell: (gap) => say(gap.member) },
              { key: 'days', head: t('quality.days'), isNumber: true, cell: (gap) => `${String(gap.missing_days)} / ${String(gap.expected_days)}` },
              { key: 'worth', head: t('quality.worth'), isNumber: true, cell: (gap) => <><Figure of={gap.worth_t} showUnit /><Range of={gap.worth_t} /></> },
              { key: 'basis', head: t('quality.basis'), isWide: true, cell: (gap) => say(gap.basis) },
              { key: 'go', head: '', cell: (gap) => <Link to={link(`/data/${gap.table}`)}>{t('guide.enter')}</Link> },
            ]}
          />
        )}
      </Panel>
      <Asks asks={quality.asks} />
      <Graded quality={quality} />
    </>
  )
}
