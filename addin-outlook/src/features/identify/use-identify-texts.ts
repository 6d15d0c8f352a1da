import { identifyTexts, type IdentifyTexts } from '@counterpane/shared/text/identify-pane'
import type { PaneTexts } from '@counterpane/shared/text/pane-en'
import { usePaneState, useTexts } from '../../app/pane-context'

/** The pane's words and those about who it may be. */
export const useIdentifyTexts = (): PaneTexts & IdentifyTexts => ({ ...useTexts(), ...identifyTexts[usePaneState().locale] })
