import { execFile, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SCRIPT = join(import.meta.dirname, '../../scripts/spark/run_queries.py');

/** Two workers, each a process of its own with one core and a gigabyte: rows really travel between processes. */
const LOCAL_CLUSTER = 'local-cluster[2,1,1024]';

/** Pieces in which rows are passed on; Spark's own 200 are for a large cluster. */
const PARTITIONS = 4;

/** `spark-submit`: the one that PHULUC_SPARK_SUBMIT names, or that of the PATH; null where there is none. */
export function findSparkSubmit(): string | null {
  const command = process.env['PHULUC_SPARK_SUBMIT'] ?? 'spark-submit';
  return spawnSync(command, ['--version'], { env: createEnvironment(command) }).status === 0 ? command : null;
}

/** PySpark in an environment of its own is found by the Python that stands beside its commands. */
function createEnvironment(command: string): NodeJS.ProcessEnv {
  const folder = dirname(command);
  return folder === '.' ? process.env : { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}` };
}

/** Runs the queries of a ledger on two workers; gives how many worked. */
export async function runOnSpark(command: string, ledger: string, results: string): Promise<number> {
  const { stdout } = await run(
    command,
    [
      '--master',
      LOCAL_CLUSTER,
      '--conf',
      'spark.ui.enabled=false',
      '--conf',
      `spark.sql.shuffle.partitions=${PARTITIONS}`,
      SCRIPT,
      ledger,
      results,
    ],
    { env: createEnvironment(command), maxBuffer: 1e8 },
  );
  return Number(/executors: (\d+)/.exec(stdout)?.[1] ?? 0);
}
