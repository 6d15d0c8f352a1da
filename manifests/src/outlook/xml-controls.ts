import { type DrawingName, phoneScales, phoneSizes, ribbonSizes } from './outlook-icons'
import { type RibbonButton } from './outlook-surfaces'
import { imageId, urlIds } from './xml-resources'
import { node, type XmlNode } from './xml-tree'

function action({ action: asked }: RibbonButton): XmlNode {
  if (asked.kind === 'function') return node('Action', { 'xsi:type': 'ExecuteFunction' }, [node('FunctionName', {}, asked.name)])
  return node('Action', { 'xsi:type': 'ShowTaskpane' }, [
    node('SourceLocation', { resid: urlIds.pane }),
    asked.pinnable ? node('SupportsPinning', {}, 'true') : null,
    asked.noItem ? node('SupportsNoItemContext', {}, 'true') : null,
    asked.multiSelect ? node('SupportsMultiSelect', {}, 'true') : null,
  ])
}

const ribbonIcon = (drawing: DrawingName): XmlNode => node('Icon', {}, ribbonSizes.map((size) => node('bt:Image', { size: String(size), resid: imageId(drawing, size) })))

/** Nine pictures, each of as many pixels as the phone will show. */
function phoneIcon(drawing: DrawingName): XmlNode {
  const images = phoneSizes.flatMap((size) => phoneScales.map((scale) => node('bt:Image', { size: String(size), scale: String(scale), resid: imageId(drawing, size * scale) })))
  return node('Icon', { 'xsi:type': 'bt:MobileIconList' }, images)
}

export function buttonControl(button: RibbonButton): XmlNode {
  const supertip = node('Supertip', {}, [node('Title', { resid: button.title }), node('Description', { resid: button.tip })])
  return node('Control', { 'xsi:type': 'Button', id: button.id }, [node('Label', { resid: button.label }), supertip, ribbonIcon(button.drawing), action(button)])
}

/** Phones know no supertip. */
export function mobileControl(button: RibbonButton): XmlNode {
  return node('Control', { 'xsi:type': 'MobileButton', id: button.id }, [node('Label', { resid: button.label }), phoneIcon(button.drawing), action(button)])
}
