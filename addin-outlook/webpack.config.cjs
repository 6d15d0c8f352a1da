const path = require('node:path')
const { DefinePlugin, NormalModuleReplacementPlugin } = require('webpack')
const { webDarkTheme, webLightTheme } = require('@fluentui/tokens')
const HtmlWebpackPlugin = require('html-webpack-plugin')
const MiniCssExtractPlugin = require('mini-css-extract-plugin')
const TerserPlugin = require('terser-webpack-plugin')
const { GriffelCSSExtractionPlugin } = require('@griffel/webpack-extraction-plugin')
const { placeholder, UsedThemePlugin } = require('./used-theme.cjs')

const root = path.resolve(__dirname, '..')
const shared = path.join(root, 'shared')
const dist = path.join(__dirname, 'dist')
const standIn = path.join(root, 'backend/src/demo/outlook/page')

const swcFor = (target) => ({
  loader: 'swc-loader',
  options: {
    jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target },
  },
})
const swc = swcFor('es2022')
const resolve = {
  extensions: ['.tsx', '.ts', '.js'],
  alias: { '@counterpane/shared/ui': path.join(shared, 'ui'), '@counterpane/shared': path.join(shared, 'src') },
}
const minimizer = [new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false, terserOptions: { compress: { passes: 2 }, mangle: true } })]

/** Arial after Fluent's own fonts: where none of Microsoft's or Apple's is there, widths stay near to theirs. */
const themeOf = (theme) => ({ ...theme, fontFamilyBase: theme.fontFamilyBase.replace(/, sans-serif$/, ', Arial, sans-serif') })

const pane = {
  name: 'pane',
  mode: 'production',
  target: ['web', 'es2022'],
  context: __dirname,
  entry: { pane: './src/app/main.tsx' },
  output: {
    path: dist, publicPath: '/outlook/', clean: { keep: /^(commands[.-]|launchevent\.|sign-in\.)/ },
    filename: '[name].[contenthash:10].js', chunkFilename: '[name].[contenthash:10].js', assetModuleFilename: '[name].[contenthash:10][ext]',
  },
  resolve,
  module: {
    rules: [
      // Styles of Fluent and of our own are compiled ahead and taken out into one CSS file, so that the browser neither parses nor inserts them by script.
      // Fluent's parts that come later (menus, fields) bring their styles along in their own chunks.
      { test: /\.js$/, include: /node_modules[\\/]@fluentui[\\/]react-(button|link|provider|icons)[\\/]/, use: GriffelCSSExtractionPlugin.loader },
      { test: /\.tsx?$/, exclude: /node_modules/, use: [GriffelCSSExtractionPlugin.loader, '@griffel/webpack-loader', swc] },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
    ],
  },
  plugins: [
    new DefinePlugin({ paneThemes: JSON.stringify(placeholder) }),
    new UsedThemePlugin({ light: themeOf(webLightTheme), dark: themeOf(webDarkTheme) }),
    new NormalModuleReplacementPlugin(/^\.\.?\/tokens(\.js)?$/, (asked) => {
      if (/@fluentui[\\/]tokens[\\/]/.test(asked.context)) asked.request = path.join(__dirname, 'src/app/fluent-tokens.ts')
    }),
    new MiniCssExtractPlugin({ filename: '[name].[contenthash:10].css', ignoreOrder: true }),
    new GriffelCSSExtractionPlugin(),
    new HtmlWebpackPlugin({ filename: 'taskpane.html', template: './src/app/taskpane.html', favicon: './src/app/favicon.svg', scriptLoading: 'defer' }),
  ],
  optimization: { minimizer, splitChunks: { chunks: 'async', minSize: 0, cacheGroups: { default: false, defaultVendors: false } } },
  performance: false,
  stats: 'errors-warnings',
}

/** Pages of ours without a pane: functions of the ribbon and of sending, and the dialog of signing in. The manifest knows them by their names. */
const pages = {
  name: 'pages',
  mode: 'production',
  target: ['web', 'es2022'],
  context: __dirname,
  entry: { commands: './src/commands/commands.ts', 'sign-in': './src/session/sign-in-page.ts' },
  output: { path: dist, publicPath: '/outlook/', filename: '[name].js', chunkFilename: 'commands-[name].js' },
  resolve,
  module: { rules: [{ test: /\.tsx?$/, exclude: /node_modules/, use: swc }] },
  plugins: [
    new HtmlWebpackPlugin({ filename: 'commands.html', template: './src/commands/commands.html', chunks: ['commands'], scriptLoading: 'defer' }),
    new HtmlWebpackPlugin({ filename: 'sign-in.html', template: './src/session/sign-in.html', chunks: ['sign-in'], scriptLoading: 'defer' }),
  ],
  optimization: { minimizer },
  performance: false,
  stats: 'errors-warnings',
}

/** What classic Outlook for Windows runs when a letter is sent: one file for an engine without windows, documents and stores, that stops at ES2016. */
const launchEvent = {
  name: 'launchevent',
  mode: 'production',
  target: 'es2016',
  context: __dirname,
  entry: { launchevent: './src/commands/launchevent.ts' },
  output: { path: dist, filename: '[name].js', chunkFormat: false, chunkLoading: false, wasmLoading: false },
  resolve,
  module: { rules: [{ test: /\.ts$/, exclude: /node_modules/, use: swcFor('es2016') }] },
  optimization: { minimizer, splitChunks: false },
  performance: false,
  stats: 'errors-warnings',
}

/** The page and the Office.js of `GET /demo/outlook`; nothing of it is part of the product's pane. */
const demo = {
  name: 'demo-outlook',
  mode: 'production',
  target: ['web', 'es2022'],
  context: standIn,
  entry: { 'outlook-demo': './outlook-demo.ts', office: './office.ts' },
  output: { path: path.join(root, 'backend/dist/demo-outlook'), publicPath: '/demo/outlook/', clean: true, filename: '[name].js' },
  resolve,
  module: { rules: [{ test: /\.ts$/, use: swc }, { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] }] },
  plugins: [
    new MiniCssExtractPlugin({ filename: '[name].css' }),
    new HtmlWebpackPlugin({ filename: 'outlook-demo.html', template: './outlook-demo.html', chunks: ['outlook-demo'], scriptLoading: 'defer' }),
  ],
  optimization: { minimizer },
  performance: false,
  stats: 'errors-warnings',
}

module.exports = [pane, pages, launchEvent, demo]
