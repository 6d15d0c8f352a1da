// Where our own packages lie, for the tools that follow imports: webpack and dependency-cruiser.
const path = require('node:path')

const root = path.resolve(__dirname, '..')

exports.resolve = {
  extensions: ['.tsx', '.ts', '.js'],
  alias: {
    '@counterpane/shared/ui': path.join(root, 'shared/ui'),
    '@counterpane/shared': path.join(root, 'shared/src'),
    '@counterpane/addin-gmail': path.join(root, 'addin-gmail/src'),
    '@counterpane/backend': path.join(root, 'backend/src'),
  },
}
