import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { StarFilled } from '@fluentui/react-icons/svg/star'
import { Heard } from './heard'

const useStyles = makeStyles({
  header: { display: 'grid', gridTemplateColumns: '36px minmax(0, 1fr)', columnGap: '12px', alignItems: 'center' },
  initials: {
    width: '36px', height: '36px', borderRadius: tokens.borderRadiusCircular, display: 'grid', placeItems: 'center', backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2, fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300, forcedColorAdjust: 'auto', border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  nameLine: { display: 'flex', alignItems: 'center', columnGap: '6px' },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', flexGrow: 1, minWidth: 0 },
  second: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  badge: {
    flexShrink: 0, minWidth: '20px', height: '20px', padding: '0 6px', boxSizing: 'border-box', borderRadius: tokens.borderRadiusCircular, display: 'inline-grid', placeItems: 'center',
    backgroundColor: tokens.colorNeutralBackground4, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  vip: { display: 'inline-flex', alignItems: 'center', columnGap: '2px', color: tokens.colorPaletteMarigoldForeground2 },
})

interface Props {
  name: string; position?: string | null
  client?: { name: string; href: string; class: string | null; vip: boolean } | null
  words: { className: (name: string) => string; vip: string; noClient: string }
}

/** Who it is: person, job and client, or the client alone; class and VIP as words in small marks. */
export function ClientHeader({ name, position, client, words }: Props) {
  const styles = useStyles()
  return (
    <header className={styles.header}>
      <span className={styles.initials} aria-hidden>{initials(name)}</span>
      <div>
        <div className={styles.nameLine}>
          <h1 className={styles.name}>{name}</h1>
          {client?.class && <span className={styles.badge} title={words.className(client.class)}><span aria-hidden>{client.class}</span><Heard>{words.className(client.class)}</Heard></span>}
          {client?.vip && <span className={mergeClasses(styles.badge, styles.vip)}><StarFilled aria-hidden />{words.vip}</span>}
        </div>
        <div className={styles.second}>
          {position}
          {position && client && ' · '}
          {client ? <Link href={client.href} target="counterpane-journal" inline>{client.name}</Link> : !position && words.noClient}
        </div>
      </div>
    </header>
  )
}

/** First letters of the first and the last word, signs and quotes passed over. */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const first = words[0]?.slice(0, 1) ?? '?'
  return (words.length > 1 ? first + (words.at(-1)?.slice(0, 1) ?? '') : first).toUpperCase()
}
