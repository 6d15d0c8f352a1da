import type { Contact } from '@counterpane/shared/contract/contact'
import { NoConnectionError, ProblemError } from '@counterpane/shared/contract/http-client'
import type { Problem } from '@counterpane/shared/contract/problem'
import { fileRoutes } from '@counterpane/shared/contract/bytes-routes'
import { useQueryClient } from '@tanstack/react-query'
import { contactCache } from './journal-changes'
import { useSurroundings } from './journal-context'

interface Sending { locale: string; onProgress: (part: number) => void; signal: AbortSignal }
const stopped = () => new DOMException('stopped', 'AbortError')

/** The bytes of a file, with word of how far they are; fetch can't tell that. */
function sendBytes(id: string, file: File, { locale, onProgress, signal }: Sending): Promise<void> {
  const [method, path] = fileRoutes.keepAttachment.split(' ') as [string, string]
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, path.replace('{id}', encodeURIComponent(id)))
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept-language', locale)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => { if (lengthComputable && total > 0) onProgress(loaded / total) }
    request.onload = () => { if (request.status < 300) resolve(); else reject(problemOf(request)) }
    request.onerror = () => reject(new NoConnectionError('no answer'))
    request.onabort = () => reject(stopped())
    signal.addEventListener('abort', () => request.abort(), { once: true })
    if (signal.aborted) reject(stopped())
    else request.send(file)
  })
}
function problemOf({ status, response }: XMLHttpRequest): ProblemError {
  const answer = response as Partial<Problem> | null
  return new ProblemError(answer?.code ? answer as Problem : { type: 'about:blank', title: `HTTP ${status}`, status, code: 'unreadable-answer', detail: '', reference: '' }, null)
}

/** Files put on a contact by hand. A file whose bytes did not arrive leaves nothing behind. */
export function useHandFiles({ id }: Pick<Contact, 'id'>) {
  const { call, locale } = useSurroundings()
  const queries = useQueryClient()
  const read = async () => {
    contactCache(queries).changed(await call('getContact', { id }))
    void queries.invalidateQueries({ queryKey: ['changes'] })
  }
  return {
    async add(file: File, { onProgress, signal }: Omit<Sending, 'locale'>) {
      const facts = await call('addAttachment', { id, body: { name: file.name || '?', contentType: file.type || 'application/octet-stream', size: file.size }, signal })
      try { await sendBytes(facts.id, file, { locale, onProgress, signal }) } catch (error) {
        await call('removeAttachment', { id: facts.id }).catch(() => undefined)
        throw error
      }
      await read()
    },
  }
}
