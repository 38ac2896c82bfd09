import * as bodies from '../../src/taskpane/shell/command-module';
import * as commands from '../../src/taskpane/shell/commands';

const { loadCommands, ...later } = commands;

describe('commands whose code comes later', () => {
  it('are those of the bodies', async () => {
    expect(Object.keys(later).sort()).toEqual(Object.keys(bodies).sort());
    expect(await loadCommands()).toBe(bodies);
  });

  it.each(Object.keys(bodies) as (keyof typeof bodies)[])('%s says of itself what its body does', (name) => {
    const traits = ({ id, labelKey, ...rest }: { id: string; labelKey: string }) => ({
      id,
      labelKey,
      stoppable: 'stoppable' in rest,
      staged: 'stage' in rest,
    });
    expect(traits(later[name])).toEqual(traits(bodies[name]));
  });
});
