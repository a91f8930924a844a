import { parentPort, workerData } from 'node:worker_threads';
import { kindNamed } from '../record-kinds.js';
import { bytesOf, type WritingTask } from './written-aside.js';

/** Runs in a thread of its own: writes one file and tells its bytes. */
const { form, sheets } = workerData as WritingTask;
const found = sheets.map(({ kind: name, rows }) => {
  const kind = kindNamed(name);
  if (!kind) throw new Error(`There is no kind ${name} to write.`);
  return { kind, rows };
});
parentPort?.postMessage(await bytesOf(form, found));
