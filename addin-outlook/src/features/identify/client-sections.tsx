import { withTask } from '../../app/client-changes'
import type { ClientView } from '../../app/pane-state'
import { Agenda } from '../history/agenda'
import { HistoryList } from '../history/history-list'
import { OpenTasks } from '../tasks/open-tasks'

/** What was agreed with a client, what is owed, what has been: the same below a letter, a draft and a meeting. */
export function ClientSections({ client, onChange }: { client: ClientView; onChange: (change: (client: ClientView) => ClientView) => void }) {
  return (
    <>
      <Agenda client={client} />
      <OpenTasks tasks={client.openTasks} onChanged={(task) => onChange((shown) => withTask(shown, task))} />
      <HistoryList client={client} />
    </>
  )
}
