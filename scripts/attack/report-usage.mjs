/** Loaded before the command line: writes what the process took, when it ends, to the file that ATTACK_USAGE names. */
import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const path = process.env.ATTACK_USAGE;

/** Linux's maxRSS begins with what the parent process had; the peak that /proc names is this program's own. */
function getPeakMegabytes(maxRSS) {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
  } catch {
    return maxRSS / 1024;
  }
}

if (isMainThread && path)
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(
      path,
      JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: getPeakMegabytes(maxRSS) }),
    );
  });
