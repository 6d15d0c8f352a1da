import { lazy, type ComponentType } from 'react'
import type { AdministrationPart } from '../view/hash-route'

/** Parts that other rooms made: loaded when one comes to them. */
export const elsewhere: Partial<Record<AdministrationPart, ComponentType>> = {
  details: lazy(() => import('../segments/attribute-definitions').then(({ AttributeDefinitions: part }) => ({ default: part }))),
  never: lazy(() => import('../trail/never-register').then(({ NeverRegisterPart: part }) => ({ default: part }))),
  retention: lazy(() => import('../trail/retention').then(({ RetentionPart: part }) => ({ default: part }))),
  trail: lazy(() => import('../trail/trail-search').then(({ TrailPart: part }) => ({ default: part }))),
  'person-data': lazy(() => import('../trail/person-data').then(({ PersonDataPart: part }) => ({ default: part }))),
}
