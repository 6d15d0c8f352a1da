import type { Me } from '@counterpane/shared/contract/access'
import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Locale } from '@counterpane/shared/domain/codes'
import type { JournalWords } from '@counterpane/shared/text/journal-words'
import { createContext, useContext } from 'react'

/** What every part of the journal knows: language and its texts, the way to the server. */
export interface Surroundings { call: HttpClient; locale: Locale; text: JournalWords; setLocale: (locale: Locale) => void }
export const SurroundingsContext = createContext<Surroundings | null>(null)
export const MeContext = createContext<Me | null>(null)

export function useSurroundings(): Surroundings {
  const value = useContext(SurroundingsContext)
  if (!value) throw new Error('the journal is not set up')
  return value
}
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('nobody is signed in')
  return me
}
