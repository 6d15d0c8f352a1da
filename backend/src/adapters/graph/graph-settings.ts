/** How the program proves itself to Microsoft: as an app of a tenant, or (in the demo, to a local stand-in) by a fixed token. */
export type GraphIdentity =
  | { kind: 'client-credentials'; authority: string; tenant: string; clientId: string; clientSecret: string }
  | { kind: 'fixed'; token: string }
/** `baseUrl` ends in the version: https://graph.microsoft.com/v1.0 */
export interface GraphSettings { baseUrl: string; identity: GraphIdentity }
