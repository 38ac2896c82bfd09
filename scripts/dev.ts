/**
 * `npm run dev [-- --port N]`: webpack's own server for developers, which builds again and reloads when a source
 * changes. It has routes of its own (an editor opens on a request): what users start is `npm start`.
 */
import { parseArgs } from 'node:util';
import webpack from 'webpack';
import WebpackDevServer from 'webpack-dev-server';
import { loadWebpackConfiguration } from './server/build-pages';

async function develop(port: number): Promise<void> {
  const compiler = webpack(await loadWebpackConfiguration('development'));
  const server = new WebpackDevServer(
    {
      host: 'localhost',
      port,
      hot: false,
      liveReload: true,
      client: { overlay: false, logging: 'none' },
      static: false,
      devMiddleware: { stats: 'errors-warnings' },
    },
    compiler,
  );
  await server.start();
  console.log(`http://localhost:${port}/workbench.html`);
  const stop = (): void => {
    void server.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

const { values } = parseArgs({ options: { port: { type: 'string', default: '3100' } } });
await develop(Number(values.port));
