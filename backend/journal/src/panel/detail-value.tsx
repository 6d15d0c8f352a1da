import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Link } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { detailText, type Detail } from '../forms/detail-values'

/** A detail's value as text; only an address of the web is a link. */
export function DetailValue({ detail }: { detail: Detail }) {
  const { locale } = useSurroundings()
  if (detail.kind === 'link') return <Link href={detail.value} target="_blank" rel="noopener noreferrer">{detail.value}</Link>
  return <span className="jn-prose" dir="auto">{detailText(detail, locale, panelTexts[locale])}</span>
}
