// npm start: builds what is missing and starts the server; `npm start -- --mailbox DIR` passes its arguments on.
import { buildAndRun } from './run.mjs'

buildAndRun('backend/src/main', process.argv.slice(2), [])
