import { calendarRowTexts } from '@counterpane/shared/text/calendar-row-journal'
import { frameTexts } from '@counterpane/shared/text/frame-journal'
import { Link, Menu, MenuButton, MenuItemLink, MenuList, MenuPopover, MenuTrigger, Overflow, OverflowItem, useIsOverflowItemVisible, useOverflowMenu } from '@fluentui/react-components'
import { useMe, useSurroundings } from '../api/journal-context'
import { administrationPlace, calendarsPlace, clientsPlace, dayPlace, journalPlace, placeHref, tasksPlace, type Place } from '../view/hash-route'

interface Page { key: string; name: string; to: Place; current: boolean }
const ofTheBase: ReadonlySet<Place['page']> = new Set(['clients', 'client', 'segments', 'unrecognised', 'duplicates', 'imports'])

function usePages(place: Place): Page[] {
  const { text, locale } = useSurroundings()
  const { role } = useMe()
  const { day, tasks, administration } = frameTexts[locale]
  return [
    { key: 'day', name: day, to: dayPlace(), current: place.page === 'day' },
    { key: 'journal', name: text.journal, to: journalPlace(), current: place.page === 'journal' },
    { key: 'clients', name: text.clients, to: clientsPlace(), current: ofTheBase.has(place.page) },
    { key: 'tasks', name: tasks, to: tasksPlace(), current: place.page === 'tasks' },
    { key: 'calendars', name: calendarRowTexts[locale].calendars, to: calendarsPlace(), current: place.page === 'calendars' },
    ...(role === 'administrator' ? [{ key: 'administration', name: administration, to: administrationPlace(), current: place.page === 'administration' }] : []),
  ]
}

/** Where one can go. What finds no room goes behind "More", the page that is open last of all. */
export function PageLinks({ place }: { place: Place }) {
  const { text } = useSurroundings()
  const pages = usePages(place)
  return (
    <Overflow minimumVisible={1} padding={4}>
      <nav aria-label={text.appName}>
        {pages.map(({ key, name, to, current }, i) => (
          <OverflowItem key={key} id={key} priority={current ? pages.length + 1 : pages.length - i}>
            <Link className="jn-nav" appearance="subtle" href={placeHref(to)} aria-current={current ? 'page' : undefined}>{name}</Link>
          </OverflowItem>
        ))}
        <MorePages pages={pages} />
      </nav>
    </Overflow>
  )
}

function MorePages({ pages }: { pages: Page[] }) {
  const { locale } = useSurroundings()
  const { ref, isOverflowing } = useOverflowMenu<HTMLButtonElement>()
  if (!isOverflowing) return null
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement><MenuButton ref={ref} appearance="subtle" className="jn-more-pages">{frameTexts[locale].more}</MenuButton></MenuTrigger>
      <MenuPopover><MenuList>{pages.map((page) => <HiddenPage key={page.key} page={page} />)}</MenuList></MenuPopover>
    </Menu>
  )
}

function HiddenPage({ page: { key, name, to } }: { page: Page }) {
  return useIsOverflowItemVisible(key) ? null : <MenuItemLink href={placeHref(to)}>{name}</MenuItemLink>
}
