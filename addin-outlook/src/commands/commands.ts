import { associate } from '../mailbox/office-commands'
import { createOfficeClient } from '../mailbox/office-client'
import { readSignInSettings } from '../session/sign-in-settings'
import { completedOnce } from './completed-once'
import { registerOpenMessage } from './register-command'
import { onMessageSend } from './send-handler'

associate('registerMessage', (event) => completedOnce(event, () => registerOpenMessage({ client: createOfficeClient(), signIn: readSignInSettings(document) })))
associate('onMessageSendHandler', onMessageSend)
