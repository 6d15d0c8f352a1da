import { type ManifestSettings } from '../manifest-options'
import { pages } from './outlook-facts'
import { type DrawingName, iconName, phoneScales, phoneSizes, ribbonSizes } from './outlook-icons'
import { outlookSurfaces, type PaneAction, type RibbonButton, type Surface } from './outlook-surfaces'
import { labels, tips } from './outlook-texts'

/** The pane is one page; an action is one way of opening it (pinned or not, with or without a message). */
const actionId = ({ pinnable, noItem }: PaneAction): string => (noItem ? 'openPaneAnywhere' : pinnable ? 'openPinnablePane' : 'openPane')

export function paneActions(settings: Pick<ManifestSettings, 'minimal'>) {
  const asked = outlookSurfaces(settings).flatMap(({ buttons }) => buttons.map(({ action }) => action)).filter((action) => action.kind === 'pane')
  const byId = new Map(asked.map((action) => [actionId(action), action]))
  return [...byId].map(([id, { pinnable, multiSelect, noItem }]) => ({
    id, type: 'openPage', view: 'pane', ...(pinnable && { pinnable }), ...(multiSelect && { multiselect: true }), ...(noItem && { supportsNoItemContext: true }),
  }))
}

const idOf = ({ action }: RibbonButton): string => (action.kind === 'pane' ? actionId(action) : action.name)
const address = (url: string, drawing: DrawingName, size: number): string => `${url}${pages.icons}/${iconName(drawing, size)}`
const ribbonIcons = (url: string, drawing: DrawingName) => ribbonSizes.map((size) => ({ size, url: address(url, drawing, size) }))

function desktopGroup(url: string, { groupId, buttons }: Surface) {
  return {
    id: groupId, label: labels['Group.Label'].en, icons: ribbonIcons(url, 'icon'),
    controls: buttons.map((button) => ({
      id: button.id, type: 'button', label: labels[button.label].en, icons: ribbonIcons(url, button.drawing),
      supertip: { title: labels[button.title].en, description: tips[button.tip].en }, actionId: idOf(button),
    })),
  }
}

function mobileGroup(url: string, { groupId, buttons }: Surface) {
  return {
    id: groupId, label: labels['Group.Label'].en,
    controls: buttons.map((button) => ({
      id: button.id, type: 'mobileButton', label: labels[button.label].en, actionId: idOf(button),
      icons: phoneSizes.flatMap((size) => phoneScales.map((scale) => ({ size, scale, url: address(url, button.drawing, size * scale) }))),
    })),
  }
}

/** One ribbon for each place in Outlook, and within it one tab for both form factors. */
export function unifiedRibbons({ url, minimal }: Pick<ManifestSettings, 'url' | 'minimal'>) {
  const surfaces = outlookSurfaces({ minimal })
  return [...new Set(surfaces.map(({ context }) => context))].map((context) => {
    const here = surfaces.filter((surface) => surface.context === context)
    const desktop = here.filter(({ formFactor }) => formFactor === 'desktop')
    const mobile = here.filter(({ formFactor }) => formFactor === 'mobile')
    return {
      requirements: { formFactors: here.map(({ formFactor }) => formFactor) },
      contexts: [context],
      tabs: [{
        builtInTabId: 'TabDefault',
        ...(desktop.length && { groups: desktop.map((surface) => desktopGroup(url, surface)) }),
        ...(mobile.length && { customMobileRibbonGroups: mobile.map((surface) => mobileGroup(url, surface)) }),
      }],
    }
  })
}
