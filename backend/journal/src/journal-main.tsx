import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { createJournalApi } from './api/journal-api'
import { JournalApp } from './session/journal-app'
import { firstLocale } from './session/journal-locale'
import { askFirstRows } from './table/first-rows'
import './styles/journal-base.css'
import './styles/journal-list.css'
import './styles/journal-filters.css'
import './styles/journal-panel.css'

const api = createJournalApi(firstLocale())
askFirstRows(api)
const place = document.getElementById('journal')
if (!place) throw new Error('the page has no place for the journal')
createRoot(place).render(<QueryClientProvider client={api.queries}><JournalApp api={api} /></QueryClientProvider>)
