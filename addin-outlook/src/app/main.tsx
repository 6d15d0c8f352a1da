import { createRoot } from 'react-dom/client'
import { createOfficeClient } from '../mailbox/office-client'
import { readSignInSettings } from '../session/sign-in-settings'
import { Pane } from './pane'
import { createPaneServices } from './pane-services'

/** How long the first drawing waits for the question: half of what Outlook's guide allows before something must be seen. */
const blinkMs = 250

const { services, start, asked } = createPaneServices({ client: createOfficeClient(), signIn: readSignInSettings(document) })
void start()
// The question about the open message goes out before React takes the thread for its first drawing; a mail client that is slow to say what is open is not waited for.
void Promise.race([asked, new Promise((resolve) => { setTimeout(resolve, blinkMs) })]).then(() => {
  const place = document.getElementById('pane')
  if (place) createRoot(place).render(<Pane services={services} />)
})
