import type { Direction, Method } from '@counterpane/shared/domain/codes'
import { methodWays } from '@counterpane/shared/text/method-ways'
import { words } from '@counterpane/shared/text/words'
import { Heard } from '@counterpane/shared/ui/heard'
import { MethodIcon } from '@counterpane/shared/ui/method-icon'
import { ArrowDownLeft12Regular } from '@fluentui/react-icons/svg/arrow-down-left'
import { ArrowUpRight12Regular } from '@fluentui/react-icons/svg/arrow-up-right'
import { useSurroundings } from '../api/journal-context'

/** Icon and name of the method with an arrow for the direction; whoever does not see the arrow hears both in one phrase. */
export function MethodMark({ method, direction }: { method: Method; direction: Direction }) {
  const { locale } = useSurroundings()
  const Arrow = direction === 'incoming' ? ArrowDownLeft12Regular : ArrowUpRight12Regular
  const way = methodWays[locale][method][direction]
  return (
    <span className="jn-method" title={way}>
      <MethodIcon method={method} className="jn-method-icon" /><Arrow aria-hidden="true" className="jn-arrow" />
      <span className="jn-clip jn-method-name" aria-hidden="true">{words[locale].method[method]}</span><Heard>{way}</Heard>
    </span>
  )
}
