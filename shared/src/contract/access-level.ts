/**
 * Who may call a route at all: anybody without a session (`open`), or a manager, lead or administrator; each may do what those before may. It is denied to
 * everybody else before the request is read; what of an object a caller may see or change is the service's decision.
 */
export type Access = 'open' | 'manager' | 'lead' | 'administrator'
