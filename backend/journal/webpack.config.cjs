const HtmlWebpackPlugin = require('html-webpack-plugin')
const { browserBundle } = require('../../scripts/webpack.base.cjs')

/** The journal as static files under /journal/: names hashed, so that they may be cached for ever; only index.html is asked again. */
module.exports = browserBundle({
  folder: __dirname, name: 'journal', entry: { journal: './src/journal-main.tsx' }, publicPath: '/journal/',
  plugins: [new HtmlWebpackPlugin({ template: './src/journal-page.html', filename: 'index.html', scriptLoading: 'defer' })],
})
