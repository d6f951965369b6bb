/** Opens the park that comes with tanlu and has members that pass on power, steam and cold. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { api, take } from '../api/client'
import { useParks } from '../api/ask'
import { Failure } from '../parts/states'
import { useText } from '../shell/lang'
import { useAddress } from '../shell/view'

const EXAMPLE = 'opulent'

export function Example() {
  const { t } = useText()
  const { set } = useAddress()
  const queries = useQueryClient()
  const parks = useParks()
  const go = () => { set({ park: EXAMPLE, at: undefined, member: undefined, year: undefined, version: undefined }) }
  const begin = useMutation({
    mutationFn: () => take(api.POST('/api/v1/parks', { body: { example: EXAMPLE } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['parks'] })
      go()
    },
  })
  const isThere = parks.data?.some((park) => park.park_id === EXAMPLE) ?? false
  return (
    <p>
      <Button disabled={begin.isPending} onClick={() => { if (isThere) go(); else begin.mutate() }}>{t('trace.example')}</Button>
      {begin.error && <Failure error={begin.error} />}
    </p>
  )
}
