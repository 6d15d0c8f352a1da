import { onDemand } from '../../app/on-demand'
import type { SuggestionProps } from './suggestion-card'

/** Shown for a guess alone, so loaded with the first one. */
export const Suggestion = onDemand<SuggestionProps>(() => import(/* webpackChunkName: "identify" */ './suggestion-card').then((part) => part.SuggestionCard))
