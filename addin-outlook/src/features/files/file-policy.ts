import { useEffect, useState } from 'react'
import type { AttachmentPolicy } from '@counterpane/shared/contract/attachments'
import type { PaneApi } from '../../app/pane-api'
import { usePane } from '../../app/pane-context'

const asked = new WeakMap<PaneApi, Promise<AttachmentPolicy>>()

/** Which files the organisation keeps; asked once in the life of a pane, and again only when there was no answer. */
export function policyOf(api: PaneApi): Promise<AttachmentPolicy> {
  const known = asked.get(api)
  if (known) return known
  const question = api('getSettings').then(({ attachments }) => attachments)
  asked.set(api, question)
  question.catch(() => asked.delete(api))
  return question
}

/** Undefined until there is an answer, null when there is none to be had. */
export function useFilePolicy(): AttachmentPolicy | null | undefined {
  const { api } = usePane()
  const [policy, setPolicy] = useState<AttachmentPolicy | null>()
  useEffect(() => {
    let live = true
    policyOf(api).then((told) => { if (live) setPolicy(told) }, () => { if (live) setPolicy(null) })
    return () => { live = false }
  }, [api])
  return policy
}

/** Office gives the bytes of files from requirement set 1.8 on; phones and Exchange in one's own rooms have less. */
export function givesFiles(sets: string): boolean {
  const [major = 0, minor = 0] = sets.split('.').map(Number)
  return major > 1 || minor >= 8
}
