import { useState } from 'react'
import type { Found } from '@counterpane/shared/contract/client'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import { usePane, usePaneState, useTexts } from '../../app/pane-context'
import type { MessageView } from '../../app/pane-state'
import { CallForm } from './call-form'
import { ClientSearch } from './client-search'
import { FoundCard } from './found-card'
import { TaskForm } from './task-form'
import { createTelling, type Who } from './who'

/** The client base from the pane, with or without an open email: find, look, call, note. */
export function ClientDesk({ view, onClose }: { view: MessageView | null; onClose: () => void }) {
  const texts = useTexts()
  const own = registerTexts[usePaneState().locale]
  const services = usePane()
  const [found, setFound] = useState<Found | null>(null)
  const [form, setForm] = useState<'call' | 'task' | 'note' | null>(null)
  const telling = createTelling(services, view)
  if (!found) return <ClientSearch label={texts.searchClients} onClose={onClose} onChoose={setFound} />
  const who: Who = found.kind === 'person' ? { person: found, counterparty: found.counterparty } : { person: null, counterparty: found }
  const back = () => setForm(null)
  if (form === 'call') return <CallForm who={who} subject="" onMade={telling.contact} onClose={back} />
  if (form) return <TaskForm key={form} kind={form} who={who} subject="" onMade={telling.task} onClose={back} />
  return <FoundCard found={found} backName={own.back} onBack={() => setFound(null)} onClose={onClose} onForm={setForm} />
}
