/** Jobs as the server knows them: a reload changes nothing. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { api, ApiError, take, type Job } from '../api/client'
import { moment } from '../parts/format'
import { Failure } from '../parts/states'
import { useText } from '../shell/lang'

const size = (bytes: number): string =>
  bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${String(Math.max(1, Math.round(bytes / 1e3)))} kB`

function State({ job }: { job: Job }) {
  const { t } = useText()
  const names: Record<Job['state'], [string, string]> = {
    waiting: [t('job.waiting'), 'tag'],
    running: [t('job.running'), 'tag'],
    done: [t('job.done'), 'tag good'],
    failed: [t('job.failed'), 'tag bad'],
    cancelled: [t('job.cancelled'), 'tag warn'],
  }
  const [name, look] = names[job.state]
  return <span className={look}>{name}</span>
}

function OneJob({ job }: { job: Job }) {
  const { t, say } = useText()
  const client = useQueryClient()
  const cancel = useMutation({
    mutationFn: () => take(api.DELETE('/api/v1/jobs/{job_id}', { params: { path: { job_id: job.job_id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  })
  const isOpen = job.state === 'waiting' || job.state === 'running'
  const share = job.total > 0 ? job.done / job.total : 0
  return (
    <li className="factor" data-job={job.job_id}>
      <div className="list-row">
        <span><State job={job} /> <span className="num">{moment(job.created_at)}</span> <code className="code">{job.job_id.slice(0, 8)}</code></span>
        {isOpen && <Button size="small" onClick={() => { cancel.mutate() }} loading={cancel.isPending}>{t('job.cancel')}</Button>}
      </div>
      {isOpen && (
        <>
          <div
            className="progress" role="progressbar" aria-label={t('job.progress')}
            aria-valuemin={0} aria-valuemax={job.total} aria-valuenow={job.done}
          >
            <div style={{ width: `${String(Math.round(share * 100))}%` }} />
          </div>
          <p className="faint num">{t('job.step', { done: job.done, total: job.total })} {say(job.step)}</p>
        </>
      )}
      {job.problem && <Failure error={new ApiError(job.problem)} />}
      {cancel.error && <Failure error={cancel.error} />}
      {job.files.length > 0 && (
        <ul>
          {job.files.map((file) => (
            <li key={file.name} className="list-row">
              <a href={file.url} download={file.name}>{file.name}</a>
              <span className="faint num">{file.kind} · {size(file.bytes)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

export function JobList({ jobs }: { jobs: Job[] }) {
  const { t } = useText()
  if (jobs.length === 0) return <p>{t('report.no_jobs')}</p>
  return <ul>{jobs.map((job) => <OneJob key={job.job_id} job={job} />)}</ul>
}
