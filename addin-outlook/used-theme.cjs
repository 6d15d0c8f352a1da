const { Compilation, sources } = require('webpack')

/** Stands in the code until every chunk is there and it is known which of a theme's values are asked for by any of them. */
const placeholder = '__themes_of_the_pane__'

/**
 * Puts Fluent's themes into the bundle without the values that nothing in it names: 320 of 450. A value is named as `--colorX` in styles and as
 * `.colorX` in code; a name put together at run time would be missed, and Fluent's own parts never do that.
 */
class UsedThemePlugin {
  constructor(themes) { this.themes = themes }

  apply(compiler) {
    compiler.hooks.compilation.tap('UsedThemePlugin', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'UsedThemePlugin', stage: Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE }, (assets) => {
        const texts = Object.entries(assets).filter(([name]) => /\.(js|css)$/.test(name)).map(([name, asset]) => [name, String(asset.source())])
        const named = new Set(texts.flatMap(([, text]) => [...text.matchAll(/(?:--|\.)([a-z][A-Za-z0-9]+)/g)].map((found) => found[1])))
        const kept = Object.fromEntries(Object.entries(this.themes).map(([kind, theme]) => [kind, Object.fromEntries(Object.entries(theme).filter(([name]) => named.has(name)))]))
        for (const [name, text] of texts) {
          const quoted = [`"${placeholder}"`, `'${placeholder}'`].find((mark) => text.includes(mark))
          if (quoted) compilation.updateAsset(name, new sources.RawSource(text.replace(quoted, () => JSON.stringify(kept))))
        }
      })
    })
  }
}

module.exports = { UsedThemePlugin, placeholder }
