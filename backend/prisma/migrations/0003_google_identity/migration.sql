-- A Google identity is an identity like Entra's: one table, bound by the same invitations. By hand: Prisma would remake the table of managers,
-- and clear every reference to it.
INSERT INTO "Identity" ("id", "provider", "tenant", "subject", "managerId", "boundAt")
  SELECT lower(hex(randomblob(16))), 'google', 'accounts.google.com', "googleSub", "id", "createdAt" FROM "Manager" WHERE "googleSub" IS NOT NULL;
DROP INDEX "Manager_googleSub_key";
ALTER TABLE "Manager" DROP COLUMN "googleSub";
