import { Button, Textarea } from '@fluentui/react-components'
import { useCallback, useEffect, useRef, useState } from 'react'
import { nearDate } from '@counterpane/shared/text/dates'
import { doctorTexts } from '@counterpane/shared/text/doctor-pane'
import { usePane, usePaneState } from '../../app/pane-context'
import { PaneSheet } from '../../app/pane-sheet'
import { usePaneStyles } from '../../app/pane-styles'
import { asText } from './doctor-text'
import { examine, type Finding, worst } from './examine'
import { FindingLine } from './finding-line'
import { type PaneFacts, paneFacts } from './pane-facts'
import { visitServer } from './server-visit'
import { SignOut } from './sign-out'

interface Seen { facts: PaneFacts; findings: Finding[] }

/** What works and what does not, in words with what to do; can be copied for the administrator. */
export function DoctorSheet({ onClose }: { onClose: () => void }) {
  const services = usePane()
  const pane = usePaneStyles()
  const { locale } = usePaneState()
  const texts = doctorTexts[locale]
  const [seen, setSeen] = useState<Seen | null>(null)
  const [checking, setChecking] = useState(true)
  const [copied, setCopied] = useState<'yes' | 'by-hand' | null>(null)
  const byHand = useRef<HTMLTextAreaElement>(null)

  const check = useCallback(async () => {
    setChecking(true)
    setCopied(null)
    const visit = await visitServer(services.session.token() === null ? null : services.about)
    const facts = paneFacts(services)
    const when = (at: number) => nearDate(new Date(at).toISOString(), { locale, now: services.now() })
    setSeen({ facts, findings: examine({ facts, visit, texts: doctorTexts[locale], when }) })
    setChecking(false)
  }, [services, locale])
  // The first look is part of opening; its answer comes later, so nothing is drawn twice at once.
  useEffect(() => { void Promise.resolve().then(check) }, [check])
  useEffect(() => { if (copied === 'by-hand') byHand.current?.select() }, [copied])

  const text = seen ? asText(seen.findings, seen.facts, texts) : ''
  const copy = () => Promise.resolve().then(() => navigator.clipboard.writeText(text)).then(() => setCopied('yes'), () => setCopied('by-hand'))
  return (
    <PaneSheet title={texts.title} closeLabel={texts.close} onClose={onClose}>
      <div className={pane.stack}>
        <p className={pane.plain} role="status">{checking || !seen ? texts.checking : copied === 'yes' ? texts.copied : texts.summary[worst(seen.findings)]}</p>
        {seen && <dl style={{ margin: 0 }}>{seen.findings.map((finding) => <FindingLine key={finding.name} finding={finding} texts={texts} />)}</dl>}
        <div className={pane.row}>
          <Button size="small" disabledFocusable={checking} onClick={() => void check()}>{texts.again}</Button>
          <Button size="small" disabledFocusable={!seen} onClick={() => void copy()}>{texts.copy}</Button>
          {seen?.facts.session.way && !seen.facts.session.hostOwnsAccount && <SignOut toLose={seen.facts.outbox.toSend + seen.facts.outbox.refused} texts={texts} />}
        </div>
        {copied === 'by-hand' && <><p className={pane.quiet}>{texts.copyByHand}</p><Textarea ref={byHand} readOnly rows={8} aria-label={texts.asText} value={text} /></>}
      </div>
    </PaneSheet>
  )
}
