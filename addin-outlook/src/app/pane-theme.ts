import type { PartialTheme } from '@fluentui/react-components'

/** Written in by the build (webpack.config.cjs). */
declare const paneThemes: Record<'light' | 'dark', PartialTheme>
const themes = paneThemes
export const themeNamed = (name: 'light' | 'dark'): PartialTheme => themes[name]

const query = '(prefers-color-scheme: dark)'
export const prefersDark = {
  get: () => window.matchMedia(query).matches,
  subscribe(listener: () => void) {
    const media = window.matchMedia(query)
    media.addEventListener('change', listener)
    return () => media.removeEventListener('change', listener)
  },
}
