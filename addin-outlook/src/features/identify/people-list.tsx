import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import { FailureNote } from '../../app/failure-note'
import { usePane } from '../../app/pane-context'
import type { MessageView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import { useChoosing } from './choosing'
import { useIdentifyTexts } from './use-identify-texts'

type Participant = Sidebar['participants'][number]
const useStyles = makeStyles({
  person: {
    width: 'calc(100% + 16px)', boxSizing: 'border-box', display: 'block', textAlign: 'start', font: 'inherit', color: 'inherit', backgroundColor: 'transparent', cursor: 'pointer',
    border: `1px solid transparent`, borderRadius: tokens.borderRadiusMedium, padding: '4px 8px', marginInline: '-8px',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  here: { backgroundColor: tokens.colorSubtleBackgroundSelected, border: `1px solid ${tokens.colorTransparentStroke}` },
})

export interface PeopleProps { view: MessageView; onUnknown: (participant: Participant) => void }

/** Everybody outside our house in this email, the main one first; a click shows that one's client. */
export function PeopleList({ view, onUnknown }: PeopleProps) {
  const texts = useIdentifyTexts()
  const pane = usePaneStyles()
  const styles = useStyles()
  const { store } = usePane()
  const choosing = useChoosing(view.key)
  const [asked, setAsked] = useState('')
  const outsiders = view.answer?.participants.filter((one) => one.kind !== 'internal') ?? []
  const shown = view.chosen ? asked : outsiders[0]?.address

  function choose(one: Participant) {
    if (one.kind === 'none') return onUnknown(one)
    setAsked(one.address)
    if (one === outsiders[0]) return store.patchView(view.key, { chosen: null })
    return void choosing.onlyThisEmail(one)
  }
  return (
    <section className={pane.section}>
      <div className={pane.titleRow}><h2 className={pane.title}>{texts.inThisEmail}</h2><span className={pane.count}>{outsiders.length}</span></div>
      <ul className={pane.list}>
        {outsiders.map((one, index) => (
          <li key={`${index} ${one.address}`}>
            <button type="button" className={mergeClasses(styles.person, one.address === shown && styles.here)} aria-pressed={one.address === shown} onClick={() => choose(one)}>
              <span className={pane.plain}>{one.name || one.address}</span>
              <span className={pane.quiet} style={{ display: 'block' }}>{[index === 0 && texts.mainOne, texts.participantKind[one.kind], one.name !== '' && one.address].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
      <FailureNote failure={choosing.failure} />
    </section>
  )
}
