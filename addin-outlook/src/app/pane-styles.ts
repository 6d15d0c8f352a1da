import { makeStyles, tokens } from '@fluentui/react-components'

/** The page's own rhythm: 4 px, 12 px at the sides, everything drawn for 300 px. */
export const usePaneStyles = makeStyles({
  page: {
    // The list scrolls and the footer stays below it: nothing that can be pressed ever lies under something else.
    height: ['100vh', '100dvh'], display: 'flex', flexDirection: 'column', boxSizing: 'border-box', backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300,
  },
  main: { flexGrow: 1, minHeight: 0, overflowX: 'hidden', overflowY: 'scroll' },
  section: { padding: '12px 12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  first: { padding: '12px 12px 12px' },
  titleRow: { display: 'flex', alignItems: 'center', columnGap: '8px', minHeight: '24px', marginBottom: '4px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  count: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  push: { marginInlineStart: 'auto' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, margin: 0, overflowWrap: 'anywhere' },
  plain: { margin: 0, overflowWrap: 'anywhere' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  row: { display: 'flex', alignItems: 'center', columnGap: '8px', rowGap: '4px', flexWrap: 'wrap' },
  stack: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  tight: { display: 'flex', flexDirection: 'column', rowGap: '4px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  grow: { flexGrow: 1, minWidth: 0 },
  panel: { backgroundColor: tokens.colorNeutralBackground2, borderRadius: tokens.borderRadiusMedium, padding: '12px', border: `1px solid ${tokens.colorNeutralStroke2}` },
  /** Text sits where text of the row above sits: a subtle button without its own inset. */
  flush: { marginInlineStart: '-8px' },
  number: { fontVariantNumeric: 'tabular-nums' },
})
