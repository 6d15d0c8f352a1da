import { Button, Checkbox, mergeClasses } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Attachment } from '@counterpane/shared/contract/contact'
import { sizeText } from '@counterpane/shared/text/file-refusals'
import { filesTexts } from '@counterpane/shared/text/files-pane'
import { type Failure, toFailure } from '../../app/failure'
import { FailureNote } from '../../app/failure-note'
import { usePane, usePaneState } from '../../app/pane-context'
import type { MessageView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import { givesFiles, useFilePolicy } from './file-policy'
import { refusalText } from './file-refusal'
import { pairWithContact, planFiles } from './plan-files'

/** Which files of this registered message are here; the others can still be kept while the message is open. */
export function KeptList({ view, onKeep }: { view: MessageView; onKeep: () => void }) {
  const { locale } = usePaneState()
  const { api, client, store } = usePane()
  const pane = usePaneStyles()
  const policy = useFilePolicy()
  const texts = filesTexts[locale]
  const contactId = view.answer?.registered?.contactId
  const [records, setRecords] = useState<readonly Attachment[] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    let live = true
    if (contactId !== undefined) api('getContact', { id: contactId }).then(({ attachments }) => { if (live) setRecords(attachments) }, (error: unknown) => { if (live) setFailure(toFailure(error)) })
    return () => { live = false }
  }, [api, contactId])
  if (!records || policy === undefined) return <FailureNote failure={failure} />
  const { attachments: files } = view.message
  const pairs = pairWithContact(files, records)
  const isKept = (id: string) => pairs.get(id)?.kept === true
  const plan = policy && givesFiles(client.doors.facts().sets) ? planFiles(files.filter(({ id }) => !isKept(id) && pairs.has(id)), policy, view.chosenFiles ?? []) : []
  const offered = plan.filter(({ refusal }) => refusal === null || refusal === 'too-much')
  const tick = (id: string, kept: boolean) => store.patchView(view.key, { chosenFiles: [...(view.chosenFiles ?? []).filter((one) => one !== id), ...(kept ? [id] : [])] })
  return (
    <div className={mergeClasses(pane.panel, pane.tight)} role="group" aria-label={texts.files}>
      <ul className={pane.list}>
        {files.map((file) => {
          const planned = plan.find((one) => one.file.id === file.id)
          const why = planned && policy && refusalText(planned, { policy, texts, locale })
          const name = <><bdi>{file.name || texts.nameless}</bdi> <span className={pane.quiet}>{[file.kind !== 'cloud' && sizeText(file.size, locale), isKept(file.id) ? texts.state.kept : texts.state.notKept].filter(Boolean).join(' · ')}</span></>
          return (
            <li key={file.id} className={pane.plain}>
              {planned?.refusal === null ? <Checkbox checked={planned.kept} onChange={(_, { checked }) => tick(file.id, checked === true)} label={name} /> : name}
              {why && <p className={pane.quiet}>{why}</p>}
            </li>
          )
        })}
      </ul>
      {offered.length > 0
        ? <div><Button size="small" disabledFocusable={!plan.some(({ kept }) => kept)} onClick={onKeep}>{texts.keepThese}</Button></div>
        : <p className={pane.quiet}>{policy?.keep === 'none' ? texts.keepsNone : texts.nothingToKeep}</p>}
      <FailureNote failure={failure} />
    </div>
  )
}
