import { createRoot } from 'react-dom/client'
import { createOfficeMailbox } from '../mailbox/office-mailbox'
import { Pane } from './pane'
import { createPaneServices } from './pane-services'

const { services, start } = createPaneServices({ mailbox: createOfficeMailbox() })
// The question about the open message goes out first; React mounts while it is under way.
void start()
const place = document.getElementById('pane')
if (place) createRoot(place).render(<Pane services={services} />)
