import { listTexts } from '@counterpane/shared/text/list-journal'
import { Button } from '@fluentui/react-components'
import { ArrowUp16Regular } from '@fluentui/react-icons/svg/arrow-up'
import { useSurroundings } from '../api/journal-context'

/** Contacts that came while somebody reads further down. It lies over the list, so that nothing moves for it. */
export function ArrivedButton({ count, onShow }: { count: number; onShow: () => void }) {
  const { locale } = useSurroundings()
  return (
    <div className="jn-arrived" role="status">
      {count > 0 && <Button size="small" shape="circular" icon={<ArrowUp16Regular />} onClick={onShow}>{listTexts[locale].live.fresh(count)}</Button>}
    </div>
  )
}
