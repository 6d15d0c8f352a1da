import { Button, Field, Input, Menu, MenuDivider, MenuItem, MenuList, MenuPopover, mergeClasses } from '@fluentui/react-components'
import { useState } from 'react'
import { nearDate } from '@counterpane/shared/text/dates'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import { dayInput, fromInput, inThreeDays, nextWeek, tomorrow } from '../../app/dates-ahead'
import { useDates, usePaneState, useTexts } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'

export interface PostponeMenuProps { anchor: HTMLElement | null; onMove: (to: Date) => void; onHandOver: () => void; onClose: () => void }

export function PostponeMenu({ anchor, onMove, onHandOver, onClose }: PostponeMenuProps) {
  const texts = useTexts()
  const own = registerTexts[usePaneState().locale]
  const dates = useDates()
  const pane = usePaneStyles()
  const [day, setDay] = useState<string | null>(null)
  const choices = [{ name: texts.tomorrow, at: tomorrow(dates.now) }, { name: texts.inThreeDays, at: inThreeDays(dates.now) }, { name: texts.nextWeek, at: nextWeek(dates.now) }]
  const pick = (at: Date | null) => { if (at) { onMove(at); onClose() } }
  if (day !== null) {
    return (
      <form className={mergeClasses(pane.panel, pane.row)} aria-label={texts.moveTo} onSubmit={(event) => { event.preventDefault(); pick(fromInput(day)) }} onKeyDown={(event) => { if (event.key === 'Escape') onClose() }}>
        <Field className={pane.grow} size="small" label={own.date}><Input autoFocus size="small" type="date" value={day} onChange={(_, { value }) => setDay(value)} /></Field>
        <Button size="small" type="submit">{texts.save}</Button>
      </form>
    )
  }
  return (
    <Menu open inline onOpenChange={(event, { open }) => { if (!open && event.type !== 'menuitemclick') onClose() }} positioning={{ target: anchor, position: 'below', align: 'end', autoSize: true }}>
      <MenuPopover>
        <MenuList aria-label={texts.moveTo}>
          {choices.map(({ name, at }) => <MenuItem key={name} secondaryContent={at === choices[0]?.at ? undefined : nearDate(at.toISOString(), dates, false)} onClick={() => pick(at)}>{name}</MenuItem>)}
          <MenuItem persistOnClick onClick={() => setDay(dayInput(tomorrow(dates.now)))}>{texts.otherDate}</MenuItem>
          <MenuDivider />
          <MenuItem persistOnClick onClick={onHandOver}>{registerTexts[dates.locale].handOver}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
