import { type UnifiedManifest, unifiedVersion } from './outlook-unified'
import { type Bilingual, labels, productTexts, tips } from './outlook-texts'

export const languageSchema = `https://developer.microsoft.com/json-schemas/teams/v${unifiedVersion}/MicrosoftTeams.Localization.schema.json`

const inRussian = new Map<string, string>([...Object.values<Bilingual>(productTexts), ...Object.values<Bilingual>(labels), ...Object.values<Bilingual>(tips)].map(({ en, ru }) => [en, ru]))
const shown = new Set(['label', 'title', 'description'])

/** Every text on a ribbon with the path by which a language file names it: extensions[0].ribbons[1].tabs[0]… */
export function shownTexts(value: unknown, path: string): [path: string, text: string][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => shownTexts(item, `${path}[${index}]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => (typeof inner === 'string' && shown.has(name) ? [[`${path}.${name}`, inner] as [string, string]] : shownTexts(inner, `${path}.${name}`)))
}

function translated(path: string, text: string): string {
  const russian = inRussian.get(text)
  if (russian === undefined) throw new Error(`${path} has no Russian: ${text}`)
  return russian
}

/** The language file that lies beside the unified manifest in its package. */
export function unifiedRussian(manifest: UnifiedManifest): Record<string, string> {
  const ribbons = shownTexts(manifest.extensions[0]?.ribbons, 'extensions[0].ribbons')
  return {
    $schema: languageSchema,
    'name.short': productTexts.name.ru,
    'name.full': productTexts.name.ru,
    'description.short': productTexts.summary.ru,
    'description.full': productTexts.description.ru,
    ...Object.fromEntries(ribbons.map(([path, text]) => [path, translated(path, text)])),
  }
}
