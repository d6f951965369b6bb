/** How transfers are valued, and who the members are. */
import { Pick } from '../parts/Pick'
import { useText } from '../shell/lang'
import { useTrace } from './view'

export function HowBar({ hasLevel = true }: { hasLevel?: boolean }) {
  const { t } = useText()
  const { how, set } = useTrace()
  return (
    <>
      <Pick
        label={t('trace.view')} value={how.view}
        options={[
          { value: 'location', label: t('trace.view.location') },
          { value: 'market', label: t('trace.view.market') },
          { value: 'booked', label: t('trace.view.booked') },
        ]}
        onPick={(next) => { set({ view: next === 'location' ? undefined : next }) }}
      />
      {hasLevel && (
        <Pick
          label={t('trace.level')} value={how.level}
          options={[
            { value: 'enterprise', label: t('trace.level.enterprise') },
            { value: 'facility', label: t('trace.level.facility') },
          ]}
          onPick={(next) => { set({ level: next === 'enterprise' ? undefined : next }) }}
        />
      )}
    </>
  )
}
