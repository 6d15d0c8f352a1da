import { defineConfig } from 'prisma/config'

// Only Prisma's command line reads this, to generate the client and to write migrations, both against a scratch file.
// The product's database is named by DATABASE_URL and migrated by the program itself when it starts.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: 'file:../.cache/prisma-scratch.db' },
})
