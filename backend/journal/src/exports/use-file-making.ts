import { useEffect, useRef, useState } from 'react'
import { askProgress, downloadExport, type ExportFormat, type ExportProgress } from '../api/export-download'

/** `what`: the file that was asked for, as whoever asks names it. */
export type MakingState<W> = { is: 'idle' } | { is: 'cancelled' } | { is: 'running'; what: W; progress: ExportProgress | null } | { is: 'done'; name: string } | { is: 'failed'; what: W; error: unknown }
export interface Making<W> { state: MakingState<W>; start: (what: W) => void; cancel: () => void }
const lookEveryMs = 600

/** One file at a time. It goes on when the window that tells of it is closed, and ends with the page. */
export function useFileMaking<W>(orderOf: (what: W, ticket: string) => { url: string; format: ExportFormat }): Making<W> {
  const [state, setState] = useState<MakingState<W>>({ is: 'idle' })
  const abort = useRef<AbortController | null>(null)
  useEffect(() => () => abort.current?.abort(), [])
  const start = async (what: W) => {
    const run = new AbortController()
    abort.current?.abort()
    abort.current = run
    const ticket = crypto.getRandomValues(new Uint32Array(4)).reduce((text, part) => text + part.toString(36).padStart(7, '0'), '')
    setState({ is: 'running', what, progress: null })
    const look = setInterval(() => {
      void askProgress(ticket, run.signal).then((progress) => { if (progress) setState((now) => (abort.current === run && now.is === 'running' ? { ...now, progress } : now)) })
    }, lookEveryMs)
    try {
      const name = await downloadExport({ ...orderOf(what, ticket), ticket, signal: run.signal })
      if (abort.current === run) setState({ is: 'done', name })
    } catch (error) {
      if (abort.current === run) setState(run.signal.aborted ? { is: 'cancelled' } : { is: 'failed', what, error })
    } finally { clearInterval(look) }
  }
  return { state, start: (what) => void start(what), cancel: () => abort.current?.abort() }
}

/** How much of it is made, for a button: ` 12%`, or ` …` while nobody knows. */
export function shareOf({ state }: { state: MakingState<unknown> }): string {
  if (state.is !== 'running') return ''
  return state.progress?.total ? ` ${Math.min(100, Math.floor((state.progress.rows / state.progress.total) * 100))}%` : ' …'
}
