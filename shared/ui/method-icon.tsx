import { BuildingRegular } from '@fluentui/react-icons/svg/building'
import { CallRegular } from '@fluentui/react-icons/svg/call'
import { ChatRegular } from '@fluentui/react-icons/svg/chat'
import { CircleRegular } from '@fluentui/react-icons/svg/circle'
import { MailRegular } from '@fluentui/react-icons/svg/mail'
import { PeopleRegular } from '@fluentui/react-icons/svg/people'
import { PrintRegular } from '@fluentui/react-icons/svg/print'
import { VideoRegular } from '@fluentui/react-icons/svg/video'
import type { Method } from '@counterpane/shared/domain/codes'

const icons: Record<Method, typeof CallRegular> = {
  letter: MailRegular, call: CallRegular, meeting: PeopleRegular, 'video-call': VideoRegular, fax: PrintRegular, messenger: ChatRegular,
  exhibition: BuildingRegular, other: CircleRegular,
}

/** Drawn beside the method's name, or with the name as its title where there is no room for words. */
export function MethodIcon({ method, title, className }: { method: Method; title?: string; className?: string }) {
  const Icon = icons[method]
  return <Icon className={className} {...(title ? { 'aria-label': title, role: 'img' } : { 'aria-hidden': true })} />
}
