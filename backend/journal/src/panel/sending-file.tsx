import type { Contact } from '@counterpane/shared/contract/contact'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Button } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useEffect, useRef, useState } from 'react'
import { useSettings } from '../api/calendar-queries'
import { useHandFiles } from '../api/hand-files'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import { sizeText } from '../parts/size-text'

interface Props { contact: Contact; file: File; onEnd: (words?: string) => void }

/** A file on its way, with how far it is. What the organisation does not keep is not sent at all, and says why. */
export function SendingFile({ contact, file, onEnd }: Props) {
  const { locale } = useSurroundings()
  const say = panelTexts[locale].files
  const { add } = useHandFiles(contact)
  const { data: settings, isPending } = useSettings()
  const [part, setPart] = useState(0)
  const [error, setError] = useState<unknown>(null)
  const [abort] = useState(() => new AbortController())
  const begun = useRef(false)
  const policy = settings?.attachments
  const refusal = file.size === 0 ? say.empty : !policy ? null : policy.keep === 'none' ? say.keepsNone : file.size > policy.maxFileBytes ? say.tooLarge(sizeText(policy.maxFileBytes, locale)) : null
  useEffect(() => {
    if (isPending || refusal !== null || begun.current) return
    begun.current = true
    add(file, { onProgress: setPart, signal: abort.signal }).then(() => onEnd(say.added(file.name)), (problem: unknown) => { if (abort.signal.aborted) onEnd(); else setError(problem) })
  })
  const failed = refusal !== null || error !== null
  const percent = Math.round(part * 100)
  return (
    <li className="jn-sending">
      <div className="jn-sending-line">
        <span className="jn-breakable">{failed ? say.failed(file.name) : say.sending(file.name, percent)}</span>
        <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={failed ? say.dismiss : say.stop(file.name)} title={failed ? say.dismiss : say.stop(file.name)} onClick={() => { abort.abort(); if (failed) onEnd() }} />
      </div>
      {!failed && <progress max={100} value={percent} aria-label={file.name} />}
      {refusal !== null && <p role="alert" className="jn-ask">{refusal}</p>}
      {error !== null && <ProblemNotice error={error} />}
    </li>
  )
}
