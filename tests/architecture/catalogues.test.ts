import path from 'node:path'
import { repositoryFiles, root } from '../support/repository-files'

type Shape = string | { [key: string]: Shape }
interface Catalogue { name: string; en: unknown; ru: unknown }

/** The keys of a catalogue and what stands under them, without the words themselves. */
function shapeOf(value: unknown): Shape {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return typeof value === 'object' ? 'list' : typeof value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, below]) => [key, shapeOf(below)]))
}

/** Every word of a catalogue with the way to it. */
function wordsOf(value: unknown, at = ''): [at: string, words: string][] {
  if (typeof value === 'string') return [[at, value]]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, below]) => wordsOf(below, at ? `${at}.${key}` : key))
}

const isCatalogue = (value: unknown): value is { en: unknown; ru: unknown } => typeof value === 'object' && value !== null && 'en' in value && 'ru' in value

const catalogues: Catalogue[] = repositoryFiles()
  .filter((name) => name.startsWith('shared/src/text/') && name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .flatMap((name) => Object.entries(jest.requireActual<Record<string, unknown>>(path.join(root, name)))
    .flatMap(([exported, value]) => (isCatalogue(value) ? [{ name: `${path.basename(name)} ${exported}`, en: value.en, ru: value.ru }] : [])))

const emptyWords = ({ en, ru }: Catalogue) => [...wordsOf(en), ...wordsOf(ru)].filter(([, words]) => !words.trim()).map(([at]) => at)
/** «зарегистрировал(а)», «отвечен/а»: Russian that asks for the gender of the reader. */
const genderedWords = ({ ru }: Catalogue) => wordsOf(ru).filter(([, words]) => /[а-яё](\((а|ась|ла|на)\)|\/(а|ла)\b)/i.test(words)).map(([at]) => at)

it('finds the catalogues', () => {
  expect(catalogues.length).toBeGreaterThanOrEqual(3)
})

it('sees a missing key, empty words and a gendered word', () => {
  const torn = { name: 'torn', en: { save: 'Save', undo: { again: 'Undo' } }, ru: { save: 'Сохранил(а)', undo: {} } }
  expect(shapeOf(torn.ru)).not.toEqual(shapeOf(torn.en))
  expect(genderedWords(torn)).toEqual(['save'])
  expect(emptyWords({ name: '', en: { save: ' ' }, ru: {} })).toEqual(['save'])
})

it.each(catalogues)('$name says everything in both languages', (catalogue) => {
  expect(shapeOf(catalogue.ru)).toEqual(shapeOf(catalogue.en))
  expect(emptyWords(catalogue)).toEqual([])
  expect(genderedWords(catalogue)).toEqual([])
})
