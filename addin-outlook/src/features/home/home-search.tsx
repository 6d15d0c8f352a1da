import { Button } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons/svg/search'
import { useEffect, useRef, useState } from 'react'
import { homeTexts } from '@counterpane/shared/text/home-pane'
import { onDemand } from '../../app/on-demand'
import { usePaneState } from '../../app/pane-context'

const ClientDesk = onDemand(() => import(/* webpackChunkName: "forms" */ '../forms/client-desk').then((part) => part.ClientDesk))

/** The client base from home: find, look, call, note. What was made there may belong to this day, so the day is read anew. */
export function HomeSearch({ onClosed }: { onClosed: () => void }) {
  const texts = homeTexts[usePaneState().locale]
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const closed = useRef(false)
  useEffect(() => {
    if (!open && closed.current) button.current?.focus()
    closed.current = open
  }, [open])
  if (!open) return <Button ref={button} icon={<SearchRegular />} onClick={() => setOpen(true)}>{texts.findClient}</Button>
  return <ClientDesk view={null} onClose={() => { setOpen(false); onClosed() }} />
}
