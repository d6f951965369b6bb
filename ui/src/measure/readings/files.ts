/** Files of readings on their way in. */
import { api, take } from '../../api/client'
import type { components } from '../../api/schema'

export type Loaded = components['schemas']['LoadedFile']

export const sendFile = (park: string, file: File) =>
  take(api.POST('/api/v1/parks/{park_id}/readings/files', {
    params: { path: { park_id: park } },
    // the description calls a file "string"
    body: { file: file as unknown as string },
    bodySerializer: () => {
      const form = new FormData()
      form.append('file', file)
      return form
    },
  }))

export const previewFile = (park: string, upload: string, map: string) =>
  take(api.POST('/api/v1/parks/{park_id}/readings/files/{upload_id}/preview', {
    params: { path: { park_id: park, upload_id: upload } }, body: { map },
  }))

export const takeFile = (park: string, upload: string, map: string, why: string) =>
  take(api.PUT('/api/v1/parks/{park_id}/readings/files/{upload_id}', {
    params: { path: { park_id: park, upload_id: upload } }, body: { map, why },
  }))
