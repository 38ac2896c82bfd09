import { KILL_TARGETS, killWhileWriting } from '../../scripts/attack/kill-while-writing';
import { useTemporaryFolder } from '../support/run-cli';

/** `PHULUC_KILLS=30` for the full attack. */
const KILLS = Number(process.env['PHULUC_KILLS'] ?? 3);
const SEED = Number(process.env['PHULUC_SEED'] ?? 1);
const MS_PER_KILL = 20_000;

describe('a run that is killed while it writes', () => {
  const folder = useTemporaryFolder();

  it.each(KILL_TARGETS)(
    'leaves the old or the whole new %s; after the next run nothing is left of it',
    async (target) => {
      const { faults, ...counts } = await killWhileWriting(target, folder.path('.'), {
        kills: KILLS,
        seed: SEED,
      });
      expect(faults).toEqual([]);
      expect(counts.whileWriting).toBeGreaterThan(0);
      if (KILLS > 3) console.log(target, counts);
    },
    MS_PER_KILL * (KILLS + 3),
  );
});
