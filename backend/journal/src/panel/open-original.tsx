import type { Original } from '@counterpane/shared/contract/attachments'
import type { Contact } from '@counterpane/shared/contract/contact'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Link } from '@fluentui/react-components'
import { Open16Regular } from '@fluentui/react-icons/svg/open'
import { useOriginals } from '../api/contact-edits'
import { useMe, useSurroundings } from '../api/journal-context'

/** Gmail finds a message by its Message-ID in every mailbox that has it. */
const gmailSearch = (messageId: string) => `https://mail.google.com/mail/#search/${encodeURIComponent(`rfc822msgid:${messageId.replace(/^<|>$/g, '')}`)}`
/** As Graph's `webLink` has it; Outlook on the web asks whoever is not signed in there first. https://learn.microsoft.com/en-us/graph/api/resources/message */
const outlookItem = (itemId: string) => `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(itemId)}&exvsurl=1&viewmodel=ReadMessageItem`

function wayOf(originals: readonly Original[], meId: string) {
  const mine = originals.filter(({ manager }) => manager.id === meId)
  const gmail = mine.find(({ client, messageId }) => client === 'gmail' && messageId)?.messageId
  const outlook = mine.find(({ client, itemId }) => client === 'outlook' && itemId)?.itemId
  const others = [...new Set(originals.filter(({ manager }) => manager.id !== meId).map(({ manager }) => manager.name))]
  return { href: outlook ? outlookItem(outlook) : gmail ? gmailSearch(gmail) : null, isGmail: !outlook && Boolean(gmail), isMine: mine.length > 0, others }
}

/** The way back to the original: into one's own mailbox in a new tab, else in words in whose mailbox it lies. Nothing while that is not known. */
export function OpenOriginal({ contact }: { contact: Contact }) {
  const { locale } = useSurroundings()
  const me = useMe()
  const say = panelTexts[locale].original
  const { data } = useOriginals(contact)
  if (!data || data.items.length === 0) return null
  const { href, isGmail, isMine, others } = wayOf(data.items, me.id)
  if (href) return <p><Link className="jn-with-icon" href={href} target="_blank" rel="noopener noreferrer"><Open16Regular aria-hidden="true" />{isGmail ? say.gmail : say.open}</Link></p>
  if (isMine) return <p className="jn-quiet">{say.mine}</p>
  return <p className="jn-quiet">{say.inMailboxOf(new Intl.ListFormat(locale).format(others))}</p>
}
