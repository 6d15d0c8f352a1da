import { importsTexts } from '@counterpane/shared/text/imports-journal'
import { Button, Link, ProgressBar } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type DragEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import { go } from '../view/hash-route'
import { sendTable } from './import-queries'
import { templateHref, templateName } from './import-template'

const mostBytes = 200 * 1024 * 1024
interface Sending { name: string; part: number }

/** A file is dropped or chosen; when it has arrived, its page opens. */
export function ImportDrop() {
  const { locale } = useSurroundings()
  const text = importsTexts[locale]
  const queries = useQueryClient()
  const picker = useRef<HTMLInputElement>(null)
  const stop = useRef<AbortController | null>(null)
  const [sending, setSending] = useState<Sending | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [over, setOver] = useState(false)
  useEffect(() => () => stop.current?.abort(), [])

  async function send(files: readonly File[]) {
    setError(null)
    setSaid(files.length > 1 ? text.drop.one : (files[0]?.size ?? 0) > mostBytes ? text.drop.large : null)
    const [file] = files
    if (!file || files.length > 1 || file.size > mostBytes || sending) return
    const control = stop.current = new AbortController()
    setSending({ name: file.name, part: 0 })
    try {
      const details = await sendTable(file, { locale, signal: control.signal, onProgress: (part) => setSending({ name: file.name, part }) })
      queries.setQueryData(['import', details.id], details)
      go({ page: 'imports', id: details.id })
    } catch (trouble) {
      if (!control.signal.aborted) setError(trouble)
    } finally {
      setSending(null)
    }
  }
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    void send([...event.dataTransfer.files])
  }
  const onDragOver = (event: DragEvent) => { event.preventDefault(); setOver(true) }
  return (
    <section aria-label={text.drop.title} className="jn-import-drop" data-over={over || undefined} onDrop={drop} onDragOver={onDragOver} onDragLeave={() => setOver(false)}>
      {sending ? (
        <div className="jn-import-sending">
          <p className="jn-breakable">{text.drop.sending(sending.name)}</p>
          <ProgressBar value={sending.part} aria-label={text.drop.sending(sending.name)} />
          <Button onClick={() => stop.current?.abort()}>{text.drop.stop}</Button>
        </div>
      ) : (
        <>
          <h2>{text.drop.title}</h2>
          <div className="jn-buttons"><span className="jn-quiet">{text.drop.or}</span><Button appearance="primary" onClick={() => picker.current?.click()}>{text.drop.choose}</Button></div>
          <p className="jn-quiet">{text.drop.formats}</p>
          <p><Link href={templateHref(locale)} download={templateName[locale]}>{text.template}</Link> <span className="jn-quiet">— {text.templateHint}</span></p>
        </>
      )}
      <input ref={picker} type="file" hidden accept=".csv,.txt,.tsv,.xlsx,.vcf,text/csv,text/vcard" aria-label={text.drop.choose} onChange={({ currentTarget }) => { void send([...(currentTarget.files ?? [])]); currentTarget.value = '' }} />
      <p role="status" className={said ? 'jn-warning' : 'jn-hidden'}>{said}</p>
      {error !== null && <ProblemNotice error={error} />}
    </section>
  )
}
