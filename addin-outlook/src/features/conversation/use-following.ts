import { useState } from 'react'
import { conversationTexts } from '@counterpane/shared/text/conversation-pane'
import type { Failure } from '../../app/failure'
import { useDeed, usePane, usePaneState } from '../../app/pane-context'
import type { MessageView } from '../../app/pane-state'

/** Turns the following of this message's conversation on and off, for this manager; said to the other messages of it too. */
export function useFollowing({ key, message }: MessageView) {
  const texts = conversationTexts[usePaneState().locale]
  const { api, store } = usePane()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const deed = useDeed(setFailure)
  const { conversationId } = message.snapshot

  async function follow(following: boolean) {
    if (conversationId === null || busy) return
    setBusy(true)
    await deed(async () => {
      await api('followConversation', { body: { conversationId, following } })
      const answer = store.view(key)?.answer
      if (answer?.conversation) store.patchView(key, { answer: { ...answer, conversation: { ...answer.conversation, following } } })
      store.say(following ? texts.followed : texts.unfollowed)
    })
    setBusy(false)
  }
  return { follow, busy, failure }
}
