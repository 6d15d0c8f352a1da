import { changesTexts } from '@counterpane/shared/text/changes-journal'
import { Button } from '@fluentui/react-components'
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right'
import { lazy, useState } from 'react'
import type { ChangeNoun } from '../api/change-queries'
import { useSurroundings } from '../api/journal-context'
import { LazyPart } from '../parts/lazy-part'

const ChangesList = lazy(() => import('./changes-list').then(({ ChangesList: list }) => ({ default: list })))

/** "Who changed what" of any record; read only when somebody asks. */
export function ChangesPart({ noun, id }: { noun: ChangeNoun; id: string }) {
  const { locale } = useSurroundings()
  const [open, setOpen] = useState(false)
  return (
    <section className="jn-changes-part">
      <h3><Button size="small" appearance="transparent" className="jn-changes-open" icon={open ? <ChevronDown16Regular /> : <ChevronRight16Regular />} aria-expanded={open} onClick={() => setOpen(!open)}>{changesTexts[locale].title}</Button></h3>
      {open && <LazyPart lines={3}><ChangesList noun={noun} id={id} /></LazyPart>}
    </section>
  )
}
