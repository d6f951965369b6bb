/** The first page of a new platform: what a park is, and three ways to begin. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { api, take } from '../api/client'
import { Empty, Failure } from '../parts/states'
import { useText } from './lang'

type Example = 'empty' | 'minimal' | 'ganzhou' | 'opulent'

export function NoPark() {
  const { t } = useText()
  const queries = useQueryClient()
  const examples: [Example, string][] = [
    ['empty', t('begin.empty')],
    ['minimal', t('begin.minimal')],
    ['ganzhou', t('begin.ganzhou')],
    ['opulent', t('begin.opulent')],
  ]
  const begin = useMutation({
    mutationFn: (example: Example) => take(api.POST('/api/v1/parks', { body: { example } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['parks'] }),
  })
  return (
    <Empty title={t('shell.no_park')}>
      <p>{t('shell.no_park_hint')}</p>
      <p>
        {examples.map(([example, name]) => (
          <Button
            key={example}
            type={example === 'empty' ? 'primary' : 'default'}
            disabled={begin.isPending}
            onClick={() => { begin.mutate(example) }}
          >
            {name}
          </Button>
        ))}
      </p>
      <p>{t('begin.files')}</p>
      {begin.error && <Failure error={begin.error} />}
    </Empty>
  )
}
