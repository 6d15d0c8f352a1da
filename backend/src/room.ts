import type { Router } from 'express'

/** What a room may give beside the routes it put on the API: pages and streams of its own, work in the background (begun only where the role `worker` is), and its end. */
export interface Room { routes?: Router; start?(): void; close?(): Promise<void> }
