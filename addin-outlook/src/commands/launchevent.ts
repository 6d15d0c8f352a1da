import { associate } from '../mailbox/office-commands'
import { onMessageSend } from './send-handler'

associate('onMessageSendHandler', onMessageSend)
