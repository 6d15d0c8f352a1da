import type { AttributeDefinition } from '@counterpane/shared/contract/attribute'
import { kindOfAttribute, ruleFields, type RuleCondition, type RuleKind } from '@counterpane/shared/domain/rule-fields'
import { changeValues } from '@counterpane/shared/text/change-values'
import { segmentsTexts } from '@counterpane/shared/text/segments-journal'
import { useSurroundings } from '../api/journal-context'
import { useDictionaries, useManagers } from '../api/journal-queries'
import { useClientWords } from '../clients/client-list-queries'
import { useSegmentNames } from '../api/segment-names'
import type { Named } from '../filters/filter-names'
import { useAttributes } from './segment-queries'

type Asked = Pick<RuleCondition, 'field' | 'key'>
const plain = (words: readonly string[] | undefined): Named[] => (words ?? []).map((name) => ({ id: name, name }))

/** What the things that rules ask about are called, of what kind they are, and what there is to choose. */
export function useRuleNames(segmentId: string | undefined) {
  const { locale } = useSurroundings()
  const text = segmentsTexts[locale]
  const attributes = useAttributes('counterparty').data?.items ?? []
  const dictionaries = useDictionaries().data
  // Those in use too: a rule asks about what stands on clients.
  const words = useClientWords().data
  const managers = useManagers().data?.items
  const segments = useSegmentNames(true).data?.items
  const attributeOf = (key: string | undefined) => attributes.find((one) => one.key === key)
  const kindOf = ({ field, key }: Asked): RuleKind => (field === 'attribute' ? kindOfAttribute[attributeOf(key)?.type ?? 'link'] : ruleFields[field])
  return {
    kindOf,
    nameOf: ({ field, key }: Asked) => (field === 'attribute' ? attributeName(attributeOf(key), locale) ?? key ?? '' : text.fields[field]),
    attributes: attributes.map((one) => ({ id: one.key, name: attributeName(one, locale) ?? one.key })),
    choicesOf({ field, key }: Asked): Named[] {
      switch (field) {
        case 'kind': return Object.entries(changeValues[locale].clientKind).map(([id, name]) => ({ id, name }))
        case 'class': return plain(words?.class)
        case 'status': return plain(words?.status)
        case 'industry': return plain(words?.industry)
        case 'region': return plain(words?.region)
        case 'turnover': return plain(words?.turnover)
        case 'managerId': return [...managers ?? []]
        case 'teamId': return dictionaries?.teams ?? []
        case 'adSourceId': return dictionaries?.adSources ?? []
        case 'segment': return (segments ?? []).filter(({ id }) => id !== segmentId)
        case 'attribute': return plain(attributeOf(key)?.options)
        default: return []
      }
    },
  }
}
export type RuleNames = ReturnType<typeof useRuleNames>

export const attributeName = (one: Pick<AttributeDefinition, 'name' | 'nameRu'> | undefined, locale: 'en' | 'ru') => one && ((locale === 'ru' && one.nameRu) || one.name)
