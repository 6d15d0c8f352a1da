// What the bundles for browsers have in common; each adds its entry, its page and where it is served.
const path = require('node:path')
const TerserPlugin = require('terser-webpack-plugin')
const MiniCssExtractPlugin = require('mini-css-extract-plugin')
const { GriffelCSSExtractionPlugin } = require('@griffel/webpack-extraction-plugin')
const { resolve } = require('./resolve.cjs')

const swc = {
  loader: 'swc-loader',
  options: { jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' } },
}

/** Checking belongs to the server: a schema library in a bundle costs more than the whole first card. */
class ServerOnly {
  constructor(names) { this.pattern = new RegExp(`[\\\\/]node_modules[\\\\/](${names.join('|')})[\\\\/]`) }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('ServerOnly', (compilation) => {
      compilation.hooks.finishModules.tap('ServerOnly', (modules) => {
        for (const module of modules) {
          if (!this.pattern.test(module.resource ?? '')) continue
          const importer = compilation.moduleGraph.getIssuer(module)?.resource
          compilation.errors.push(new Error(`${module.resource} must not get into a bundle; imported by ${importer}`))
          break
        }
      })
    })
  }
}

const minimizer = [new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false, terserOptions: { compress: { passes: 2 }, mangle: true } })]
const serverOnly = () => new ServerOnly(['zod', 'tldts', 'nodemailer', 'disposable-email-domains', 'email-providers'])

/** For a bundle with rules of its own. */
exports.pieces = { swc, resolve, minimizer, serverOnly }

/** A production bundle of React and Fluent pieces: hashed names, styles compiled ahead into one file, pages under `publicPath`. */
exports.browserBundle = function browserBundle({ folder, name, entry, publicPath, plugins = [], optimization = {}, outputPath = path.join(folder, 'dist') }) {
  return {
    name, entry, mode: 'production', target: ['web', 'es2022'], context: folder,
    output: {
      path: outputPath, publicPath, clean: true,
      filename: '[name].[contenthash:10].js', chunkFilename: '[name].[contenthash:10].js', assetModuleFilename: '[name].[contenthash:10][ext]',
    },
    resolve,
    module: {
      rules: [
        // Styles of Fluent and of our own are compiled ahead, so that the browser neither parses nor inserts them by script.
        { test: /\.js$/, include: /node_modules[\\/]@fluentui/, use: GriffelCSSExtractionPlugin.loader },
        { test: /\.tsx?$/, exclude: /node_modules/, use: [GriffelCSSExtractionPlugin.loader, '@griffel/webpack-loader', swc] },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
        { test: /\.(svg|png)$/, type: 'asset/resource' },
      ],
    },
    plugins: [new MiniCssExtractPlugin({ filename: '[name].[contenthash:10].css', ignoreOrder: true }), new GriffelCSSExtractionPlugin(), serverOnly(), ...plugins],
    optimization: { minimizer, ...optimization },
    performance: false,
    stats: 'errors-warnings',
  }
}
