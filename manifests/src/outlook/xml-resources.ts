import { type ManifestSettings } from '../manifest-options'
import { locales, pages } from './outlook-facts'
import { type DrawingName, iconName, phoneScales, phoneSizes, ribbonSizes } from './outlook-icons'
import { type Surface } from './outlook-surfaces'
import { type Bilingual, type LabelId, labels, type TipId, tips } from './outlook-texts'
import { node, type XmlNode } from './xml-tree'

/** Notifications name a picture by its id too: 'icon.16' is the one for a notification of the add-in. */
export const imageId = (drawing: DrawingName, size: number): string => `${drawing}.${size}`

export const urlIds = { pane: 'Taskpane.Url', commands: 'Commands.Url', runtime: 'Runtime.Url', script: 'Script.Url' } as const

const unique = <T>(values: T[]): T[] => [...new Set(values)]

function images(url: string, surfaces: Surface[]): XmlNode[] {
  const phone = phoneSizes.flatMap((size) => phoneScales.map((scale) => size * scale))
  const asked = surfaces.flatMap(({ formFactor, buttons }) => buttons.flatMap(({ drawing }) => (formFactor === 'mobile' ? phone : [...ribbonSizes]).map((size) => `${drawing} ${size}`)))
  return unique(asked).map((pair) => {
    const [drawing, size] = pair.split(' ') as [DrawingName, string]
    return node('bt:Image', { id: imageId(drawing, Number(size)), DefaultValue: `${url}${pages.icons}/${iconName(drawing, Number(size))}` })
  })
}

function strings(ids: string[], texts: Record<string, Bilingual>): XmlNode[] {
  return ids.map((id) => {
    const { en, ru } = texts[id] as Bilingual
    return node('bt:String', { id, DefaultValue: en }, [node('bt:Override', { Locale: locales.ru, Value: ru })])
  })
}

export function resources({ url }: ManifestSettings, surfaces: Surface[]): XmlNode {
  const buttons = surfaces.flatMap((surface) => surface.buttons)
  const desktop = surfaces.filter(({ formFactor }) => formFactor === 'desktop').flatMap((surface) => surface.buttons)
  const labelIds: LabelId[] = unique(['Group.Label', ...buttons.map(({ label }) => label), ...desktop.map(({ title }) => title)])
  const tipIds: TipId[] = unique(desktop.map(({ tip }) => tip))
  const address = (id: string, page: string): XmlNode => node('bt:Url', { id, DefaultValue: `${url}${page}` })
  return node('Resources', {}, [
    node('bt:Images', {}, images(url, surfaces)),
    node('bt:Urls', {}, [address(urlIds.pane, pages.pane), address(urlIds.commands, pages.commands), address(urlIds.runtime, pages.commands), address(urlIds.script, pages.launchEvent)]),
    node('bt:ShortStrings', {}, strings(labelIds, labels)),
    node('bt:LongStrings', {}, strings(tipIds, tips)),
  ])
}
