import type { Contact } from '@counterpane/shared/contract/contact'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Button } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons/svg/add'
import { useRef, useState, type DragEvent } from 'react'
import { useFileRemovals } from '../api/file-removals'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import { FileLine } from './file-line'
import { RemovedFile } from './removed-file'
import { SendingFile } from './sending-file'

interface Sent { key: number; file: File }
let lastKey = 0
const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** The files of a contact: opened and loaded down, added by a button or dropped, each with its progress, and taken off again. */
export function ContactFiles({ contact }: { contact: Contact }) {
  const { locale } = useSurroundings()
  const say = panelTexts[locale].files
  const [sending, setSending] = useState<readonly Sent[]>([])
  const [over, setOver] = useState(false)
  const [said, setSaid] = useState('')
  const removals = useFileRemovals(contact)
  const removalOf = (id: string) => removals.removals.find(({ file }) => file.id === id)
  const problem = removals.removals.find(({ error }) => error !== null)?.error ?? null
  const picker = useRef<HTMLInputElement>(null)
  const add = (files: readonly File[]) => { setSaid(''); setSending((old) => [...old, ...files.map((file) => ({ key: ++lastKey, file }))]) }
  const end = (key: number, words?: string) => {
    setSending((old) => old.filter((one) => one.key !== key))
    if (words) setSaid(words)
  }
  const drop = (event: DragEvent) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    setOver(false)
    const items = [...event.dataTransfer.items]
    const folders = items.some((item) => item.webkitGetAsEntry?.()?.isDirectory)
    const files = [...event.dataTransfer.files].filter((_, index) => !items[index]?.webkitGetAsEntry?.()?.isDirectory)
    add(files)
    if (folders) setSaid(say.folder)
  }
  return (
    <section
      aria-label={say.title} className="jn-files-part" data-over={over || undefined} onDrop={drop} onDragLeave={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false) }}
      onDragOver={(event) => { if (hasFiles(event)) { event.preventDefault(); setOver(true) } }}
    >
      <h3>{say.title}</h3>
      {contact.attachments.length === 0 && sending.length === 0 && <p className="jn-quiet">{say.none}</p>}
      <ul className="jn-files">
        {contact.attachments.map((file) => {
          const removal = removalOf(file.id)
          return removal && removal.error === null
            ? <RemovedFile key={file.id} file={file} isSent={removal.isSent} removals={removals} onKept={(name) => setSaid(say.broughtBack(name))} />
            : <FileLine key={file.id} file={file} onRemove={() => { removals.remove(file); setSaid(say.removed(file.name)) }} />
        })}
        {sending.map(({ key, file }) => <SendingFile key={key} contact={contact} file={file} onEnd={(words) => end(key, words)} />)}
      </ul>
      {problem !== null && <ProblemNotice error={problem} />}
      <div className="jn-buttons">
        <Button size="small" icon={<Add16Regular />} onClick={() => picker.current?.click()}>{say.add}</Button>
        <input ref={picker} type="file" multiple hidden aria-label={say.add} onChange={({ currentTarget }) => { add([...(currentTarget.files ?? [])]); currentTarget.value = '' }} />
        <span role="status" className="jn-said">{said}</span>
      </div>
      {over && <p className="jn-drop" aria-hidden="true">{say.drop}</p>}
    </section>
  )
}
