import type { AttributeDefinition } from '@counterpane/shared/contract/attribute'
import { segmentsTexts } from '@counterpane/shared/text/segments-journal'
import { Link } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { useAttributeText } from './attribute-input'
import { attributeName } from './use-rule-names'

interface Props { facts: readonly (readonly [string, string | null | undefined])[]; attributes: Readonly<Record<string, unknown>>; definitions: readonly AttributeDefinition[] }

/** What is known, in the order of the definitions; what nobody defines any more comes last. */
export function DetailFacts({ facts, attributes, definitions }: Props) {
  const { locale } = useSurroundings()
  const textOf = useAttributeText()
  const known = new Map(definitions.map((one) => [one.key, one]))
  const keys = [...definitions.map(({ key }) => key), ...Object.keys(attributes).filter((key) => !known.has(key))].filter((key) => Object.hasOwn(attributes, key))
  const filled = facts.filter(([, value]) => value)
  if (filled.length + keys.length === 0) return <p className="jn-quiet">{segmentsTexts[locale].details.none}</p>
  return (
    <dl>
      {filled.map(([name, value]) => <div key={name}><dt>{name}</dt><dd dir="auto">{value}</dd></div>)}
      {keys.map((key) => {
        const [defined, value] = [known.get(key), attributes[key]]
        const isLink = defined?.type === 'link' && typeof value === 'string' && /^https?:\/\//i.test(value)
        return <div key={key}><dt>{attributeName(defined, locale) ?? key}</dt><dd dir="auto">{isLink ? <Link href={value} target="_blank" rel="noopener noreferrer">{value}</Link> : textOf(value, defined?.type)}</dd></div>
      })}
    </dl>
  )
}
