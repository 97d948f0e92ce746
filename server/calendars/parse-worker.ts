/** The thread of `parse-apart.ts`: works out one calendar file, answers, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { busyTimesOf } from './parse.ts';
import type { ParseJob } from './parse-apart.ts';

const { body, zone, window } = workerData as ParseJob;
parentPort?.postMessage(busyTimesOf(new TextDecoder().decode(body), { zone, window }));
