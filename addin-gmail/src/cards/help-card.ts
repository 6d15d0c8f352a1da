import { helpCardTexts } from '@counterpane/shared/text/help-cards'
import type { CardContext } from '../card-context'
import { buttons, card, folding, linkButton, pressButton, section, text } from '../card-parts'
import type { Card } from '../card-schema'
import { openSettingsAction } from './settings-card'

/** What the add-on does and reads, and what Gmail does not let it do. The first section stands open. */
export function helpCard(context: CardContext): Card {
  const { title, sections, journal, settings } = helpCardTexts[context.locale]
  return card({
    name: 'help', title,
    sections: [
      ...sections.map(({ heading, lines }, at) => (at === 0 ? section : folded)(heading, lines.map(text))),
      section(null, [buttons(linkButton(journal, context.links.journal), pressButton(settings, openSettingsAction.on(context, {}), 'BORDERLESS'))]),
    ],
  })
}

const folded = (heading: string, widgets: Parameters<typeof section>[1]) => folding(heading, widgets, 0)
