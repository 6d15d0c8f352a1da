import type { Locale } from '@counterpane/shared/domain/codes'
import { frameTexts } from '@counterpane/shared/text/frame-journal'
import { Menu, MenuButton, MenuDivider, MenuGroup, MenuGroupHeader, MenuItem, MenuItemLink, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lazy, useState } from 'react'
import { useMe, useSurroundings } from '../api/journal-context'
import { LazyPart } from '../parts/lazy-part'
import { administrationPlace, placeHref } from '../view/hash-route'
import { forgetPerson } from './forget-person'

const MySessions = lazy(() => import('./my-sessions').then(({ MySessions: dialog }) => ({ default: dialog })))

/** Who am I, in which language, and out. The choice of language goes to the server too, so that the mail client speaks it as well. */
export function AccountMenu({ onKeys }: { onKeys: () => void }) {
  const { call, text, locale, setLocale } = useSurroundings()
  const me = useMe()
  const queries = useQueryClient()
  const choose = useMutation({
    mutationFn: (next: Locale) => call('patchMe', { body: { locale: next } }), onMutate: setLocale,
    // Words that the server chooses (goals of contacts, problems) come again in the new language.
    onSuccess: (manager) => {
      queries.setQueryData(['me'], manager)
      return queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
    },
  })
  const leave = useMutation({
    mutationFn: () => call('signOut'),
    onSuccess: () => {
      forgetPerson(queries)
      queries.setQueryData(['me'], null)
    },
  })
  const [sessionsOpen, showSessions] = useState(false)
  const firstName = me.name.split(' ')[0] ?? me.name
  return (
    <>
      <Menu checkedValues={{ locale: [locale] }} onCheckedValueChange={(_, { checkedItems }) => choose.mutate(checkedItems[0] === 'ru' ? 'ru' : 'en')}>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton appearance="subtle" className="jn-account" aria-label={text.account.menu(me.name)}><span className="jn-only-wide">{locale.toUpperCase()}</span>{firstName}</MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader>{me.name}, {text.account.role[me.role].toLowerCase()}</MenuGroupHeader>
            </MenuGroup>
            <MenuDivider />
            <MenuGroup>
              <MenuGroupHeader>{text.account.language}</MenuGroupHeader>
              <MenuItemRadio name="locale" value="en" lang="en">{text.account.english}</MenuItemRadio>
              <MenuItemRadio name="locale" value="ru" lang="ru">{text.account.russian}</MenuItemRadio>
            </MenuGroup>
            <MenuDivider />
            <MenuItem secondaryContent="?" onClick={onKeys}>{text.account.keys}</MenuItem>
            <MenuItemLink href={placeHref(administrationPlace('never'))}>{frameTexts[locale].neverMine}</MenuItemLink>
            <MenuItem onClick={() => showSessions(true)}>{text.account.sessions}</MenuItem>
            <MenuItem onClick={() => leave.mutate()}>{text.account.signOut}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {sessionsOpen && <LazyPart lines={0}><MySessions onClose={() => showSessions(false)} /></LazyPart>}
    </>
  )
}
