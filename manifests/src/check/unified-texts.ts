import { outlookFiles, type PackageFiles } from '../outlook/outlook-package'
import { shownTexts } from '../outlook/unified-russian'
import { at, type Json, list, text } from './json-reading'

/** The language file that the manifest names is there and has every text that people see. */
export function unifiedTexts(manifest: Json, report: (rule: string, path: string, sentence: string) => void, files: PackageFiles): void {
  const russian = list(at(manifest, 'localizationInfo', 'additionalLanguages')).find((language) => text(at(language, 'languageTag')).toLowerCase().startsWith('ru'))
  const file = files.get(text(at(russian, 'file')))
  if (!file) return report('russian', 'localizationInfo', `the Russian texts (${outlookFiles.russian}) are not named or not there`)
  const translated = JSON.parse(file.toString('utf8')) as Json
  const own = ['name.short', 'description.short', 'description.full'].map((path) => [path, text(at(manifest, ...path.split('.')))] as const)
  for (const [path] of [...own, ...shownTexts(at(manifest, 'extensions', 0, 'ribbons'), 'extensions[0].ribbons')]) {
    if (!text(translated[path]).trim()) report('russian', path, `there is no Russian text in ${outlookFiles.russian}`)
  }
}
