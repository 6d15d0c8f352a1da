import { useEffect, useRef, useState } from 'react'
import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import { type Failure, toFailure } from '../../app/failure'
import { usePane, usePaneState } from '../../app/pane-context'
import type { ClientView } from '../../app/pane-state'
import type { Draft } from '../../mailbox/mail-client'
import { createDraftQuestions, type Danger, type DraftQuestions, hasRecipients, recipientsKey } from './draft-questions'

/** Who the recipients are. An answer that comes after they were changed again is dropped. */
export function useRecipients(draft: Draft | null) {
  const { api, now, store } = usePane()
  const { looks } = usePaneState()
  const questions = useRef<DraftQuestions>(null)
  questions.current ??= createDraftQuestions({ api, owner: () => store.get().owner, now })
  const [answer, setAnswer] = useState<Sidebar | null>(null)
  const [dangers, setDangers] = useState<readonly Danger[]>([])
  const [asking, setAsking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [attempt, setAttempt] = useState(0)
  const key = draft && hasRecipients(draft) ? recipientsKey(draft) : null
  const latest = useRef(draft)
  latest.current = draft

  useEffect(() => { if (looks > 0) questions.current?.forget() }, [looks])
  useEffect(() => {
    const [asked, letter] = [questions.current, latest.current]
    setFailure(null)
    if (!asked || !letter || key === null) {
      setAnswer(null)
      setDangers([])
      return setAsking(false)
    }
    let live = true
    setAsking(true)
    asked.ask(letter).then((found) => {
      if (!live) return
      setAnswer(found)
      setDangers([])
      setAsking(false)
      // What is said of disguise is worth having, not worth an error.
      asked.dangers(found).then((some) => { if (live) setDangers(some) }, () => undefined)
    }, (error: unknown) => {
      if (!live) return
      setAnswer(null)
      setDangers([])
      setAsking(false)
      setFailure(toFailure(error))
    })
    return () => { live = false }
  }, [key, attempt, looks])

  return {
    answer, dangers, asking, failure, again: () => setAttempt(attempt + 1),
    patch: (change: (client: ClientView) => ClientView) => setAnswer((known) => known && { ...known, ...change(known) }),
  }
}
