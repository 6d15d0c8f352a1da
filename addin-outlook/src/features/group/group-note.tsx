import { onDemand } from '../../app/on-demand'
import { usePane } from '../../app/pane-context'
import { useGroupHeld } from './group-signal'

const GroupStrip = onDemand<object>(() => import(/* webpackChunkName: "group" */ './group-screen').then((part) => part.GroupStrip))

/** A group begun before this email was opened is still at work, or its result has not been seen: said above everything else. */
export function GroupNote() {
  return useGroupHeld(usePane().store) ? <GroupStrip /> : null
}
