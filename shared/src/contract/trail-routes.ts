import type { Access } from './access-level'

/** Never-register lists, the trail of all changes, retention, and one person's data. */
export const trailRoutes = {
  listNeverRegister: 'GET /api/never-register',
  addNeverRegister: 'POST /api/never-register',
  neverRegisterKeys: 'GET /api/never-register/keys',
  deleteNeverRegister: 'DELETE /api/never-register/{id}',
  searchTrail: 'GET /api/trail',
  getRetention: 'GET /api/retention',
  putRetention: 'PUT /api/retention',
  previewRetention: 'POST /api/retention/preview',
  runRetention: 'POST /api/retention/run',
  findPersonalData: 'POST /api/personal-data/find',
  listPersonalDataReports: 'GET /api/personal-data/reports',
  exportPersonalData: 'POST /api/personal-data/{id}/export',
  erasePersonalData: 'POST /api/personal-data/{id}/erase',
} as const

/** Who may ask; what of it depends on the thing itself is decided by the service. */
export const trailAccess = {
  listNeverRegister: 'manager', addNeverRegister: 'manager', neverRegisterKeys: 'manager', deleteNeverRegister: 'manager',
  searchTrail: 'administrator', getRetention: 'administrator', putRetention: 'administrator', previewRetention: 'administrator', runRetention: 'administrator',
  findPersonalData: 'administrator', listPersonalDataReports: 'administrator', exportPersonalData: 'administrator', erasePersonalData: 'administrator',
} as const satisfies Record<keyof typeof trailRoutes, Access>
