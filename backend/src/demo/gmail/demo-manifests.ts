import { allScopes, conversationScope } from './demo-google'

/** What may be granted at all: the scopes of the usual deployment, and of the one that reads whole conversations. */
export const demoManifests = { usual: allScopes, conversations: [...allScopes, conversationScope] } as const satisfies Record<string, readonly string[]>
export type DemoManifest = keyof typeof demoManifests
