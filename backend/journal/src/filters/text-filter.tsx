import { SearchBox } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import type { ChangeView } from '../view/hash-route'

/** Search in subject, content and result. It waits for a rest in typing and does not fill the history with every letter. */
export function TextFilter({ q, change }: { q: string; change: ChangeView }) {
  const { text } = useSurroundings()
  const [typed, setTyped] = useState(q)
  const sent = useRef(q)
  useEffect(() => {
    if (q === sent.current) return
    sent.current = q
    setTyped(q)
  }, [q])
  useEffect(() => {
    const timer = setTimeout(() => {
      if (typed === sent.current) return
      sent.current = typed
      change({ q: typed }, { replace: true })
    }, 300)
    return () => clearTimeout(timer)
  }, [typed, change])
  return (
    <SearchBox
      className="jn-search" value={typed} placeholder={text.filter.search} aria-label={text.filter.search} title={`${text.filter.searchHint} (/)`}
      maxLength={500} onChange={(_, { value }) => setTyped(value)}
    />
  )
}
