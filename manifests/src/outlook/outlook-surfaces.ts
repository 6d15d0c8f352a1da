// The places where the add-in stands in Outlook, as data: the XML and the unified manifest are both written from this list.
import { commandFunctions } from './outlook-facts'
import { type LabelId, type TipId } from './outlook-texts'
import { type ManifestSettings } from '../manifest-options'
import { type DrawingName } from './outlook-icons'

export interface PaneAction {
  kind: 'pane'
  /** Not in appointments and not on phones: clients offer no pin there. */
  pinnable: boolean
  /** Both need Mailbox 1.13 and a message list; older clients ignore them. */
  multiSelect: boolean
  noItem: boolean
}
export interface FunctionAction { kind: 'function'; name: string }

export interface RibbonButton {
  id: string
  label: LabelId
  title: LabelId
  tip: TipId
  drawing: DrawingName
  action: PaneAction | FunctionAction
}

export interface Surface {
  /** Extension point of the XML manifest. */
  point: string
  /** The same place in the unified manifest. */
  context: string
  formFactor: 'desktop' | 'mobile'
  /** Ids of groups are of their own: the same ribbon may show several surfaces. */
  groupId: string
  buttons: RibbonButton[]
}

const plainPane: PaneAction = { kind: 'pane', pinnable: false, multiSelect: false, noItem: false }

const open = (id: string, tip: TipId, action: PaneAction): RibbonButton => ({ id, label: 'Open.Label', title: 'Open.Title', tip, drawing: 'icon', action })
const surface = (point: string, context: string, name: string, buttons: RibbonButton[]): Surface => ({ point, context, formFactor: point.startsWith('Mobile') ? 'mobile' : 'desktop', groupId: `${name}.group`, buttons })

export function outlookSurfaces({ minimal }: Pick<ManifestSettings, 'minimal'>): Surface[] {
  const register: RibbonButton = { id: 'read.register', label: 'Register.Label', title: 'Register.Title', tip: 'Register.Tip', drawing: 'register', action: { kind: 'function', name: commandFunctions.register } }
  return [
    surface('MessageReadCommandSurface', 'mailRead', 'read', [open('read.open', 'Read.Tip', { kind: 'pane', pinnable: true, multiSelect: !minimal, noItem: !minimal }), register]),
    surface('MessageComposeCommandSurface', 'mailCompose', 'compose', [open('compose.open', 'Compose.Tip', { ...plainPane, pinnable: true })]),
    surface('AppointmentOrganizerCommandSurface', 'meetingDetailsOrganizer', 'organizer', [open('organizer.open', 'Meeting.Tip', plainPane)]),
    surface('AppointmentAttendeeCommandSurface', 'meetingDetailsAttendee', 'attendee', [open('attendee.open', 'Meeting.Tip', plainPane)]),
    surface('MobileMessageReadCommandSurface', 'mailRead', 'mobile.read', [open('mobile.read.open', 'Read.Tip', plainPane)]),
    // Phones draw their own Log command around this one and ask for a grey picture (#919191).
    surface('MobileLogEventAppointmentAttendee', 'logEventMeetingDetailsAttendee', 'mobile.log', [{ ...open('mobile.log.open', 'Meeting.Tip', plainPane), drawing: 'log' }]),
  ]
}

export const permissionOf = ({ minimal }: Pick<ManifestSettings, 'minimal'>): 'ReadItem' | 'ReadWriteMailbox' => (minimal ? 'ReadItem' : 'ReadWriteMailbox')
