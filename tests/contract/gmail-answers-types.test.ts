import fs from 'node:fs'
import path from 'node:path'
import { cardSchema } from '@counterpane/addin-gmail/check/checked-card'
import { answerSchemas } from '@counterpane/addin-gmail/check/checked-answer'

/** As much of a schema as is read here. */
interface Schema { shape?: Record<string, Schema>; element?: Schema; options?: string[]; def: { type: string; innerType?: Schema; getter?: () => Schema } }
interface Property { schema: Schema }

const inner = (schema: Schema): Schema => (schema.def.innerType ? inner(schema.def.innerType) : schema.def.getter ? inner(schema.def.getter()) : schema)

/** Google's own types of the same: a property is a name and what it holds. */
const types = readGoogleTypes(fs.readFileSync(path.join(path.dirname(require.resolve('@googleapis/chat', { paths: [path.resolve(__dirname, '../../addin-gmail')] })), 'v1.d.ts'), 'utf8'))
function readGoogleTypes(text: string): Map<string, Record<string, string>> {
  return new Map([...text.matchAll(/export interface Schema\$(\w+) \{([\s\S]*?)\n {4}\}/g)].map(([, name, body]) =>
    [name!, Object.fromEntries([...body!.matchAll(/^ {8}(\w+)\?: (.+);$/gm)].map(([, property, type]) => [property!, type!.replace(/ \| null$/, '')]))]))
}

/** Which of Google's types each object of ours is, found by walking both together from the card; the places where the two part. */
function compare() {
  const apart: string[] = []
  const met = new Map<string, Record<string, Property>>()
  function walk(schema: Schema, type: string, at: string): void {
    const ours = inner(schema)
    const list = /^(.+)\[\]$/.exec(type)?.[1]
    if (list !== undefined) return ours.element ? walk(ours.element, list, `${at}[]`) : void apart.push(`${at} is a list for Google`)
    const named = /^Schema\$(\w+)$/.exec(type)?.[1]
    if (named === undefined) {
      const kind = { string: 'string', enum: 'string', literal: 'boolean' }[ours.def.type] ?? ours.def.type
      if (kind !== type) apart.push(`${at} is ${kind}, and ${type} for Google`)
      return
    }
    const theirs = types.get(named)
    if (!ours.shape || !theirs) return void apart.push(`${at} is ${named} for Google`)
    const before = met.get(named) ?? {}
    const fresh = Object.entries(ours.shape).filter(([name]) => !(name in before))
    met.set(named, { ...before, ...Object.fromEntries(fresh.map(([name, one]) => [name, { schema: inner(one) }])) })
    for (const [name, one] of fresh) {
      const property = theirs[name]
      if (property === undefined) apart.push(`${at}.${name} is nothing that Google's ${named} has`)
      else walk(one, property, `${at}.${name}`)
    }
  }
  walk(cardSchema as unknown as Schema, 'Schema$GoogleAppsCardV1Card', 'card')
  walk(answerSchemas.suggest.shape.autoComplete as unknown as Schema, 'Schema$GoogleAppsCardV1Suggestions', 'autoComplete')
  return { apart, met }
}
const { apart, met } = compare()

it('every property that the check accepts is a property of Google’s type, of the same kind', () => {
  expect(apart).toEqual([])
  expect(met.size).toBeGreaterThan(28)
})

it('what the check leaves out of Google’s types is this, and nothing by oversight', () => {
  const left = [...met].flatMap(([named, ours]) => Object.keys(types.get(named)!).filter((name) => !(name in ours)).map((name) => `${named.replace('GoogleAppsCardV1', '')}.${name}`))
  expect(left.sort()).toEqual([
    // Gmail strips a whole card that has it.
    'Action.interaction',
    // Workspace Studio's.
    'Card.expressionData', 'Chip.enabled', 'DateTimePicker.hostAppDataSource',
    // Chat's, and the deprecated icon.
    'DecoratedText.bottomLabelText', 'DecoratedText.contentText', 'DecoratedText.icon', 'DecoratedText.startIconVerticalAlignment', 'DecoratedText.topLabelText', 'Icon.materialIcon',
    'Section.id', 'SelectionInput.dataSourceConfigs', 'SelectionInput.externalDataSource', 'SelectionInput.hintText', 'SelectionInput.platformDataSource',
    'TextInput.hostAppDataSource', 'TextInput.placeholderText', 'TextParagraph.textSyntax',
    'Widget.carousel', 'Widget.columns', 'Widget.eventActions', 'Widget.id', 'Widget.visibility',
  ])
})

const discovery = path.resolve(__dirname, '../../../shared/data/google/chat.v1.json')
interface Discovered { schemas: Record<string, { properties?: Record<string, { enum?: string[] }> }> }
const schemas = fs.existsSync(discovery) ? (JSON.parse(fs.readFileSync(discovery, 'utf8')) as Discovered).schemas : {}
// Google's discovery data is newer than its types and knows the values of enumerations; it is outside data, never copied into the repository.
const compared = fs.existsSync(discovery) ? describe : describe.skip
compared(fs.existsSync(discovery) ? 'against Google’s discovery data' : 'against Google’s discovery data (skipped: no data folder beside the checkout)', () => {
  it('the types of the package lack nothing that the newer data has in its cards', () => {
    const cards = Object.entries(schemas).filter(([name]) => /^GoogleAppsCardV1|^Color$/.test(name))
    expect(cards.flatMap(([name, { properties = {} }]) => Object.keys(properties).filter((property) => !(property in (types.get(name) ?? {}))).map((property) => `${name}.${property}`))).toEqual([])
    expect(cards.length).toBeGreaterThan(50)
  })
  it('every value of an enumeration is one of Google’s, and those left out are these', () => {
    const values = [...met].flatMap(([named, ours]) => Object.entries(ours).flatMap(([name, { schema }]) => {
      const theirs = schemas[named]?.properties?.[name]?.enum
      return theirs ? [{ at: `${named.replace('GoogleAppsCardV1', '')}.${name}`, ours: schema.options ?? [], theirs }] : []
    }))
    expect(values.flatMap(({ at, ours, theirs }) => ours.filter((value) => !theirs.includes(value)).map((value) => `${at} ${value}`))).toEqual([])
    expect(values.flatMap(({ at, ours, theirs }) => theirs.filter((value) => !ours.includes(value) && !value.endsWith('_UNSPECIFIED')).map((value) => `${at} ${value}`)).sort()).toEqual([
      'OpenLink.openAs OVERLAY', 'SwitchControl.controlType CHECKBOX', 'Validation.inputType EMOJI_PICKER',
    ])
    expect(values.length).toBeGreaterThan(12)
  })
})
